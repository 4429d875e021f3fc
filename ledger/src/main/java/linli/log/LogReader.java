package linli.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A log as it was found at one moment, for commands and audits that run beside a node. It writes nothing, cuts nothing
 * and takes no lock; what is appended later it does not show.
 */
public final class LogReader extends StoredLog {
    private final Optional<SignedCheckpoint> latest;
    private final Optional<ForkProof> fork;
    private final long size;

    private LogReader(Vkey key, LogFiles files, Optional<SignedCheckpoint> latest, long size) throws IOException {
        super(key.name(), files);
        this.latest = latest;
        this.fork = files.fork.read(key);
        this.size = size;
    }

    /**
     * Opens the log in {@code dir}, whose key this is; it may be a copy, also one whose transfer is not finished.
     *
     * @throws LogException NOT_A_LOG, WRONG_ORIGIN, BAD_SIGNATURE, DISK; DAMAGED when less is there than was signed
     */
    public static LogReader open(Disk disk, Path dir, Vkey key) {
        return LogFiles.opened(() -> LogFiles.read(disk, dir), files -> {
            Optional<SignedCheckpoint> latest =
                    files.newestNoteIfAny().map(newest -> files.verified(newest.note(), key));
            files.requireOrigin(key);
            // Counted after the checkpoint was read, so that a log that grows meanwhile is never too short for it.
            long size = Math.min(files.tree.offsetCount(), files.tree.hashedCount());
            if (latest.filter(signed -> signed.size() > size).isPresent()) {
                throw LogException.damaged(
                        "offsets or hashes are missing; opening the log for writing makes them anew");
            }
            return new LogReader(key, files, latest, size);
        });
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public SignedCheckpoint latestCheckpoint() {
        return latest.orElseThrow(LogException::nothingYet);
    }

    /** The proof that this log was forked, when one was stored. */
    public Optional<ForkProof> fork() {
        return fork;
    }
}

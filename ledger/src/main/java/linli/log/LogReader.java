package linli.log;

import java.nio.file.Path;

/**
 * A log as it was found at one moment, for commands and audits that run beside a node. It writes nothing, cuts nothing
 * and takes no lock; what is appended later it does not show.
 */
public final class LogReader extends StoredLog {
    private final SignedCheckpoint latest;
    private final long size;

    private LogReader(LogFiles files, SignedCheckpoint latest, long size) {
        super(latest.origin(), files);
        this.latest = latest;
        this.size = size;
    }

    /**
     * Opens the log in {@code dir}, whose key this is.
     *
     * @throws LogException NOT_A_LOG, WRONG_ORIGIN, BAD_SIGNATURE, DISK; DAMAGED when less is there than was signed
     */
    public static LogReader open(Disk disk, Path dir, Vkey key) {
        return LogFiles.opened(() -> LogFiles.read(disk, dir), files -> {
            SignedCheckpoint latest = files.verified(files.newestNote().note(), key);
            // Counted after the checkpoint was read, so that a log that grows meanwhile is never too short for it.
            long size = Math.min(files.tree.offsetCount(), files.tree.hashedCount());
            if (size < latest.size()) {
                throw LogException.damaged(
                        "offsets or hashes are missing; opening the log for writing makes them anew");
            }
            return new LogReader(files, latest, size);
        });
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public SignedCheckpoint latestCheckpoint() {
        return latest;
    }
}

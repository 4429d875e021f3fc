package linli.log;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A log that this process writes: what a node's own log and the copy of another's have in common. */
abstract sealed class WrittenLog extends StoredLog permits Log, Mirror {
    /** False while memory and disk are out of step; it stays so when an error, such as no memory, comes between. */
    boolean whole = true;

    private final Vkey key;

    private volatile @Nullable ForkProof fork;

    /** Whether the proof is on the disk, so that it holds after reopening. */
    private boolean forkStored;

    WrittenLog(Vkey key, LogFiles files) throws IOException {
        super(key.name(), files);
        this.key = key;
        this.fork = files.fork.read(key).orElse(null);
        this.forkStored = fork != null;
    }

    final Vkey key() {
        return key;
    }

    /** The proof that this log was forked; while there is one, the log takes nothing more. */
    public final Optional<ForkProof> fork() {
        return Optional.ofNullable(fork);
    }

    /**
     * Stops the log for good: its key has signed what no one log can have. The proof is kept in the log's folder and holds
     * after reopening too. A log that is frozen already keeps its first proof.
     *
     * @throws LogException MALFORMED, BAD_SIGNATURE, WRONG_ORIGIN or BAD_PROOF: the proof proves nothing about this log.
     *     DISK: the log is frozen only until it is opened again; call this again
     */
    public final synchronized void freeze(ForkProof proof) {
        proof.verify(key);
        // First in memory: whatever the disk does, this process signs and stores nothing more.
        ForkProof kept = fork == null ? proof : fork;
        fork = kept;
        if (!forkStored) {
            files.fork.write(kept);
            forkStored = true;
        }
    }

    final void requireNotFrozen() {
        if (fork != null) {
            throw new LogException(
                    LogException.Code.FROZEN,
                    "the key of " + origin() + " signed two contradicting checkpoints; the log is frozen, see the file"
                            + " fork in its folder");
        }
    }

    final void requireWhole() {
        if (!whole) {
            throw new LogException(LogException.Code.REOPEN, "a write was broken off; start the node again");
        }
        files.checkpointBytes.requireSound();
        files.entries.requireSound();
    }

    /** Forces offsets and hashes; what the disk refuses waits on. */
    final void forceTree() {
        try {
            files.tree.force();
        } catch (IOException e) {
            throw LogException.disk("write the log's hashes", e);
        }
    }
}

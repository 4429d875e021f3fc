package linli.peer;

import linli.log.ForkProof;
import linli.log.LogView;
import linli.log.SignedCheckpoint;

/** Proofs that a key has signed two logs. */
public final class Forks {
    private Forks() {}

    /**
     * The proof that a checkpoint is not of a log that is here.
     *
     * @param stray signed by the log's key, not longer than the log, and with another root than the log has at that size
     * @param newest of the log
     */
    public static ForkProof between(SignedCheckpoint stray, SignedCheckpoint newest, LogView log) {
        return stray.size() == newest.size()
                ? ForkProof.ofSameSize(newest, stray)
                : ForkProof.ofPrefix(
                        stray, newest, log.root(stray.size()), log.consistencyProof(stray.size(), newest.size()));
    }
}

package linli.audit;

import linli.log.Progress;

/** One bar over all logs. */
final class AllProgress {
    private final Progress progress;
    private final long expected;
    private long before;

    AllProgress(Progress progress, long expected) {
        this.progress = progress;
        this.expected = expected;
    }

    /** So many entries of the present log are done. */
    void reached(long done) {
        progress.reached(before + done, Math.max(before + done, expected));
    }

    /** The present log had so many entries; the next one begins. */
    void ended(long entries) {
        reached(entries);
        before += entries;
    }
}

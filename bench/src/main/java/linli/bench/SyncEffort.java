package linli.bench;

/**
 * How much to send.
 *
 * @param entries that go over whole
 * @param shortEntries of the log to which ten are added
 * @param longEntries of the other one
 * @param rounds how often each thing is measured
 */
record SyncEffort(long entries, long shortEntries, long longEntries, int rounds) {
    private static final long QUICK_ENTRIES = 5_000;

    /** Enough to see that it runs. */
    SyncEffort quick() {
        long few = Math.min(entries, QUICK_ENTRIES);
        return new SyncEffort(few, Math.min(shortEntries, few), few, 1);
    }
}

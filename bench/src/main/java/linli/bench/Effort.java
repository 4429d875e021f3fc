package linli.bench;

/**
 * How much trouble to take: the real thing, or just enough to see that it runs.
 *
 * @param entries of the long log
 * @param shortEntries of the log it is compared with
 * @param rows of the table to import
 * @param millis for one measurement of a rate
 * @param visits to the page before memory is looked at
 * @param rounds how often each thing is measured
 */
record Effort(long entries, long shortEntries, int rows, long millis, int visits, int rounds) {
    private static final int PAWS_ROWS = 23_474;

    static Effort of(long entries, int rounds) {
        boolean tiny = entries < 10_000;
        return tiny
                ? new Effort(entries, Math.min(entries, 200), 200, 100, 20, rounds)
                : new Effort(entries, 1_000, PAWS_ROWS, 2_000, 1_000, rounds);
    }
}

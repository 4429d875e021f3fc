package linli.sim;

/**
 * How much happens in a life.
 *
 * @param steps how many turns it takes
 * @param days weight of a whole day at some office among what can happen in a turn; one act has 60
 * @param actsADay most that is done at an office on such a day
 * @param nights most days between two such days
 * @param sums share of the nodes whose accounts are added up after a turn
 * @param proofs share of the nodes whose accounts are reckoned from all their rows after a turn
 */
record Life(int steps, int days, int actsADay, int nights, double sums, double proofs) {
    /** Mishaps everywhere, and people between them. */
    static Life troubled(int steps) {
        return new Life(steps, 14, 60, 2, 1, 0.1);
    }

    /** Long days at all offices over some months, with a mishap now and then. */
    static Life busy(int steps) {
        return new Life(steps, 60, 400, 6, 0.1, 0.01);
    }
}

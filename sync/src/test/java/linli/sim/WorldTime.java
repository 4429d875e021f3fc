package linli.sim;

/** The time that it really is, in the simulation. */
final class WorldTime {
    /** The morning of a working day. */
    private static final long BEGINNING = 1_790_000_000L;

    private long seconds = BEGINNING;

    long seconds() {
        return seconds;
    }

    void pass(long more) {
        seconds += more;
    }
}

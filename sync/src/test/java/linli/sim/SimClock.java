package linli.sim;

import java.time.Instant;
import java.time.InstantSource;

/** The clock of one node: set by hand, running too fast or too slow, or not at all. */
final class SimClock implements InstantSource {
    private final WorldTime time;
    private double rate = 1;
    private long base;
    private long since;

    SimClock(WorldTime time) {
        this.time = time;
        right();
    }

    void right() {
        set(time.seconds());
        rate = 1;
    }

    /** From now on it shows this and goes at this rate; 0 stands. */
    void wrong(long shown, double runs) {
        set(shown);
        rate = runs;
    }

    private void set(long shown) {
        base = shown;
        since = time.seconds();
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochSecond(base + (long) ((time.seconds() - since) * rate));
    }
}

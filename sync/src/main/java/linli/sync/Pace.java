package linli.sync;

import java.time.Duration;

/**
 * When to try one peer next. A value without a clock: whoever runs it says what happened and when, draws the lots, and gets the
 * pace that follows.
 *
 * <ul>
 *   <li>While all is well a run begins after the {@linkplain Rhythm#rest rest}, and within the time to {@linkplain Rhythm#gather
 *       gather} when there are new entries.
 *   <li>After failures the waits double up to the longest. New entries do not shorten them: a busy counter would else knock at a
 *       closed door all day.
 *   <li>A success ends that; a peer that shows itself again is tried at once, but not more often than after a first failure,
 *       since anybody on the network can pretend to be it.
 * </ul>
 *
 * Times are milliseconds of one clock that never goes back, such as {@code System.nanoTime() / 1_000_000}. Lots are drawn evenly
 * from 0 (inclusive) to 1.
 */
public final class Pace {
    /** What was heard during a run, and is answered after it. */
    private enum Heard {
        NOTHING,
        ENTRIES,
        PEER
    }

    private final Rhythm rhythm;
    private final int failures;
    private final long beganMillis;
    private final long dueMillis;
    private final boolean running;
    private final Heard heard;

    private Pace(Rhythm rhythm, int failures, long beganMillis, long dueMillis, boolean running, Heard heard) {
        this.rhythm = rhythm;
        this.failures = failures;
        this.beganMillis = beganMillis;
        this.dueMillis = dueMillis;
        this.running = running;
        this.heard = heard;
    }

    /** The pace of a peer that has never been tried: it is due now. */
    public static Pace starting(Rhythm rhythm, long nowMillis) {
        return new Pace(rhythm, 0, nowMillis - rhythm.firstRetry().toMillis(), nowMillis, false, Heard.NOTHING);
    }

    /** Whether a run should begin. Never while one is under way. */
    public boolean isDue(long nowMillis) {
        return !running && dueMillis <= nowMillis;
    }

    /** How long until a run is due if nothing happens; the longest wait there is while one is under way. */
    public Duration untilDue(long nowMillis) {
        return running ? rhythm.longestRetry() : Duration.ofMillis(Math.max(0, dueMillis - nowMillis));
    }

    /** How many runs in a row have failed; 0 while all is well. */
    public int failures() {
        return failures;
    }

    /** A run begins, and carries all that is new so far. */
    public Pace began(long nowMillis) {
        if (running) {
            throw new IllegalStateException("a run with this peer is under way already");
        }
        return new Pace(rhythm, failures, nowMillis, dueMillis, true, Heard.NOTHING);
    }

    /** The run came to its end. What was new since it began follows in the next. */
    public Pace succeeded(long nowMillis, double lot) {
        long rested = nowMillis + drawn(rhythm.rest().toMillis(), lot);
        return ended(0, heard == Heard.NOTHING ? rested : noSooner(nowMillis, rhythm.gather()));
    }

    /** The run broke off, at whatever point. */
    public Pace failed(long nowMillis, double lot) {
        int inARow = failures == Integer.MAX_VALUE ? failures : failures + 1;
        long retry = nowMillis + drawn(rhythm.retryMillis(inARow), lot);
        return ended(inARow, heard == Heard.PEER ? Math.min(retry, noSooner(nowMillis, rhythm.firstRetry())) : retry);
    }

    /** There are entries here that the peer has not seen. */
    public Pace newEntries(long nowMillis) {
        if (running) {
            return heard == Heard.NOTHING ? hearing(Heard.ENTRIES) : this;
        }
        return failures > 0 ? this : dueBy(noSooner(nowMillis, rhythm.gather()));
    }

    /** The peer has shown itself: it announced itself nearby, or it came to us. */
    public Pace peerSeen(long nowMillis) {
        if (running) {
            return hearing(Heard.PEER);
        }
        return failures == 0 ? this : dueBy(noSooner(nowMillis, rhythm.firstRetry()));
    }

    private long noSooner(long nowMillis, Duration afterTheLast) {
        return Math.max(nowMillis, beganMillis + afterTheLast.toMillis());
    }

    private static long drawn(long wholeMillis, double lot) {
        return wholeMillis - (long) (wholeMillis / 4.0 * lot);
    }

    private Pace ended(int inARow, long due) {
        return new Pace(rhythm, inARow, beganMillis, due, false, Heard.NOTHING);
    }

    private Pace dueBy(long millis) {
        return new Pace(rhythm, failures, beganMillis, Math.min(dueMillis, millis), running, heard);
    }

    private Pace hearing(Heard what) {
        return new Pace(rhythm, failures, beganMillis, dueMillis, running, what);
    }
}

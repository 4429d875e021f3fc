package linli.sync;

import java.time.Duration;

/**
 * How often a peer is tried. Every wait is drawn between three quarters and the whole of what stands here, so that nodes that
 * were switched on together do not ask together.
 *
 * @param rest from a success to the next question, while nothing happens here
 * @param gather the least time from one run to the next, so that many new entries travel in one
 * @param firstRetry the wait after a first failure; it doubles with each further one
 * @param longestRetry the wait at which the doubling ends
 */
public record Rhythm(Duration rest, Duration gather, Duration firstRetry, Duration longestRetry) {
    /** Asks every half minute, goes at once when there is something new, and tries a lost peer at least every ten minutes. */
    public static final Rhythm USUAL =
            new Rhythm(Duration.ofSeconds(30), Duration.ofMillis(300), Duration.ofSeconds(1), Duration.ofMinutes(10));

    public Rhythm {
        if (isNothing(gather) || isNothing(firstRetry)) {
            throw new IllegalArgumentException("a peer cannot be tried again after no time at all");
        }
        if (rest.compareTo(gather) < 0 || longestRetry.compareTo(firstRetry) < 0) {
            throw new IllegalArgumentException("the longer wait of a rhythm is shorter than its shorter one");
        }
    }

    private static boolean isNothing(Duration wait) {
        return wait.isZero() || wait.isNegative();
    }

    /** The wait after {@code failures} in a row, in milliseconds, before the lot shortens it. */
    long retryMillis(int failures) {
        long longest = longestRetry.toMillis();
        long first = firstRetry.toMillis();
        int doublings = failures - 1;
        return doublings >= Long.numberOfLeadingZeros(first) - 1 ? longest : Math.min(longest, first << doublings);
    }
}

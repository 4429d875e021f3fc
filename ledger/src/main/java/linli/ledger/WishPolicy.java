package linli.ledger;

import linli.entry.WishEvent;

/**
 * What holds for wishes of one kind.
 *
 * @param kind which
 * @param points for it, where a clerk finds nothing else right
 * @param mostPoints that a clerk can find right
 * @param rewards who gets them
 * @param respondWithinHours in which somebody should have taken notice of it
 * @param lapseAfterDays after which it lapses, where it names no day itself
 */
public record WishPolicy(
        WishEvent.Kind kind, long points, long mostPoints, Reward rewards, int respondWithinHours, int lapseAfterDays) {

    /** Who gets the points when a wish is confirmed. */
    public enum Reward {
        /** The volunteer who fulfilled it. */
        HELPER,
        /** The volunteer who had the idea. */
        ASKER
    }

    private static final long MOST_POINTS = 10_000;

    private static final long SECONDS_PER_HOUR = 3_600;

    public WishPolicy {
        Policy.within("mostPoints", mostPoints, 0, MOST_POINTS);
        Policy.within("points", points, 0, mostPoints);
        Policy.within("respondWithinHours", respondWithinHours, 1, 24 * 90);
        Policy.within("lapseAfterDays", lapseAfterDays, 1, 3_660);
    }

    long respondWithinSeconds() {
        return respondWithinHours * SECONDS_PER_HOUR;
    }
}

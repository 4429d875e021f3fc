package linli.entry;

/**
 * One record as it is said, before or after its signature.
 *
 * @param atSeconds when, epoch seconds by the writing node's clock; never before the entry ahead of it in the log
 * @param by who
 * @param request which request, so that one sent twice is written once
 * @param event what
 */
public record Entry(long atSeconds, Actor by, RequestId request, Event event) {
    /**
     * Latest time that an entry can state, in epoch seconds: in the year 6325, far beyond any clock. Days that are reckoned from
     * it, such as the last one of a coupon, still have a year of four digits, as stored days must.
     */
    public static final long MAX_SECONDS = (1L << 37) - 1;

    public Entry {
        time("at", atSeconds);
    }

    static void time(String field, long seconds) {
        Malformed.OUT_OF_RANGE.unless(seconds >= 0 && seconds <= MAX_SECONDS, "%s is %s", field, seconds);
    }
}

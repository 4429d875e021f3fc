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
    public Entry {
        Malformed.OUT_OF_RANGE.unless(atSeconds >= 0 && atSeconds < 1L << 40, "at is %s", atSeconds);
    }
}

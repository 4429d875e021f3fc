package linli.peer;

/**
 * How much of a log somebody durably holds, as they signed it.
 *
 * @param size entries
 * @param atSeconds when they signed, by their clock, in seconds since 1970
 */
public record Vouched(long size, long atSeconds) {}

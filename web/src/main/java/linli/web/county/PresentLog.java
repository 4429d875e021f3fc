package linli.web.county;

/**
 * What is here of the log that a community writes now.
 *
 * @param first number in its journal of the first entry of this log
 * @param size how many entries are here
 */
public record PresentLog(long first, long size) {
    /** Number in the journal of the last entry; below {@link #first} where there is none. */
    public long last() {
        return first + size - 1;
    }
}

package linli.intake;

/**
 * Why a row cannot be imported.
 *
 * @param column the heading of the column that is wrong
 * @param kind what is wrong with it, for whoever says it in other words
 * @param problem what is wrong with it and what was expected
 */
public record RowError(long line, String column, Kind kind, String problem) {
    /** What can be wrong with a row. */
    public enum Kind {
        /** There are more fields than headings. */
        TOO_MANY_FIELDS,
        BLANK,
        NOT_A_DATE,
        NOT_A_TIME,
        NOT_A_NUMBER,
        NEGATIVE,
        /** No day of service can be in that year. */
        NO_SUCH_YEAR,
        /** More hours than a year has. */
        TOO_MUCH,
        END_BEFORE_START,
        /** The mapping knows no such place. */
        UNKNOWN_PLACE
    }
}

package linli.intake;

/**
 * Why a row cannot be imported.
 *
 * @param column the heading of the column that is wrong
 * @param problem what is wrong with it and what was expected
 */
public record RowError(long line, String column, String problem) {}

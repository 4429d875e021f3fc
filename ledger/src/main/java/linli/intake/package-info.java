/**
 * Intake: reads a table of past volunteer service, CSV or XLSX, into checked rows that can be recorded as hours.
 *
 * <p>The door is {@link linli.intake.Intake}. A file is read whole and found good before anybody is handed a row of it.
 * This package knows tables, not logs: it writes no entries and cannot tell which rows are recorded already.
 */
@org.jspecify.annotations.NullMarked
package linli.intake;

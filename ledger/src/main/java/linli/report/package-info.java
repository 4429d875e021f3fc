/**
 * Reports and exports: the accounts as tables, CSV, JSON and as a bookkeeping journal.
 *
 * <p>The door is {@link linli.report.Reports}. Whatever shows a total asks here, so that no two screens disagree.
 */
@org.jspecify.annotations.NullMarked
package linli.report;

package linli.ledger;

/**
 * A row in which saved accounts and the log differ.
 *
 * @param table name of the table
 * @param row which one, in words for people
 * @param detail what differs
 */
public record RowDifference(String table, String row, String detail) {}

/**
 * The ledger: rules, and the accounts posted from the log.
 *
 * <p>The door is {@link linli.ledger.Ledger}. In bookkeeping the journal is the book of original entry and the ledger is posted
 * from it; here the journal is the log. An event is checked and posted in one room for each desk ({@code …Rules}), as a pure
 * function of the entry and the accounts before it. The accounts live in MapDB and can always be rebuilt. This package knows no
 * HTTP, no names and no phones.
 */
@org.jspecify.annotations.NullMarked
package linli.ledger;

package linli.ledger;

import linli.entry.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * A stock-take (盘点) by two people.
 *
 * @param expected pieces that should have been there by the books
 * @param counted pieces that were: the stock from here on
 * @param second handle of who counted with the one who wrote
 */
public record StockTake(
        EntryId entry,
        EntryId item,
        long expected,
        int counted,
        String by,
        String second,
        long atSeconds,
        @Nullable EntryId previous)
        implements ItemLine {

    /** Pieces too many, or missing where below zero. */
    public long difference() {
        return counted - expected;
    }
}

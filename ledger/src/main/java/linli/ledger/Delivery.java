package linli.ledger;

import linli.entry.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * Goods that came to the shop.
 *
 * @param quantity pieces
 * @param donor who gave them, if anybody did
 */
public record Delivery(
        EntryId entry,
        EntryId item,
        int quantity,
        @Nullable String donor,
        String by,
        long atSeconds,
        @Nullable EntryId previous)
        implements ItemLine {}

package linli.ledger;

import linli.entry.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * What an item cost from an entry on.
 *
 * @param points the price of one
 */
public record Price(
        EntryId entry,
        EntryId item,
        long points,
        String by,
        long atSeconds,
        @Nullable EntryId previous) implements ItemLine {}

package linli.ledger;

import linli.entry.EntryId;
import org.jspecify.annotations.Nullable;

/** A line of an item's history: what the shop's staff did with it. What went over the counter is in its {@link ItemDay}s. */
public sealed interface ItemLine permits Price, Delivery, StockTake {
    /** The entry that says so. */
    EntryId entry();

    EntryId item();

    /** Who wrote it, as {@link linli.entry.Actor#written}. */
    String by();

    /** When, epoch seconds. */
    long atSeconds();

    /** The item's line before this one: its history is a chain, newest first. */
    @Nullable
    EntryId previous();
}

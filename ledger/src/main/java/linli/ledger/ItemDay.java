package linli.ledger;

import java.time.LocalDate;
import linli.entry.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * A line of an item's stock card: what happened to it on one day.
 *
 * @param item which
 * @param day where the county is
 * @param turnover the day's sums
 * @param stock pieces when the day closed, or as yet
 * @param itemBefore the item to which something happened before this one on the day: the day is a chain, see {@link ShopDay}
 * @param dayBefore the day on which something happened to this item before: the stock card is a chain, newest first
 */
public record ItemDay(
        EntryId item,
        LocalDate day,
        Turnover turnover,
        long stock,
        @Nullable EntryId itemBefore,
        @Nullable LocalDate dayBefore) {

    ItemDay plus(Turnover more, long newStock) {
        return new ItemDay(item, day, turnover.plus(more), newStock, itemBefore, dayBefore);
    }
}

package linli.ledger;

import java.time.LocalDate;
import linli.entry.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * A day at a branch's shop. However busy it is, this row stays small: what happened hangs on it in two chains.
 *
 * @param branch whose shop
 * @param day where the county is
 * @param redemptions how many
 * @param reversals how many, of whichever day's redemptions
 * @param lastRedemption head of the chain of the day's redemptions
 * @param lastItem head of the chain of items to which something happened, see {@link ItemDay#itemBefore}
 */
public record ShopDay(
        int branch,
        LocalDate day,
        long redemptions,
        long reversals,
        @Nullable EntryId lastRedemption,
        @Nullable EntryId lastItem) {

    static ShopDay quiet(int branch, LocalDate day) {
        return new ShopDay(branch, day, 0, 0, null, null);
    }

    ShopDay redeemed(EntryId redemption) {
        return new ShopDay(branch, day, redemptions + 1, reversals, redemption, lastItem);
    }

    ShopDay reversed() {
        return new ShopDay(branch, day, redemptions, reversals + 1, lastRedemption, lastItem);
    }

    ShopDay touched(EntryId item) {
        return new ShopDay(branch, day, redemptions, reversals, lastRedemption, item);
    }
}

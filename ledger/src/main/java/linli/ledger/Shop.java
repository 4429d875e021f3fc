package linli.ledger;

import linli.entry.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * The shop of a branch (积分超市).
 *
 * @param branch whose
 * @param items how many it has listed, those off the shelf among them
 * @param newestItem head of the chain of its items
 */
record Shop(int branch, int items, @Nullable EntryId newestItem) {
    static Shop empty(int branch) {
        return new Shop(branch, 0, null);
    }

    Shop listed(EntryId item) {
        return new Shop(branch, items + 1, item);
    }
}

package linli.ledger;

import java.time.LocalDate;
import java.util.Objects;
import linli.entry.EntryId;

/**
 * Moves goods in and out of the shop's stock, for one entry, as {@link Till} moves points: the item, its stock card and the shop's
 * day always say the same.
 */
final class Storeroom {
    private final Posting posting;

    Storeroom(Posting posting) {
        this.posting = posting;
    }

    /** An item of this branch, on offer or not. */
    Item item(EntryId id) {
        Item item = id.branch() == posting.branch() ? posting.get(Table.ITEMS, id.toLong()) : null;
        if (item == null) {
            throw Rejection.UNKNOWN_ITEM.because("no item has the number %s here", id);
        }
        return item;
    }

    /** An item of this branch that is on offer. */
    Item onOffer(EntryId id) {
        Item item = item(id);
        requireOnOffer(item);
        return item;
    }

    static void requireOnOffer(Item item) {
        Rejection.ITEM_DELISTED.unless(
                item.onOffer(), "%s, %s, is off the shelf; to offer it again, list it anew", item.id(), item.name());
    }

    void put(Item item) {
        posting.put(Table.ITEMS, item.id().toLong(), item);
    }

    /** The shop's day today. */
    ShopDay today() {
        LocalDate today = posting.today();
        ShopDay known = posting.get(Table.SHOP_DAYS, Table.shopDayKey(posting.branch(), today));
        return Objects.requireNonNullElse(known, ShopDay.quiet(posting.branch(), today));
    }

    void put(ShopDay day) {
        posting.put(Table.SHOP_DAYS, Table.shopDayKey(day.branch(), day.day()), day);
    }

    /** Writes down what happens to an item, and puts the item as it is afterwards. */
    void move(Item item, Turnover turnover) {
        LocalDate today = posting.today();
        long key = Table.itemDayKey(posting.branch(), today, item.ordinal());
        ItemDay known = posting.get(Table.ITEM_DAYS, key);
        long stock = Math.addExact(item.stock(), turnover.stockChange());
        ItemDay day = known == null ? open(item, today) : known;
        posting.put(Table.ITEM_DAYS, key, day.plus(turnover, stock));
        put(item.stocked(stock, known == null ? today : item.lastDay()));
    }

    /** The first line of an item on a day hangs itself into both chains. */
    private ItemDay open(Item item, LocalDate today) {
        ShopDay day = today();
        put(day.touched(item.id()));
        return new ItemDay(item.id(), today, Turnover.NONE, item.stock(), day.lastItem(), item.lastDay());
    }
}

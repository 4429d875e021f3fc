package linli.ledger;

import java.time.LocalDate;
import linli.entry.EntryId;
import linli.entry.ShopEvent.ItemListed;
import linli.log.Hash;
import org.jspecify.annotations.Nullable;

/**
 * An item of the points shop (商品) as it stands.
 *
 * @param id the ItemListed entry
 * @param ordinal its place among the items of its branch, from 0
 * @param name for people
 * @param unit one of it: bag, bottle, visit
 * @param validDays for a service coupon: how many days it is good for; absent for goods
 * @param points its price
 * @param stock pieces on the shelf; of a coupon, how many services are promised and not given out
 * @param picture SHA-256 of its picture, if it has one
 * @param delisting by what it went off the shelf; absent while it is on offer
 * @param newest the newest line of its history, an {@link ItemLine}
 * @param lastDay the newest day on which something happened to its stock, an {@link ItemDay}
 * @param previous the item that its branch listed before this one
 */
public record Item(
        EntryId id,
        int ordinal,
        String name,
        String unit,
        @Nullable Integer validDays,
        long points,
        long stock,
        @Nullable Hash picture,
        @Nullable Delisting delisting,
        EntryId newest,
        @Nullable LocalDate lastDay,
        @Nullable EntryId previous) {

    /** Items that one branch can list in all: far more than a shop has, and few enough for {@link Table#itemDayKey}. */
    static final int MOST = 100_000;

    /**
     * The end of an offer.
     *
     * @param entry by which
     * @param by who took it off the shelf, as {@link linli.entry.Actor#written}
     * @param reason for people
     * @param atSeconds when, epoch seconds
     */
    public record Delisting(EntryId entry, String by, String reason, long atSeconds) {}

    static Item listed(EntryId id, ItemListed event, Shop shop) {
        return new Item(
                id,
                shop.items(),
                event.name(),
                event.unit(),
                event.validDays(),
                event.points(),
                0,
                null,
                null,
                id,
                null,
                shop.newestItem());
    }

    /** Whether it can be had for points. */
    public boolean onOffer() {
        return delisting == null;
    }

    /** Whether it is a service, redeemed a second time where it is given. */
    public boolean isCoupon() {
        return validDays != null;
    }

    /** The last day on which a coupon redeemed on a day can be used; null for goods. */
    @Nullable
    LocalDate validUntil(LocalDate redeemed) {
        return validDays == null ? null : redeemed.plusDays(validDays);
    }

    Item repriced(long price, EntryId line) {
        return with(price, stock, picture, delisting, line, lastDay);
    }

    Item pictured(Hash newPicture) {
        return with(points, stock, newPicture, delisting, newest, lastDay);
    }

    Item delisted(Delisting end) {
        return with(points, stock, picture, end, newest, lastDay);
    }

    Item written(EntryId line) {
        return with(points, stock, picture, delisting, line, lastDay);
    }

    Item stocked(long newStock, @Nullable LocalDate day) {
        return with(points, newStock, picture, delisting, newest, day);
    }

    private Item with(
            long newPoints,
            long newStock,
            @Nullable Hash newPicture,
            @Nullable Delisting newDelisting,
            EntryId line,
            @Nullable LocalDate day) {
        return new Item(
                id, ordinal, name, unit, validDays, newPoints, newStock, newPicture, newDelisting, line, day, previous);
    }
}

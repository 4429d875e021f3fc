package linli.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import linli.entry.EntryId;
import linli.entry.ShopEvent.Line;
import linli.entry.VolunteerNo;
import org.jspecify.annotations.Nullable;

/** The points shop of one branch (积分超市): its shelf, its stock cards, and what went over the counter. */
public final class ShopBook {
    private final int branch;
    private final Rows rows;

    ShopBook(int branch, Rows rows) {
        this.branch = branch;
        this.rows = rows;
    }

    /** Number of the branch whose shop this is. */
    public int branch() {
        return branch;
    }

    /** An item of this shop, on offer or not. */
    public Optional<Item> item(EntryId id) {
        return own(id).flatMap(own -> rows.find(Table.ITEMS, own.toLong()));
    }

    /** Every item that was ever listed, oldest first. */
    public List<Item> items() {
        return rows.together(() -> {
            List<Item> items = chain(
                    rows.find(Table.SHOPS, branch).map(Shop::newestItem),
                    this::item,
                    Item::previous,
                    Integer.MAX_VALUE);
            items.sort(Comparator.comparing(Item::id));
            return items;
        });
    }

    /** What can be had for points, or could if there were any left. */
    public List<Item> onOffer() {
        return items().stream().filter(Item::onOffer).toList();
    }

    /** What things cost together as they are priced now; what is not an item of this shop costs nothing. */
    public long sum(List<Line> lines) {
        return rows.together(() -> lines.stream()
                .mapToLong(line -> item(line.item()).map(Item::points).orElse(0L) * line.quantity())
                .sum());
    }

    /** What the staff did with an item, newest first. */
    public List<ItemLine> history(EntryId item) {
        return rows.together(
                () -> chain(item(item).map(Item::newest), this::line, ItemLine::previous, Integer.MAX_VALUE));
    }

    private Optional<ItemLine> line(EntryId id) {
        long key = id.toLong();
        return Stream.of(Table.PRICES, Table.DELIVERIES, Table.STOCK_TAKES)
                .flatMap(table -> rows.find(table, key).stream())
                .map(ItemLine.class::cast)
                .findFirst();
    }

    /** The deliveries to this shop, newest first. */
    public List<Delivery> deliveries() {
        return lines(Delivery.class);
    }

    /** The stock-takes of this shop, newest first. */
    public List<StockTake> stockTakes() {
        return lines(StockTake.class);
    }

    private <L extends ItemLine> List<L> lines(Class<L> kind) {
        return rows.together(() -> items().stream()
                .flatMap(item -> history(item.id()).stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .sorted(Comparator.comparing(ItemLine::entry).reversed())
                .toList());
    }

    /**
     * An item's stock card: the days on which something happened to it, newest first.
     *
     * @param from the day to begin with, as {@link ItemDay#dayBefore} of the last one shown; null for the newest
     * @param limit how many at most
     */
    public List<ItemDay> stockCard(EntryId item, @Nullable LocalDate from, int limit) {
        return rows.together(() -> item(item)
                .map(known -> chain(
                        Optional.ofNullable(from == null ? known.lastDay() : from),
                        day -> itemDay(known, day),
                        ItemDay::dayBefore,
                        limit))
                .orElse(List.of()));
    }

    /** What happened to each item on a day, by item. */
    public List<ItemDay> itemDays(LocalDate day) {
        return rows.together(() -> {
            List<ItemDay> days = chain(
                    Optional.ofNullable(day(day).lastItem()),
                    id -> item(id).flatMap(item -> itemDay(item, day)),
                    ItemDay::itemBefore,
                    Integer.MAX_VALUE);
            days.sort(Comparator.comparing(ItemDay::item));
            return days;
        });
    }

    private Optional<ItemDay> itemDay(Item item, LocalDate day) {
        return rows.find(Table.ITEM_DAYS, Table.itemDayKey(branch, day, item.ordinal()));
    }

    /** A day at the shop; one on which nothing happened is quiet. */
    public ShopDay day(LocalDate day) {
        return rows.find(Table.SHOP_DAYS, Table.shopDayKey(branch, day)).orElse(ShopDay.quiet(branch, day));
    }

    public Optional<Redemption> redemption(EntryId id) {
        return own(id).flatMap(own -> rows.find(Table.REDEMPTIONS, own.toLong()));
    }

    /**
     * A volunteer's redemptions at this shop, undone ones among them, newest first.
     *
     * @param from the one to begin with, as {@link Redemption#previous} of the last one shown; null for the newest
     * @param limit how many at most
     */
    public List<Redemption> redemptions(VolunteerNo no, @Nullable EntryId from, int limit) {
        return rows.together(() -> chain(
                from == null ? newest(no) : Optional.of(from),
                id -> redemption(id).filter(one -> one.volunteer().equals(no)),
                Redemption::previous,
                limit));
    }

    private Optional<EntryId> newest(VolunteerNo no) {
        return rows.find(Table.CUSTOMERS, accounts -> RowKeys.ofCustomer(accounts, branch, no))
                .map(Customer::newest);
    }

    /**
     * The redemptions of a day, undone ones among them, newest first.
     *
     * @param from the one to begin with, as {@link Redemption#previousOfDay} of the last one shown; null for the newest
     * @param limit how many at most
     */
    public List<Redemption> redemptions(LocalDate day, @Nullable EntryId from, int limit) {
        return rows.together(() -> chain(
                Optional.ofNullable(from == null ? day(day).lastRedemption() : from),
                id -> redemption(id).filter(one -> one.day().equals(day)),
                Redemption::previousOfDay,
                limit));
    }

    /** A volunteer's coupons that can be used on a day, newest first. */
    public List<Coupon> coupons(VolunteerNo no, LocalDate today) {
        return rows.together(() -> redemptions(no, null, Integer.MAX_VALUE).stream()
                .filter(Redemption::stands)
                .flatMap(redemption -> coupons(redemption, today))
                .toList());
    }

    private Stream<Coupon> coupons(Redemption redemption, LocalDate today) {
        return redemption.lines().stream()
                .flatMap(line -> Stream.ofNullable(line.coupons())
                        .filter(coupons -> coupons.usableOn(today))
                        .map(coupons -> new Coupon(
                                redemption.id(),
                                item(line.item()).orElseThrow(),
                                coupons.left(),
                                coupons.validUntil())));
    }

    /** When coupons of a redemption were used, newest first. */
    public List<CouponUse> uses(EntryId redemption) {
        return rows.together(() -> chain(
                redemption(redemption).map(Redemption::lastUse),
                id -> rows.find(Table.COUPON_USES, id.toLong()),
                CouponUse::previous,
                Integer.MAX_VALUE));
    }

    /** Visits every item of every branch's shop, in no particular order. */
    public void everyItem(Consumer<Item> visitor) {
        rows.visit(Table.ITEMS, visitor);
    }

    /** Visits every day of every item of every branch's shop, in no particular order. */
    public void everyItemDay(Consumer<ItemDay> visitor) {
        rows.visit(Table.ITEM_DAYS, visitor);
    }

    private Optional<EntryId> own(EntryId id) {
        return Optional.of(id).filter(one -> one.branch() == branch);
    }

    /** Follows rows from one to the one before it. */
    private static <K, R> List<R> chain(
            Optional<K> head, Function<K, Optional<R>> find, Function<R, @Nullable K> before, int limit) {
        List<R> chain = new ArrayList<>();
        Optional<R> next = limit > 0 ? head.flatMap(find) : Optional.empty();
        while (next.isPresent()) {
            R row = next.get();
            chain.add(row);
            next = chain.size() < limit ? Optional.ofNullable(before.apply(row)).flatMap(find) : Optional.empty();
        }
        return chain;
    }
}

package linli.node.shop;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.ledger.Coupon;
import linli.ledger.Delivery;
import linli.ledger.Item;
import linli.ledger.ItemDay;
import linli.ledger.ItemLine;
import linli.ledger.Price;
import linli.ledger.Redemption;
import linli.ledger.Redemption.Coupons;
import linli.ledger.ShopBook;
import linli.ledger.StockTake;
import linli.ledger.Turnover;
import linli.node.console.TimeText;
import linli.text.TextTable;
import org.jspecify.annotations.Nullable;

/** The shop in words, for the terminal. */
final class ShopText {
    /** Days of a stock card, and redemptions of a volunteer, that fit a screen. */
    private static final int MOST_LINES = 30;

    private final ShopBook shop;

    ShopText(ShopBook shop) {
        this.shop = shop;
    }

    /** An item as it stands, what the staff did with it, and its stock card. */
    String item(Item item) {
        Item.Delisting end = item.delisting();
        String state = end == null
                ? "on offer"
                : "off the shelf since " + TimeText.second(end.atSeconds()) + ": " + end.reason();
        String coupon = item.isCoupon() ? ", a coupon good for " + item.validDays() + " days" : "";
        return item.id() + " " + item.name() + coupon + ": " + item.points() + " points, " + pieces(item, item.stock())
                + " left, " + state + ".\n\n" + history(item) + "\n" + stockCard(item);
    }

    private String history(Item item) {
        TextTable table = new TextTable().left("at").left("entry").left("by").left("what");
        for (ItemLine line : shop.history(item.id())) {
            table.row(TimeText.second(line.atSeconds()), line.entry().toString(), line.by(), what(item, line));
        }
        return table.render();
    }

    private static String what(Item item, ItemLine line) {
        if (line instanceof Price price) {
            return "costs " + price.points() + " points";
        } else if (line instanceof Delivery delivery) {
            String donor = delivery.donor() == null ? "" : ", given by " + delivery.donor();
            return pieces(item, delivery.quantity()) + " came" + donor;
        }
        return counted(item, (StockTake) line);
    }

    /** {@code 7 袋 counted with li, 2 fewer than the books said}. */
    static String counted(Item item, StockTake take) {
        long difference = take.difference();
        String found = difference == 0
                ? "as the books said"
                : Math.abs(difference) + (difference < 0 ? " fewer" : " more") + " than the books said";
        return pieces(item, take.counted()) + " counted with " + take.second() + ", " + found;
    }

    private String stockCard(Item item) {
        TextTable table = new TextTable()
                .left("day")
                .right("redeemed")
                .right("reversed")
                .right("received")
                .right("difference")
                .right("stock");
        for (ItemDay day : shop.stockCard(item.id(), null, MOST_LINES)) {
            Turnover turnover = day.turnover();
            table.row(
                    day.day().toString(),
                    Long.toString(turnover.redeemed()),
                    Long.toString(turnover.reversed()),
                    Long.toString(turnover.received()),
                    Long.toString(turnover.difference()),
                    Long.toString(day.stock()));
        }
        return table.render();
    }

    /** A redemption: what was taken, and whether it stands. */
    String redemption(Redemption redemption) {
        TextTable table = new TextTable()
                .left("item")
                .left("name")
                .right("pieces")
                .right("points")
                .right("sum")
                .left("coupons");
        for (Redemption.Line line : redemption.lines()) {
            Item item = shop.item(line.item()).orElseThrow();
            table.row(
                    item.id().toString(),
                    item.name(),
                    pieces(item, line.quantity()),
                    Long.toString(line.points()),
                    Long.toString(line.sum()),
                    coupons(line.coupons()));
        }
        return table.render() + "\n" + redemption.points() + " points of " + redemption.volunteer() + ", "
                + TimeText.second(redemption.atSeconds()) + ", by " + redemption.by() + ".\n" + reversal(redemption)
                + uses(redemption.id());
    }

    private static String coupons(@Nullable Coupons coupons) {
        return coupons == null ? "" : coupons.left() + " left, good until " + coupons.validUntil();
    }

    private static String reversal(Redemption redemption) {
        Redemption.Reversal reversal = redemption.reversal();
        if (reversal == null) {
            return "";
        }
        String second = reversal.second() == null ? "" : " and " + reversal.second();
        return "Undone with entry " + reversal.entry() + " by " + reversal.by() + second + ": " + reversal.reason()
                + "\n";
    }

    private String uses(EntryId redemption) {
        return shop.uses(redemption).stream()
                .map(use -> "Coupon of " + use.item() + " used with entry " + use.entry() + ", "
                        + TimeText.second(use.atSeconds()) + ", by " + use.by()
                        + (use.note() == null ? "" : ": " + use.note()) + "\n")
                .collect(Collectors.joining());
    }

    /** What a volunteer redeemed here, and which coupons they can still use. */
    String volunteer(VolunteerNo no, LocalDate today) {
        TextTable taken = new TextTable()
                .left("entry")
                .left("day")
                .right("points")
                .left("what")
                .left("state");
        for (Redemption redemption : shop.redemptions(no, null, MOST_LINES)) {
            taken.row(
                    redemption.id().toString(),
                    redemption.day().toString(),
                    Long.toString(redemption.points()),
                    what(redemption),
                    redemption.stands() ? "" : "undone");
        }
        List<Coupon> coupons = shop.coupons(no, today);
        return taken.render() + (coupons.isEmpty() ? "" : "\n" + open(coupons));
    }

    private String what(Redemption redemption) {
        return redemption.lines().stream()
                .map(line -> shop.item(line.item()).orElseThrow())
                .map(Item::name)
                .collect(Collectors.joining(", "));
    }

    private static String open(List<Coupon> coupons) {
        TextTable table = new TextTable()
                .left("coupon")
                .left("redemption")
                .left("item")
                .right("left")
                .left("good until");
        for (Coupon coupon : coupons) {
            table.row(
                    coupon.item().name(),
                    coupon.redemption().toString(),
                    coupon.item().id().toString(),
                    Integer.toString(coupon.left()),
                    coupon.validUntil().toString());
        }
        return table.render();
    }

    /** {@code 3 袋}. */
    static String pieces(Item item, long quantity) {
        return quantity + " " + item.unit();
    }
}

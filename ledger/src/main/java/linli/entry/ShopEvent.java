package linli.entry;

import java.util.List;
import linli.log.Hash;
import org.jspecify.annotations.Nullable;

/** The community's points shop (积分超市): its shelf, its stock, and what goes over the counter. */
public sealed interface ShopEvent extends Event {
    /** Lines on one receipt. */
    int MAX_LINES = 50;
    /** Pieces of one item in one act. */
    int MAX_QUANTITY = 1_000_000;

    /** Days that a coupon can be good for. */
    int MAX_VALID_DAYS = 3_660;

    /**
     * An item is on offer for points. Its number is this entry's id.
     *
     * @param name for people
     * @param unit one of it: bag, bottle, visit
     * @param points its price
     * @param validDays for a service coupon (服务券), which is redeemed a second time where the service is given: how many days it
     *     is good for. Absent for goods
     */
    record ItemListed(
            String name, String unit, long points, @Nullable Integer validDays) implements ShopEvent {
        public ItemListed {
            Texts.name("name", name);
            Texts.name("unit", unit);
            PointsEvent.positive(points);
            Malformed.OUT_OF_RANGE.unless(
                    validDays == null || (validDays >= 1 && validDays <= MAX_VALID_DAYS),
                    "validDays is 1 to %s",
                    MAX_VALID_DAYS);
        }
    }

    /**
     * The item's picture from here on.
     *
     * @param item which
     * @param picture SHA-256 of the file, which is kept outside the log
     */
    record ItemPictured(EntryId item, Hash picture) implements ShopEvent {}

    /** The price changes from here on. */
    record ItemRepriced(EntryId item, long points) implements ShopEvent {
        public ItemRepriced {
            PointsEvent.positive(points);
        }
    }

    /** The item is no longer on offer. */
    record ItemDelisted(EntryId item, String reason) implements ShopEvent {
        public ItemDelisted {
            Texts.bounded("reason", reason, Texts.NOTE_CHARS);
        }
    }

    /**
     * A delivery.
     *
     * @param item which
     * @param quantity pieces
     * @param donor who gave it, if anybody did
     */
    record StockReceived(
            EntryId item, int quantity, @Nullable String donor) implements ShopEvent {
        public StockReceived {
            ShopEvent.quantity(quantity, 1);
            Texts.note("donor", donor);
        }
    }

    /**
     * A stock-take by two people.
     *
     * @param item which
     * @param quantity pieces found
     * @param second handle of the second person; the first is in {@code by}
     */
    record StockCounted(EntryId item, int quantity, String second) implements ShopEvent {
        public StockCounted {
            ShopEvent.quantity(quantity, 0);
            second = new Actor.Staff(second).handle();
        }
    }

    /** One line of a receipt. */
    record Line(EntryId item, int quantity) {
        public Line {
            ShopEvent.quantity(quantity, 1);
        }
    }

    /**
     * A volunteer takes goods for points.
     *
     * @param volunteer who pays
     * @param lines what they take
     * @param points the sum, as shown to them
     */
    record PointsRedeemed(VolunteerNo volunteer, List<Line> lines, long points) implements ShopEvent {
        public PointsRedeemed {
            Malformed.OUT_OF_RANGE.unless(
                    !lines.isEmpty() && lines.size() <= MAX_LINES, "%s lines; 1 to %s", lines.size(), MAX_LINES);
            Malformed.OUT_OF_RANGE.unless(
                    lines.size() == lines.stream().map(Line::item).distinct().count(), "an item is on two lines");
            lines = List.copyOf(lines);
            PointsEvent.positive(points);
        }
    }

    /**
     * A redemption is undone: goods back on the shelf, points back to the volunteer.
     *
     * @param redemption the PointsRedeemed entry
     * @param reason for people
     * @param second handle of a second person, once the time is over in which one alone may do it
     */
    record RedemptionReversed(
            EntryId redemption, String reason, @Nullable String second) implements ShopEvent {
        public RedemptionReversed {
            Texts.bounded("reason", reason, Texts.NOTE_CHARS);
            second = second == null ? null : new Actor.Staff(second).handle();
        }
    }

    /**
     * A service coupon is used up (核销): the service was given.
     *
     * @param redemption the PointsRedeemed entry by which the volunteer has it
     * @param item which of its lines
     * @param note where, by whom
     */
    record CouponUsed(
            EntryId redemption, EntryId item, @Nullable String note) implements ShopEvent {
        public CouponUsed {
            Texts.note("note", note);
        }
    }

    private static void quantity(int quantity, int least) {
        Malformed.OUT_OF_RANGE.unless(
                quantity >= least && quantity <= MAX_QUANTITY, "quantity %s; %s to %s", quantity, least, MAX_QUANTITY);
    }
}

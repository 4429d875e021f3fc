package linli.sim;

import java.time.LocalDate;
import java.util.List;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.HoursEvent.DisputeDismissed;
import linli.entry.HoursEvent.HoursDisputed;
import linli.entry.HoursEvent.PublicityEnded;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.PointsEvent;
import linli.entry.PointsEvent.Basis;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.PointsEvent.PointsExpired;
import linli.entry.PointsEvent.PointsSent;
import linli.entry.Role;
import linli.entry.ShopEvent.CouponUsed;
import linli.entry.ShopEvent.ItemListed;
import linli.entry.ShopEvent.Line;
import linli.entry.ShopEvent.PointsRedeemed;
import linli.entry.ShopEvent.RedemptionReversed;
import linli.entry.ShopEvent.StockCounted;
import linli.entry.ShopEvent.StockReceived;
import linli.entry.TeamEvent.TeamJoined;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.VolunteerEnrolled;
import linli.entry.WishEvent.Kind;
import linli.entry.WishEvent.WishClaimDeclined;
import linli.entry.WishEvent.WishClaimRequested;
import linli.entry.WishEvent.WishClaimed;
import linli.entry.WishEvent.WishConfirmed;
import linli.entry.WishEvent.WishFulfilled;
import linli.entry.WishEvent.WishPosted;
import linli.log.Hash;

/** What a branch writes that has an office like others, and then helps itself. */
final class RogueDeeds {
    /** What is done, and in whose name. */
    record Deed(Actor by, Event event) {}

    private static final Actor LIN = new Actor.Staff("lin");
    private static final Actor WANG = new Actor.Staff("wang");
    private static final LocalDate LATE = LocalDate.of(2031, 1, 31);

    private final int branch;
    private final Lot lot;
    private final VolunteerNo friend;
    private final EntryId coupon;
    private final EntryId redemption;
    /** Said to be done by who would like to confirm it. */
    private final EntryId wish;
    /** Nobody has taken it on. */
    private final EntryId openWish;

    private final List<Deed> decent;

    RogueDeeds(int branch, Lot lot) {
        this.branch = branch;
        this.lot = lot;
        this.friend = new VolunteerNo(entry(3));
        this.coupon = entry(4);
        this.redemption = entry(7);
        this.wish = entry(8);
        this.openWish = entry(11);
        this.decent = decent();
    }

    private EntryId entry(long index) {
        return new EntryId(branch, index);
    }

    /** The entries after the first, which says what was seen of the county: nothing is wrong with them. */
    private List<Deed> decent() {
        return List.of(
                new Deed(Actor.NODE, new StaffAppointed("lin", "林", List.of(Role.MANAGER), null)),
                new Deed(Actor.NODE, new StaffAppointed("wang", "王", List.of(Role.CLERK), null)),
                new Deed(WANG, new VolunteerEnrolled(Hash.EMPTY_TREE, LocalDate.EPOCH)),
                new Deed(WANG, new ItemListed("理发券", "次", 2, 30)),
                new Deed(WANG, new StockReceived(coupon, 40, null)),
                new Deed(LIN, new PointsAdjusted(friend, 5, Basis.OPENING_BALANCE, "x", null)),
                new Deed(WANG, new PointsRedeemed(friend, List.of(new Line(coupon, 1)), 2)),
                new Deed(WANG, new WishPosted(Kind.WISH, friend, "x", null, 5, LATE)),
                new Deed(WANG, new CouponUsed(redemption, coupon, null)),
                new Deed(WANG, new WishFulfilled(wish, null)),
                new Deed(WANG, new WishPosted(Kind.HELP, friend, "x", null, 3, LATE)));
    }

    /** What stands at this place of the log: first a few decent entries, then what is not. */
    Deed at(long index) {
        int place = (int) index - 1;
        return place < decent.size() ? decent.get(place) : draw();
    }

    private Deed draw() {
        return switch (lot.below(18)) {
            case 0, 1 -> new Deed(WANG, new PointsRedeemed(friend, List.of(new Line(coupon, 1)), 2));
            case 2 -> new Deed(WANG, new PointsRedeemed(friend, List.of(new Line(coupon, 1)), 1));
            case 3 -> new Deed(WANG, new CouponUsed(redemption, coupon, null));
            case 4 -> new Deed(LIN, new RedemptionReversed(redemption, "x", null));
            case 5 -> new Deed(WANG, new StockCounted(coupon, lot.below(100), "wang"));
            case 6 -> new Deed(WANG, new WishConfirmed(wish, 5, 1));
            case 7 -> new Deed(new Actor.Volunteer(friend), new WishClaimed(openWish, friend, null));
            case 8 -> new Deed(LIN, new PointsExpired(friend, 3, LocalDate.of(2026, 8, 31)));
            case 9 -> new Deed(WANG, new PointsSent(friend, 1, 1, List.of(new PointsEvent.Lot(1, LATE))));
            case 10 -> new Deed(LIN, new PointsAdjusted(friend, 1_000_000_000, Basis.CORRECTION, "x", "wang"));
            case 11 -> new Deed(WANG, new WishPosted(Kind.HELP, friend, "x", null, 10_000, LATE));
            case 12 -> new Deed(WANG, new WishClaimDeclined(wish, anything(), "x"));
            case 13 -> new Deed(WANG, new WishClaimRequested(anything(), friend));
            case 14 -> new Deed(LIN, new PublicityEnded(List.of(anything())));
            case 15 -> new Deed(WANG, new HoursDisputed(anything(), "x"));
            case 16 -> new Deed(WANG, new DisputeDismissed(anything(), "x"));
            default -> new Deed(WANG, new TeamJoined(anything(), friend));
        };
    }

    private EntryId anything() {
        return new EntryId(lot.chance(0.3) ? branch : lot.below(9), lot.below(60));
    }
}

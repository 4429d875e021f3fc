package linli.ledger;

import static linli.ledger.Desk.LI;
import static linli.ledger.Desk.LIN;
import static linli.ledger.Desk.WANG;
import static linli.ledger.RulesTest.row;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.PointsEvent.Basis;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.Role;
import linli.entry.ShopEvent.CouponUsed;
import linli.entry.ShopEvent.ItemDelisted;
import linli.entry.ShopEvent.ItemListed;
import linli.entry.ShopEvent.ItemPictured;
import linli.entry.ShopEvent.ItemRepriced;
import linli.entry.ShopEvent.Line;
import linli.entry.ShopEvent.PointsRedeemed;
import linli.entry.ShopEvent.RedemptionReversed;
import linli.entry.ShopEvent.StockCounted;
import linli.entry.ShopEvent.StockReceived;
import linli.entry.VolunteerNo;
import linli.log.Hash;
import org.junit.jupiter.params.provider.Arguments;

/** Rows of {@link RulesTest}: the points shop, its shelf, its stock, its counter. */
final class ShopRefusals {
    private static final EntryId NOWHERE = new EntryId(0, 99_999);
    private static final VolunteerNo NOBODY = new VolunteerNo(NOWHERE);
    /** One redemption a day; half an hour in which one alone undoes it. */
    private static final String POLICY =
            TestLedger.POLICY.replace("\"redemptionsPerDay\": 5", "\"redemptionsPerDay\": 1");

    private ShopRefusals() {}

    static Stream<Arguments> rows() {
        return Stream.of(shelf(), stock(), redeeming(), precedence(), reversing(), coupons())
                .flatMap(rows -> rows);
    }

    /** A shop with three bags of rice at 5 points and a haircut at 10, and a volunteer with 30 points. */
    private static final class Stall {
        final Desk desk = Desk.staffed(POLICY);
        final EntryId rice = desk.ok(WANG, new ItemListed("大米", "袋", 5, null));
        final EntryId haircut = desk.ok(WANG, new ItemListed("理发", "次", 10, 30));
        final VolunteerNo chen = desk.enrol();

        Stall() {
            desk.ok(WANG, new StockReceived(rice, 3, null));
            desk.ok(WANG, new StockReceived(haircut, 3, null));
            desk.ok(LIN, new PointsAdjusted(chen, 30, Basis.CORRECTION, "x", null));
        }

        Optional<Rejection> post(Actor by, Event event) {
            return desk.post(by, event);
        }

        EntryId redeemed(EntryId item, int quantity, long points) {
            return desk.ok(WANG, redeeming(item, quantity, points));
        }

        PointsRedeemed redeeming(EntryId item, int quantity, long points) {
            return new PointsRedeemed(chen, List.of(new Line(item, quantity)), points);
        }
    }

    private static Stream<Arguments> shelf() {
        return Stream.of(
                shop(Rejection.ROLE_MISSING, "an approver lists", shop -> shop.post(LI, listed())),
                shop(Rejection.SHELF_FULL, "more items than can be", shop -> {
                    shop.desk.accounts.put(Table.SHOPS, 0, new Shop(0, Item.MOST, shop.haircut));
                    return shop.post(WANG, listed());
                }),
                shop(
                        Rejection.ROLE_MISSING,
                        "an approver sets a price",
                        shop -> shop.post(LI, new ItemRepriced(shop.rice, 6))),
                shop(
                        Rejection.UNKNOWN_ITEM,
                        "a price of nothing",
                        shop -> shop.post(WANG, new ItemRepriced(NOWHERE, 6))),
                shop(Rejection.UNKNOWN_ITEM, "a price at another branch", shop -> {
                    shop.desk.join(1, "heping");
                    return shop.desk.post(1, Actor.NODE, new ItemRepriced(shop.rice, 6));
                }),
                offShelf("a price", shop -> shop.post(WANG, new ItemRepriced(shop.rice, 6))),
                shop(
                        Rejection.ROLE_MISSING,
                        "an approver hangs a picture up",
                        shop -> shop.post(LI, pictured(shop.rice))),
                shop(Rejection.UNKNOWN_ITEM, "a picture of nothing", shop -> shop.post(WANG, pictured(NOWHERE))),
                offShelf("a picture", shop -> shop.post(WANG, pictured(shop.rice))),
                shop(
                        Rejection.ROLE_MISSING,
                        "an approver takes off the shelf",
                        shop -> shop.post(LI, new ItemDelisted(shop.rice, "x"))),
                shop(
                        Rejection.UNKNOWN_ITEM,
                        "nothing comes off the shelf",
                        shop -> shop.post(WANG, new ItemDelisted(NOWHERE, "x"))),
                offShelf("again", shop -> shop.post(WANG, new ItemDelisted(shop.rice, "x"))));
    }

    private static Stream<Arguments> stock() {
        return Stream.of(
                shop(
                        Rejection.ROLE_MISSING,
                        "an approver takes a delivery in",
                        shop -> shop.post(LI, new StockReceived(shop.rice, 3, null))),
                shop(
                        Rejection.UNKNOWN_ITEM,
                        "a delivery of nothing",
                        shop -> shop.post(WANG, new StockReceived(NOWHERE, 3, null))),
                offShelf("a delivery", shop -> shop.post(WANG, new StockReceived(shop.rice, 3, null))),
                shop(
                        Rejection.ROLE_MISSING,
                        "the node counts",
                        shop -> shop.post(Actor.NODE, counted(shop.rice, "li"))),
                shop(Rejection.UNKNOWN_ITEM, "nothing is counted", shop -> shop.post(WANG, counted(NOWHERE, "li"))),
                shop(
                        Rejection.SECOND_PERSON_NEEDED,
                        "a clerk counts alone",
                        shop -> shop.post(WANG, counted(shop.rice, "wang"))),
                shop(
                        Rejection.UNKNOWN_STAFF,
                        "a clerk counts with nobody",
                        shop -> shop.post(WANG, counted(shop.rice, "stranger"))),
                shop(
                        Rejection.ROLE_MISSING,
                        "a clerk counts with the county's administrator",
                        shop -> shop.post(WANG, counted(shop.rice, "admin"))));
    }

    private static Stream<Arguments> redeeming() {
        return Stream.of(
                shop(
                        Rejection.ROLE_MISSING,
                        "another volunteer redeems",
                        shop -> shop.post(new Actor.Volunteer(shop.desk.enrol()), shop.redeeming(shop.rice, 1, 5))),
                shop(
                        Rejection.ROLE_MISSING,
                        "an approver redeems",
                        shop -> shop.post(LI, shop.redeeming(shop.rice, 1, 5))),
                shop(
                        Rejection.UNKNOWN_VOLUNTEER,
                        "nobody redeems",
                        shop -> shop.post(WANG, new PointsRedeemed(NOBODY, List.of(new Line(shop.rice, 1)), 5))),
                shop(
                        Rejection.UNKNOWN_ITEM,
                        "nothing is redeemed",
                        shop -> shop.post(WANG, shop.redeeming(NOWHERE, 1, 5))),
                offShelf("a redemption", shop -> shop.post(WANG, shop.redeeming(shop.rice, 1, 5))),
                shop(Rejection.PRICE_DIFFERS, "the price went up", shop -> {
                    shop.desk.ok(WANG, new ItemRepriced(shop.rice, 6));
                    return shop.post(WANG, shop.redeeming(shop.rice, 1, 5));
                }),
                shop(Rejection.PRICE_DIFFERS, "too much", shop -> shop.post(WANG, shop.redeeming(shop.rice, 1, 6))),
                shop(Rejection.OUT_OF_STOCK, "one too many", shop -> shop.post(WANG, shop.redeeming(shop.rice, 4, 20))),
                shop(Rejection.DAY_LIMIT, "the second on one day", shop -> {
                    shop.redeemed(shop.rice, 1, 5);
                    return shop.post(WANG, shop.redeeming(shop.rice, 1, 5));
                }),
                shop(Rejection.NOT_ENOUGH_POINTS, "a poor volunteer", shop -> {
                    PointsRedeemed event = shop.redeeming(shop.rice, 1, 5);
                    return shop.post(WANG, new PointsRedeemed(shop.desk.enrol(), event.lines(), 5));
                }),
                shop(Rejection.NOT_ENOUGH_POINTS, "a guest whose points are elsewhere", shop -> {
                    shop.desk.join(1, "heping");
                    EntryId oil = shop.desk.ok(1, Actor.NODE, new ItemListed("油", "瓶", 5, null));
                    shop.desk.ok(1, Actor.NODE, new StockReceived(oil, 3, null));
                    return shop.desk.post(1, Actor.NODE, shop.redeeming(oil, 1, 5));
                }));
    }

    /** Of two things wrong the first is told, whatever the order of the lines. */
    private static Stream<Arguments> precedence() {
        return Stream.of(
                shop(
                        Rejection.UNKNOWN_VOLUNTEER,
                        "before: unknown item",
                        shop -> shop.post(WANG, new PointsRedeemed(NOBODY, List.of(new Line(NOWHERE, 1)), 5))),
                shop(Rejection.UNKNOWN_ITEM, "before: off the shelf", shop -> {
                    shop.desk.ok(WANG, new ItemDelisted(shop.rice, "x"));
                    return shop.post(WANG, both(shop, shop.rice, NOWHERE, 9));
                }),
                shop(Rejection.ITEM_DELISTED, "before: another price", shop -> {
                    shop.desk.ok(WANG, new ItemDelisted(shop.haircut, "x"));
                    return shop.post(WANG, both(shop, shop.rice, shop.haircut, 9));
                }),
                shop(
                        Rejection.PRICE_DIFFERS,
                        "before: out of stock",
                        shop -> shop.post(WANG, shop.redeeming(shop.rice, 9, 9))),
                shop(Rejection.OUT_OF_STOCK, "before: the day's limit", shop -> {
                    shop.redeemed(shop.rice, 1, 5);
                    return shop.post(WANG, shop.redeeming(shop.rice, 9, 45));
                }),
                shop(Rejection.DAY_LIMIT, "before: not enough points", shop -> {
                    shop.redeemed(shop.haircut, 2, 20);
                    return shop.post(WANG, shop.redeeming(shop.rice, 3, 15));
                }),
                shop(Rejection.REDEMPTION_REVERSED, "before: no second person", shop -> {
                    EntryId redemption = shop.redeemed(shop.rice, 1, 5);
                    shop.desk.ok(WANG, reversed(redemption, null));
                    return shop.desk.after(1).post(WANG, reversed(redemption, null));
                }),
                shop(Rejection.COUPON_USED, "before: expired", shop -> {
                    EntryId redemption = shop.redeemed(shop.haircut, 1, 10);
                    shop.desk.ok(WANG, new CouponUsed(redemption, shop.haircut, null));
                    return shop.desk.after(31).post(WANG, new CouponUsed(redemption, shop.haircut, null));
                }));
    }

    private static Stream<Arguments> reversing() {
        return Stream.of(
                redeemed(
                        Rejection.ROLE_MISSING,
                        "the volunteer undoes it",
                        (shop, id) -> shop.post(new Actor.Volunteer(shop.chen), reversed(id, null))),
                redeemed(
                        Rejection.ROLE_MISSING,
                        "the node undoes it",
                        (shop, id) -> shop.post(Actor.NODE, reversed(id, null))),
                redeemed(
                        Rejection.UNKNOWN_REDEMPTION,
                        "undoing nothing",
                        (shop, id) -> shop.post(WANG, reversed(NOWHERE, null))),
                redeemed(
                        Rejection.UNKNOWN_REDEMPTION,
                        "undoing another entry",
                        (shop, id) -> shop.post(WANG, reversed(shop.rice, null))),
                redeemed(Rejection.UNKNOWN_REDEMPTION, "undoing another branch's", (shop, id) -> {
                    shop.desk.join(1, "heping");
                    shop.desk.ok(1, Actor.NODE, new StaffAppointed("zhao", "赵", List.of(Role.CLERK), null));
                    return shop.desk.post(1, new Actor.Staff("zhao"), reversed(id, null));
                }),
                redeemed(Rejection.REDEMPTION_REVERSED, "undoing twice", (shop, id) -> {
                    shop.desk.ok(WANG, reversed(id, null));
                    return shop.post(WANG, reversed(id, null));
                }),
                shop(Rejection.COUPON_USED, "undoing what was used", shop -> {
                    EntryId redemption = shop.redeemed(shop.haircut, 2, 20);
                    shop.desk.ok(WANG, new CouponUsed(redemption, shop.haircut, null));
                    return shop.post(WANG, reversed(redemption, null));
                }),
                redeemed(Rejection.SECOND_PERSON_NEEDED, "undoing one's own", (shop, id) -> {
                    shop.desk.ok(LIN, new StaffAppointed("wang", "王芳", List.of(Role.CLERK), shop.chen));
                    return shop.post(WANG, reversed(id, "li"));
                }),
                late(Rejection.SECOND_PERSON_NEEDED, "alone, a second too late", null),
                late(Rejection.SECOND_PERSON_NEEDED, "a clerk is two people", "wang"),
                late(Rejection.UNKNOWN_STAFF, "the second is nobody", "stranger"),
                late(Rejection.ROLE_MISSING, "the second does not approve", "admin"));
    }

    private static Arguments late(Rejection code, String name, String second) {
        return redeemed(code, name, (shop, id) -> {
            shop.desk.at += 30 * 60 + 1;
            return shop.post(WANG, reversed(id, second));
        });
    }

    private static Stream<Arguments> coupons() {
        return Stream.of(
                redeemed(
                        Rejection.ROLE_MISSING,
                        "an approver takes a coupon",
                        (shop, id) -> shop.post(LI, new CouponUsed(id, shop.haircut, null))),
                redeemed(
                        Rejection.UNKNOWN_REDEMPTION,
                        "a coupon of nothing",
                        (shop, id) -> shop.post(WANG, new CouponUsed(NOWHERE, shop.haircut, null))),
                redeemed(Rejection.REDEMPTION_REVERSED, "a coupon that was given back", (shop, id) -> {
                    shop.desk.ok(WANG, reversed(id, null));
                    return shop.post(WANG, new CouponUsed(id, shop.haircut, null));
                }),
                redeemed(
                        Rejection.COUPON_NOT_THERE,
                        "goods are no coupon",
                        (shop, id) -> shop.post(WANG, new CouponUsed(id, shop.rice, null))),
                redeemed(
                        Rejection.COUPON_NOT_THERE,
                        "a coupon of another item",
                        (shop, id) -> shop.post(WANG, new CouponUsed(id, NOWHERE, null))),
                shop(Rejection.COUPON_USED, "a third of two", shop -> {
                    EntryId redemption = shop.redeemed(shop.haircut, 2, 20);
                    shop.desk.ok(WANG, new CouponUsed(redemption, shop.haircut, null));
                    shop.desk.ok(WANG, new CouponUsed(redemption, shop.haircut, null));
                    return shop.post(WANG, new CouponUsed(redemption, shop.haircut, null));
                }),
                shop(Rejection.COUPON_EXPIRED, "a day too late", shop -> {
                    EntryId redemption = shop.redeemed(shop.haircut, 1, 10);
                    return shop.desk.after(31).post(WANG, new CouponUsed(redemption, shop.haircut, null));
                }));
    }

    private interface InShop {
        Optional<Rejection> post(Stall shop);
    }

    private interface WithRedemption {
        Optional<Rejection> post(Stall shop, EntryId redemption);
    }

    private static Arguments shop(Rejection code, String name, InShop post) {
        return row(code, name, unused -> post.post(new Stall()));
    }

    /** With rice that is off the shelf. */
    private static Arguments offShelf(String name, InShop post) {
        return shop(Rejection.ITEM_DELISTED, name, shop -> {
            shop.desk.ok(WANG, new ItemDelisted(shop.rice, "x"));
            return post.post(shop);
        });
    }

    /** With a bag of rice that was just taken. */
    private static Arguments redeemed(Rejection code, String name, WithRedemption post) {
        return shop(code, name, shop -> post.post(shop, shop.redeemed(shop.rice, 1, 5)));
    }

    private static PointsRedeemed both(Stall shop, EntryId first, EntryId second, long points) {
        return new PointsRedeemed(shop.chen, List.of(new Line(first, 1), new Line(second, 1)), points);
    }

    private static ItemListed listed() {
        return new ItemListed("油", "瓶", 9, null);
    }

    private static ItemPictured pictured(EntryId item) {
        return new ItemPictured(item, Hash.EMPTY_TREE);
    }

    private static StockCounted counted(EntryId item, String second) {
        return new StockCounted(item, 2, second);
    }

    private static RedemptionReversed reversed(EntryId redemption, String second) {
        return new RedemptionReversed(redemption, "took the wrong bag", second);
    }
}

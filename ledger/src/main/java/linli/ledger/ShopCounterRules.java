package linli.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import linli.entry.Role;
import linli.entry.ShopEvent;
import linli.entry.ShopEvent.PointsRedeemed;
import linli.entry.ShopEvent.RedemptionReversed;
import linli.entry.VolunteerNo;
import linli.ledger.PointsAccount.Kind;

/** The shop's counter: goods and coupons for points, undone where it was a mistake. */
final class ShopCounterRules {
    private ShopCounterRules() {}

    /** An item that is taken, and how many of it. */
    private record Taken(Item item, int quantity) {
        long sum() {
            return item.points() * quantity;
        }
    }

    static void redeemed(PointsRedeemed event, Posting posting) {
        posting.ownHandOr(Role.CLERK, event.volunteer(), "volunteers redeem their own points");
        posting.volunteer(event.volunteer());
        List<Taken> basket = basket(event.lines(), new Storeroom(posting));
        requirePrice(event.points(), basket);
        basket.forEach(ShopCounterRules::requireStock);
        Customer customer = new Redemptions(posting).customer(event.volunteer());
        requireRoomToday(customer, posting);
        Lots paid = till(posting, event.volunteer()).spend(event.points());
        write(posting, customer, basket, paid);
    }

    /** What of several things is wrong is said in the order of the codes, not of the lines. */
    private static List<Taken> basket(List<ShopEvent.Line> lines, Storeroom storeroom) {
        List<Taken> basket = new ArrayList<>();
        lines.forEach(line -> basket.add(new Taken(storeroom.item(line.item()), line.quantity())));
        basket.forEach(taken -> Storeroom.requireOnOffer(taken.item()));
        return basket;
    }

    private static void requirePrice(long shown, List<Taken> basket) {
        long sum = basket.stream().mapToLong(Taken::sum).sum();
        Rejection.PRICE_DIFFERS.unless(
                shown == sum, "together they cost %s points now, not %s; show that and ask again", sum, shown);
    }

    private static void requireStock(Taken taken) {
        Item item = taken.item();
        Rejection.OUT_OF_STOCK.unless(
                item.stock() >= taken.quantity(),
                "%s: %s %s are left; take fewer, or something else",
                item.name(),
                item.stock(),
                item.unit());
    }

    private static void requireRoomToday(Customer customer, Posting posting) {
        int most = posting.policy().shop().redemptionsPerDay();
        Rejection.DAY_LIMIT.unless(
                customer.redemptionsOn(posting.today()) < most,
                "%s has redeemed %s times today, which is as often as the policy allows; come again tomorrow",
                customer.volunteer(),
                most);
    }

    private static void write(Posting posting, Customer customer, List<Taken> basket, Lots paid) {
        Storeroom storeroom = new Storeroom(posting);
        basket.forEach(taken -> storeroom.move(taken.item(), Turnover.redeemed(taken.quantity(), taken.sum())));
        ShopDay day = storeroom.today();
        Redemptions redemptions = new Redemptions(posting);
        redemptions.put(redemption(posting, customer, lines(basket, day.day()), paid, day));
        redemptions.put(customer.redeemed(day.day(), posting.id()));
        storeroom.put(day.redeemed(posting.id()));
    }

    private static List<Redemption.Line> lines(List<Taken> basket, LocalDate today) {
        return basket.stream()
                .map(taken -> Redemption.Line.of(taken.item(), taken.quantity(), today))
                .toList();
    }

    private static Redemption redemption(
            Posting posting, Customer customer, List<Redemption.Line> lines, Lots paid, ShopDay day) {
        return new Redemption(
                posting.id(),
                customer.volunteer(),
                lines,
                paid.total(),
                paid.list(),
                posting.by().written(),
                day.day(),
                posting.atSeconds(),
                null,
                null,
                customer.newest(),
                day.lastRedemption());
    }

    static void reversed(RedemptionReversed event, Posting posting) {
        posting.needsPerson(Role.CLERK);
        Redemptions redemptions = new Redemptions(posting);
        Redemption redemption = redemptions.standing(event.redemption());
        Rejection.COUPON_USED.unless(
                redemption.lines().stream().noneMatch(Redemption.Line::isUsed),
                "a coupon of redemption %s is used, so it stands",
                redemption.id());
        posting.mustNotBe(redemption.volunteer());
        requireSecondLater(event, redemption, posting);
        till(posting, redemption.volunteer()).giveBack(Lots.of(redemption.lots()));
        backOnTheShelf(redemption, posting);
        redemptions.put(redemptions.customer(redemption.volunteer()).reversed(redemption.day()));
        redemptions.put(redemption.reversed(new Redemption.Reversal(
                posting.id(), posting.by().written(), event.second(), event.reason(), posting.atSeconds())));
    }

    private static void backOnTheShelf(Redemption redemption, Posting posting) {
        Storeroom storeroom = new Storeroom(posting);
        for (Redemption.Line line : redemption.lines()) {
            storeroom.move(storeroom.item(line.item()), Turnover.reversed(line.quantity(), line.sum()));
        }
        storeroom.put(storeroom.today().reversed());
    }

    /** A slip at the counter is put right by whoever stands there; later somebody looks on. */
    private static void requireSecondLater(RedemptionReversed event, Redemption redemption, Posting posting) {
        int alone = posting.policy().shop().reverseAloneMinutes();
        Rejection.SECOND_PERSON_NEEDED.unless(
                event.second() != null || !redemption.isOlderThan(alone, posting.atSeconds()),
                "the %s minutes in which one alone may undo it are over; name a second person, who approves",
                alone);
        if (event.second() != null) {
            posting.needsSecond(event.second(), Role.APPROVER);
        }
    }

    private static Till till(Posting posting, VolunteerNo volunteer) {
        return new Till(posting, volunteer, PointsAccount.of(posting.branch(), Kind.REDEEMED));
    }
}

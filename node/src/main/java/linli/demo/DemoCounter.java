package linli.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.ShopEvent.CouponUsed;
import linli.entry.ShopEvent.Line;
import linli.entry.ShopEvent.PointsRedeemed;
import linli.entry.ShopEvent.RedemptionReversed;
import linli.entry.VolunteerNo;
import linli.ledger.Coupon;
import linli.ledger.Item;

/** The shop's counter: who takes what for points, who brings it back, whose coupon is used. */
final class DemoCounter {
    private static final LocalTime OPEN = LocalTime.of(10, 5);
    private static final LocalTime A_LITTLE_LATER = LocalTime.of(10, 20);
    private static final LocalTime AFTERNOON = LocalTime.of(15, 0);
    private static final int MOST_CUSTOMERS = 3;
    private static final int OWN_HAND_PERCENT = 40;
    private static final int MISTAKE_PERCENT = 2;
    private static final int BROUGHT_BACK_PERCENT = 1;
    private static final int COUPON_USED_PERCENT = 25;
    /** What several customers may take at one time must be there for all of them. */
    private static final int ENOUGH = 2 * MOST_CUSTOMERS;

    private final DemoScene scene;
    private final DemoLot lot;
    private final DemoPeople people;
    private List<EntryId> sold = List.of();

    DemoCounter(DemoScene scene, DemoLot lot, DemoPeople people) {
        this.scene = scene;
        this.lot = lot;
        this.people = people;
    }

    void plan(LocalDate day, DemoAgenda agenda) {
        agenda.at(OPEN, () -> {
            takeBackLastTimes();
            sell();
        });
        agenda.at(A_LITTLE_LATER, this::undoMistakes);
        agenda.at(AFTERNOON, () -> useCoupons(day));
    }

    private void sell() {
        List<Item> shelf = scene.books().shop().onOffer().stream()
                .filter(item -> item.stock() >= ENOUGH)
                .toList();
        lot.some(people.all(), MOST_CUSTOMERS).forEach(customer -> serve(customer, shelf));
        sold = new ArrayList<>(scene.pen().flush());
    }

    private void serve(VolunteerNo customer, List<Item> shelf) {
        long left = scene.books().held(customer);
        Map<Item, Integer> basket = new LinkedHashMap<>();
        for (Item item : lot.some(shelf, lot.between(1, 3))) {
            int pieces = lot.in(20) ? 2 : 1;
            if (item.points() * pieces <= left) {
                left -= item.points() * pieces;
                basket.put(item, pieces);
            }
        }
        if (!basket.isEmpty()) {
            Actor by = lot.in(OWN_HAND_PERCENT) ? new Actor.Volunteer(customer) : DemoStaff.KEEPER;
            scene.pen().note(by, redemption(customer, basket));
        }
    }

    private static PointsRedeemed redemption(VolunteerNo customer, Map<Item, Integer> basket) {
        List<Line> lines = new ArrayList<>();
        long points = 0;
        for (Map.Entry<Item, Integer> line : basket.entrySet()) {
            lines.add(new Line(line.getKey().id(), line.getValue()));
            points += line.getKey().points() * line.getValue();
        }
        return new PointsRedeemed(customer, lines, points);
    }

    /** A slip at the counter is put right at once, by whoever stands there. */
    private void undoMistakes() {
        for (EntryId redemption : List.copyOf(sold)) {
            if (lot.in(MISTAKE_PERCENT)) {
                scene.pen().note(DemoStaff.KEEPER, new RedemptionReversed(redemption, "选错商品", null));
                sold.remove(redemption);
            }
        }
        scene.pen().flush();
    }

    /** What is brought back days later takes two people. */
    private void takeBackLastTimes() {
        for (EntryId redemption : sold) {
            if (lot.in(BROUGHT_BACK_PERCENT) && isUntouched(redemption)) {
                scene.pen().note(DemoStaff.KEEPER, new RedemptionReversed(redemption, "商品临期，退回", "approver"));
            }
        }
        scene.pen().flush();
    }

    private boolean isUntouched(EntryId redemption) {
        return scene.books().shop().uses(redemption).isEmpty();
    }

    private void useCoupons(LocalDate day) {
        for (VolunteerNo customer : people.all()) {
            for (Coupon coupon : scene.books().shop().coupons(customer, day)) {
                if (lot.in(COUPON_USED_PERCENT)) {
                    scene.pen()
                            .note(
                                    DemoStaff.KEEPER,
                                    new CouponUsed(
                                            coupon.redemption(), coupon.item().id(), "便民服务点已提供"));
                }
            }
        }
        scene.pen().flush();
    }
}

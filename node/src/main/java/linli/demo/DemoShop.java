package linli.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import linli.entry.EntryId;
import linli.entry.ShopEvent.ItemDelisted;
import linli.entry.ShopEvent.ItemPictured;
import linli.entry.ShopEvent.ItemRepriced;
import linli.entry.ShopEvent.StockCounted;
import linli.entry.ShopEvent.StockReceived;
import linli.ledger.Item;
import linli.picture.Pictures;

/** The points shop behind the counter: what is on the shelf, what comes in and from whom, what two people count. */
final class DemoShop {
    /** In the county in a year. */
    private static final int NEW_PRICES = 58;

    private static final int LAST_ORDERS = 29;

    private static final LocalTime BEFORE_OPENING = LocalTime.of(9, 40);
    private static final LocalTime CLOSING = LocalTime.of(17, 30);
    private static final int COUNTING_DAY = 25;
    private static final int COUNTED_ITEMS = 4;
    private static final int LITTLE = 8;
    private static final int LEAST_ON_OFFER = 8;

    private final DemoScene scene;
    private final DemoLot lot;
    private final DemoTeams teams;
    private final DemoCounter counter;
    private final DemoCalendar prices;
    private final DemoCalendar lastOrders;

    DemoShop(DemoScene scene, DemoLot lot, DemoTeams teams, DemoPeople people) {
        this.scene = scene;
        this.lot = lot;
        this.teams = teams;
        this.counter = new DemoCounter(scene, lot.another(), people);
        this.prices = scene.draw(lot, NEW_PRICES);
        this.lastOrders = scene.draw(lot, LAST_ORDERS);
    }

    void begin() {
        DemoGoods.ALL.forEach(goods -> scene.pen().note(DemoStaff.KEEPER, goods.listing()));
        List<EntryId> items = scene.pen().flush();
        Pictures pictures = new Pictures(scene.ledger().node().folder());
        for (int i = 0; i < items.size(); i++) {
            var picture = pictures.put(DemoPicture.of(DemoGoods.ALL.get(i)));
            scene.pen().note(DemoStaff.KEEPER, new ItemPictured(items.get(i), picture));
        }
        items.forEach(this::deliver);
        scene.pen().flush();
    }

    void plan(LocalDate day, DemoAgenda agenda) {
        if (day.getDayOfWeek() == DayOfWeek.WEDNESDAY || day.getDayOfWeek() == DayOfWeek.SATURDAY) {
            agenda.at(BEFORE_OPENING, this::refill);
            counter.plan(day, agenda);
        }
        int changes = prices.on(day);
        int ends = lastOrders.on(day);
        if (changes > 0) {
            agenda.at(CLOSING, () -> reprice(changes));
        }
        if (ends > 0) {
            agenda.at(CLOSING, this::delist);
        }
        if (day.getDayOfMonth() == COUNTING_DAY) {
            agenda.at(CLOSING, this::count);
        }
    }

    private List<Item> onOffer() {
        return scene.books().shop().onOffer();
    }

    private void refill() {
        onOffer().stream().filter(item -> item.stock() < LITTLE).forEach(item -> deliver(item.id()));
        scene.pen().flush();
    }

    private void deliver(EntryId item) {
        String donor = lot.in(45) ? lot.one(teams.units()) : null;
        scene.pen().note(DemoStaff.KEEPER, new StockReceived(item, lot.between(2, 6) * 10, donor));
    }

    private void reprice(int changes) {
        for (Item item : lot.some(onOffer(), changes)) {
            scene.pen()
                    .note(
                            DemoStaff.KEEPER,
                            new ItemRepriced(item.id(), Math.max(2, item.points() + lot.between(-2, 2))));
        }
        scene.pen().flush();
    }

    private void delist() {
        List<Item> items = onOffer();
        if (items.size() > LEAST_ON_OFFER) {
            scene.pen().write(DemoStaff.KEEPER, new ItemDelisted(lot.one(items).id(), "供货商停产"));
        }
    }

    private void count() {
        for (Item item : lot.some(goods(), COUNTED_ITEMS)) {
            long found = item.stock() > 0 && lot.in(20) ? item.stock() - 1 : item.stock();
            scene.pen().note(DemoStaff.KEEPER, new StockCounted(item.id(), (int) found, "approver"));
        }
        scene.pen().flush();
    }

    private List<Item> goods() {
        List<Item> goods = new ArrayList<>(onOffer());
        goods.removeIf(Item::isCoupon);
        return goods;
    }
}

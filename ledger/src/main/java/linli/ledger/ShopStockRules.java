package linli.ledger;

import linli.entry.Role;
import linli.entry.ShopEvent.StockCounted;
import linli.entry.ShopEvent.StockReceived;

/** The shop's stock: what comes in, and what is found when two people count. */
final class ShopStockRules {
    private ShopStockRules() {}

    static void received(StockReceived event, Posting posting) {
        posting.needs(Role.CLERK);
        Storeroom storeroom = new Storeroom(posting);
        Item item = storeroom.onOffer(event.item());
        Delivery delivery = new Delivery(
                posting.id(),
                item.id(),
                event.quantity(),
                event.donor(),
                posting.by().written(),
                posting.atSeconds(),
                item.newest());
        posting.put(Table.DELIVERIES, delivery.entry().toLong(), delivery);
        storeroom.move(item.written(delivery.entry()), Turnover.received(event.quantity()));
    }

    /** What is off the shelf can be counted, too: some of it may still be in the storeroom. */
    static void counted(StockCounted event, Posting posting) {
        posting.needsPerson(Role.CLERK);
        Storeroom storeroom = new Storeroom(posting);
        Item item = storeroom.item(event.item());
        posting.needsSecond(event.second(), Role.CLERK, Role.APPROVER);
        StockTake take = new StockTake(
                posting.id(),
                item.id(),
                item.stock(),
                event.quantity(),
                posting.by().written(),
                event.second(),
                posting.atSeconds(),
                item.newest());
        posting.put(Table.STOCK_TAKES, take.entry().toLong(), take);
        storeroom.move(item.written(take.entry()), Turnover.counted(take.difference()));
    }
}

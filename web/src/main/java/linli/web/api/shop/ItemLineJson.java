package linli.web.api.shop;

import java.time.ZonedDateTime;
import linli.entry.EntryId;
import linli.ledger.Books;
import linli.ledger.Delivery;
import linli.ledger.Item;
import linli.ledger.ItemLine;
import linli.ledger.Price;
import linli.ledger.StockTake;
import linli.web.clock.CountyZone;
import linli.web.hours.Signatory;
import org.jspecify.annotations.Nullable;

/**
 * A line of an item's history: what the staff did with it.
 *
 * @param points of a price, what one costs from here on
 * @param quantity of a delivery, the pieces that came; of a stock-take, those that were found
 * @param donor of a delivery, who gave it
 * @param expected of a stock-take, the pieces that should have been there
 * @param difference of a stock-take, the pieces too many, or missing where below zero
 * @param second of a stock-take, who counted with the one who wrote
 */
record ItemLineJson(
        EntryId entry,
        EntryId item,
        String name,
        Kind kind,
        ZonedDateTime at,
        Signatory by,
        @Nullable Long points,
        @Nullable Integer quantity,
        @Nullable String donor,
        @Nullable Long expected,
        @Nullable Long difference,
        @Nullable Signatory second) {

    /** What was done. */
    enum Kind {
        PRICE,
        DELIVERY,
        STOCK_TAKE
    }

    static ItemLineJson of(ItemLine line, Books books) {
        if (line instanceof Price price) {
            return of(Kind.PRICE, line, price.points(), null, null, null, books);
        } else if (line instanceof Delivery delivery) {
            return of(Kind.DELIVERY, line, null, delivery.quantity(), delivery.donor(), null, books);
        }
        StockTake take = (StockTake) line;
        return of(Kind.STOCK_TAKE, line, null, take.counted(), null, take, books);
    }

    private static ItemLineJson of(
            Kind kind,
            ItemLine line,
            @Nullable Long points,
            @Nullable Integer quantity,
            @Nullable String donor,
            @Nullable StockTake take,
            Books books) {
        return new ItemLineJson(
                line.entry(),
                line.item(),
                books.shop().item(line.item()).map(Item::name).orElseThrow(),
                kind,
                CountyZone.at(books, line.atSeconds()),
                Signatory.of(line.by(), books),
                points,
                quantity,
                donor,
                take == null ? null : take.expected(),
                take == null ? null : take.difference(),
                take == null ? null : Signatory.ofStaff(take.second(), books));
    }
}

package linli.web.desk.shop;

import java.time.ZonedDateTime;
import linli.ledger.Books;
import linli.ledger.Delivery;
import linli.ledger.ItemLine;
import linli.ledger.Price;
import linli.ledger.StockTake;
import linli.web.clock.CountyZone;
import linli.web.hours.Signatory;
import org.jspecify.annotations.Nullable;

/**
 * What the staff did with an item once.
 *
 * @param number of a price, its points; of a delivery, the pieces that came; of a stock-take, those that were found
 * @param difference of a stock-take, the pieces too many, or missing where below zero
 * @param donor of a delivery, who gave it
 * @param second of a stock-take, who counted with the one who wrote
 */
public record StockLine(
        Kind kind,
        ZonedDateTime at,
        Signatory by,
        long number,
        long difference,
        @Nullable String donor,
        @Nullable Signatory second) {
    /** What was done; what it is called is in the words under {@code shop.history.<this>}. */
    public enum Kind {
        PRICE,
        DELIVERY,
        STOCK_TAKE
    }

    static StockLine of(ItemLine line, Books books) {
        ZonedDateTime at = CountyZone.at(books, line.atSeconds());
        Signatory by = Signatory.of(line.by(), books);
        if (line instanceof Price price) {
            return new StockLine(Kind.PRICE, at, by, price.points(), 0, null, null);
        } else if (line instanceof Delivery delivery) {
            return new StockLine(Kind.DELIVERY, at, by, delivery.quantity(), 0, delivery.donor(), null);
        }
        StockTake take = (StockTake) line;
        Signatory second = Signatory.ofStaff(take.second(), books);
        return new StockLine(Kind.STOCK_TAKE, at, by, take.counted(), take.difference(), null, second);
    }
}

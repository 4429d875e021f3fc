package linli.web.api.shop;

import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.List;
import linli.entry.EntryId;
import linli.ledger.Books;
import linli.ledger.Item;
import linli.ledger.ItemLine;
import linli.ledger.Price;
import linli.log.Hash;
import linli.web.clock.CountyZone;
import linli.web.hours.Signatory;
import org.jspecify.annotations.Nullable;

/**
 * An item of the shop, as it is told to everybody who may redeem.
 *
 * @param picture SHA-256 of its picture in hex, which changes when the picture does; absent where it has none
 * @param delisting how it went off the shelf; absent while it is on offer
 */
record ItemJson(
        EntryId id,
        String name,
        String unit,
        long points,
        @Nullable Integer validDays,
        long stock,
        boolean onOffer,
        @Nullable String picture,
        @Nullable Delisting delisting) {

    record Delisting(EntryId entry, ZonedDateTime at, Signatory by, String reason) {
        private static Delisting of(Item.Delisting end, Books books) {
            return new Delisting(
                    end.entry(), CountyZone.at(books, end.atSeconds()), Signatory.of(end.by(), books), end.reason());
        }
    }

    /** The item with everything it has cost, newest first. */
    record Priced(ItemJson item, List<PriceJson> prices) {
        static Priced of(Item item, Books books) {
            List<PriceJson> prices = books.shop().history(item.id()).stream()
                    .filter(Price.class::isInstance)
                    .map(line -> PriceJson.of(line, ((Price) line).points(), books))
                    .toList();
            return new Priced(ItemJson.of(item, books), prices);
        }
    }

    private record PriceJson(EntryId entry, ZonedDateTime at, long points) {
        static PriceJson of(ItemLine line, long points, Books books) {
            return new PriceJson(line.entry(), CountyZone.at(books, line.atSeconds()), points);
        }
    }

    static ItemJson of(Item item, Books books) {
        return new ItemJson(
                item.id(),
                item.name(),
                item.unit(),
                item.points(),
                item.validDays(),
                item.stock(),
                item.onOffer(),
                hex(item.picture()),
                item.delisting() == null ? null : Delisting.of(item.delisting(), books));
    }

    private static @Nullable String hex(@Nullable Hash picture) {
        return picture == null ? null : HexFormat.of().formatHex(picture.toBytes());
    }
}

package linli.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import linli.ledger.Item;
import linli.ledger.ShopBook;
import linli.log.Hash;
import org.jspecify.annotations.Nullable;

/**
 * What is at the points shop of one branch: everything on offer, and what is left of that which no longer is.
 *
 * @param branch number of the branch
 * @param worth of it all, in points
 * @param items in the order in which they were listed
 */
public record StockReport(int branch, long worth, List<Line> items) implements Report {

    /**
     * One item.
     *
     * @param item number
     * @param name for people
     * @param unit one of it
     * @param points its price
     * @param validDays how many days a coupon is good for; absent for goods
     * @param stock pieces
     * @param onOffer whether it can be redeemed
     * @param picture SHA-256 of its picture, in hex, if it has one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            String item,
            String name,
            String unit,
            long points,
            @Nullable Integer validDays,
            long stock,
            boolean onOffer,
            @Nullable String picture) {

        private static Line of(Item item) {
            return new Line(
                    item.id().toString(),
                    item.name(),
                    item.unit(),
                    item.points(),
                    item.validDays(),
                    item.stock(),
                    item.onOffer(),
                    hex(item.picture()));
        }

        private static @Nullable String hex(@Nullable Hash picture) {
            return picture == null ? null : HexFormat.of().formatHex(picture.toBytes());
        }

        private List<String> cells() {
            String coupon = validDays == null ? "" : validDays + " days";
            return List.of(
                    item,
                    name,
                    unit,
                    Long.toString(points),
                    Long.toString(stock),
                    coupon,
                    onOffer ? "" : "off the shelf");
        }
    }

    static StockReport of(ShopBook shop) {
        List<Line> items = shop.items().stream()
                .filter(item -> item.onOffer() || item.stock() != 0)
                .map(Line::of)
                .toList();
        long worth =
                items.stream().mapToLong(line -> line.points() * line.stock()).sum();
        return new StockReport(shop.branch(), worth, items);
    }

    @Override
    @JsonIgnore
    public List<Column> columns() {
        return List.of(
                Column.left("item"),
                Column.left("name"),
                Column.left("unit"),
                Column.right("points"),
                Column.right("stock"),
                Column.left("coupon"),
                Column.left("state"));
    }

    @Override
    @JsonIgnore
    public List<List<String>> lines() {
        return items.stream().map(Line::cells).toList();
    }

    @Override
    @JsonIgnore
    public List<String> notes() {
        long out = items.stream().filter(line -> line.stock() == 0).count();
        return List.of(String.format(
                Locale.ROOT,
                "%,d items, worth %,d points in all; of %,d there is nothing left.",
                items.size(),
                worth,
                out));
    }
}

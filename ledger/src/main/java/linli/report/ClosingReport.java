package linli.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import linli.ledger.Item;
import linli.ledger.ItemDay;
import linli.ledger.ShopBook;
import linli.ledger.ShopDay;
import linli.ledger.Turnover;

/**
 * The closing of one day at the points shop of one branch: each item to which something happened, and all together.
 *
 * @param branch number of the branch
 * @param day where the county is
 * @param redemptions of that day, those undone since among them
 * @param reversals on that day, of whichever day's redemptions
 * @param points taken less those given back
 * @param total the sums of all items
 * @param items in the order in which they were listed
 */
public record ClosingReport(
        int branch, String day, long redemptions, long reversals, long points, Turnover total, List<Line> items)
        implements Report {

    /**
     * One item's day.
     *
     * @param item number
     * @param name for people
     * @param unit one of it
     * @param turnover the day's sums
     * @param stock pieces when the day closed, or as yet
     */
    public record Line(String item, String name, String unit, Turnover turnover, long stock) {
        private static Line of(Item item, ItemDay day) {
            return new Line(item.id().toString(), item.name(), item.unit(), day.turnover(), day.stock());
        }

        private List<String> cells() {
            return ClosingReport.cells(item, name, unit, turnover, Long.toString(stock));
        }
    }

    static ClosingReport of(ShopBook shop, LocalDate day) {
        ShopDay sums = shop.day(day);
        List<Line> items = shop.itemDays(day).stream()
                .map(one -> Line.of(shop.item(one.item()).orElseThrow(), one))
                .toList();
        Turnover total = items.stream().map(Line::turnover).reduce(Turnover.NONE, Turnover::plus);
        return new ClosingReport(
                shop.branch(), day.toString(), sums.redemptions(), sums.reversals(), total.points(), total, items);
    }

    @Override
    @JsonIgnore
    public List<Column> columns() {
        return List.of(
                Column.left("item"),
                Column.left("name"),
                Column.left("unit"),
                Column.right("redeemed"),
                Column.right("reversed"),
                Column.right("points"),
                Column.right("coupons used"),
                Column.right("received"),
                Column.right("stock-takes"),
                Column.right("difference"),
                Column.right("stock"));
    }

    @Override
    @JsonIgnore
    public List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>();
        items.forEach(line -> lines.add(line.cells()));
        lines.add(cells("total", "", "", total, ""));
        return lines;
    }

    /** Pieces of different things are no sum of stock, so a total has none. */
    private static List<String> cells(String item, String name, String unit, Turnover turnover, String stock) {
        return List.of(
                item,
                name,
                unit,
                Long.toString(turnover.redeemed()),
                Long.toString(turnover.reversed()),
                Long.toString(turnover.points()),
                Long.toString(turnover.couponsUsed()),
                Long.toString(turnover.received()),
                Long.toString(turnover.stockTakes()),
                Long.toString(turnover.difference()),
                stock);
    }

    @Override
    @JsonIgnore
    public List<String> notes() {
        return List.of(String.format(
                Locale.ROOT,
                "%s: redemptions %,d, reversals %,d; points taken %,d, given back %,d.",
                day,
                redemptions,
                reversals,
                total.spentPoints(),
                total.returnedPoints()));
    }
}

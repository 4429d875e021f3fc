package linli.ledger;

import static linli.ledger.TestLedger.LIN;
import static linli.ledger.TestLedger.TODAY;
import static linli.ledger.TestLedger.WANG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import linli.entry.EntryId;
import linli.entry.PointsEvent.Basis;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.ShopEvent.CouponUsed;
import linli.entry.ShopEvent.ItemDelisted;
import linli.entry.ShopEvent.ItemListed;
import linli.entry.ShopEvent.ItemRepriced;
import linli.entry.ShopEvent.Line;
import linli.entry.ShopEvent.PointsRedeemed;
import linli.entry.ShopEvent.RedemptionReversed;
import linli.entry.ShopEvent.StockCounted;
import linli.entry.ShopEvent.StockReceived;
import linli.entry.VolunteerNo;
import linli.report.ClosingReport;
import linli.report.Format;
import linli.report.Reports;
import linli.report.StockReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the shop's manager reads in the evening. */
class ShopReportsTest {
    @TempDir
    Path folder;

    private TestLedger county;
    private EntryId rice;
    private EntryId haircut;

    /** Today two redemptions, of which one is undone tomorrow, a coupon used, a delivery, a stock-take. */
    @BeforeEach
    void aDay() {
        county = TestLedger.found(folder);
        VolunteerNo chen = county.enrol();
        county.ok(LIN, new PointsAdjusted(chen, 100, Basis.CIVIC_ACT, "cleared snow", null));
        rice = county.ok(WANG, new ItemListed("大米", "袋", 5, null));
        haircut = county.ok(WANG, new ItemListed("=理发", "次", 10, 30));
        county.ok(WANG, new StockReceived(rice, 10, null));
        county.ok(WANG, new StockReceived(haircut, 2, null));
        EntryId first = county.ok(WANG, new PointsRedeemed(chen, List.of(new Line(rice, 2)), 10));
        EntryId second =
                county.ok(WANG, new PointsRedeemed(chen, List.of(new Line(rice, 1), new Line(haircut, 1)), 15));
        county.ok(WANG, new CouponUsed(second, haircut, null));
        county.ok(WANG, new StockCounted(rice, 6, "li"));
        county.clock.pass(Duration.ofDays(1));
        county.ok(WANG, new RedemptionReversed(first, "took the wrong bag", "li"));
        county.ok(WANG, new ItemRepriced(rice, 7));
    }

    @AfterEach
    void close() {
        county.close();
    }

    @Test
    void theClosingHasEveryItemAndTheirSum() {
        ClosingReport closing = Reports.closing(county.books(), 0, TODAY);
        assertEquals(2, closing.redemptions());
        assertEquals(25, closing.points());
        assertEquals(String.format("""
                item,name,unit,redeemed,reversed,points,coupons used,received,stock-takes,difference,stock\r
                %s,大米,袋,3,0,15,0,10,1,-1,6\r
                %s,'=理发,次,1,0,10,1,2,0,0,1\r
                total,,,4,0,25,1,12,1,-1,\r
                """, rice, haircut), Format.CSV.write(closing));
    }

    @Test
    void whatIsUndoneNextDayIsInThatDaysClosing() {
        ClosingReport closing = Reports.closing(county.books(), 0, TODAY.plusDays(1));
        assertEquals(0, closing.redemptions());
        assertEquals(1, closing.reversals());
        assertEquals(-10, closing.points());
        assertEquals(8, closing.items().get(0).stock());
        assertTrue(
                Format.TABLE
                        .write(closing)
                        .contains("2026-03-11: redemptions 0, reversals 1; points taken 0, given back 10."),
                Format.TABLE.write(closing));
    }

    @Test
    void aQuietDayIsClosedToo() {
        ClosingReport closing = Reports.closing(county.books(), 0, TODAY.minusDays(1));
        assertEquals(List.of(), closing.items());
        assertEquals(Turnover.NONE, closing.total());
    }

    @Test
    void allClosingsTogetherAreThePointsRedeemedAndTheStock() throws IOException {
        long points = 0;
        long pieces = 0;
        for (int day = 0; day < 2; day++) {
            JsonNode closing = new JsonMapper()
                    .readTree(Format.JSON.write(Reports.closing(county.books(), 0, TODAY.plusDays(day))));
            points += closing.get("points").asLong();
            JsonNode turnover = closing.at("/items/0/turnover");
            pieces += turnover.get("received").asLong()
                    - turnover.get("redeemed").asLong()
                    + turnover.get("reversed").asLong()
                    + turnover.get("difference").asLong();
        }
        assertEquals(
                points,
                county.books().pointsAccounts().stream()
                        .filter(account -> account.kind() == PointsAccount.Kind.REDEEMED)
                        .mapToLong(PointsAccount::points)
                        .sum());
        assertEquals(8, pieces);
        assertEquals(8, county.books().shop().item(rice).orElseThrow().stock());
    }

    @Test
    void theStockIsWhatIsOnOfferAndWhatIsLeftBesides() {
        EntryId oil = county.ok(WANG, new ItemListed("油", "瓶", 20, null));
        county.ok(WANG, new ItemDelisted(oil, "leaks"));
        county.ok(WANG, new ItemDelisted(rice, "moths"));
        StockReport stock = Reports.stock(county.books(), 0);
        assertEquals(
                List.of(rice.toString(), haircut.toString()),
                stock.items().stream().map(StockReport.Line::item).toList());
        assertEquals(8 * 7 + 10, stock.worth());
        String shown = Format.TABLE.write(stock);
        assertTrue(shown.contains("off the shelf"), shown);
        assertTrue(shown.contains("2 items, worth 66 points in all; of 0 there is nothing left."), shown);
    }
}

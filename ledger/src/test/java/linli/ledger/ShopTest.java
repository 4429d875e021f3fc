package linli.ledger;

import static linli.ledger.TestLedger.LI;
import static linli.ledger.TestLedger.LIN;
import static linli.ledger.TestLedger.TODAY;
import static linli.ledger.TestLedger.WANG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import linli.entry.Actor;
import linli.entry.Entry;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.HoursEvent.HoursReversed;
import linli.entry.PointsEvent.Basis;
import linli.entry.PointsEvent.Lot;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.ShopEvent;
import linli.entry.ShopEvent.CouponUsed;
import linli.entry.ShopEvent.ItemDelisted;
import linli.entry.ShopEvent.ItemListed;
import linli.entry.ShopEvent.ItemPictured;
import linli.entry.ShopEvent.ItemRepriced;
import linli.entry.ShopEvent.Line;
import linli.entry.ShopEvent.PointsRedeemed;
import linli.entry.ShopEvent.RedemptionReversed;
import linli.entry.ShopEvent.StockCounted;
import linli.entry.ShopEvent.StockReceived;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.VolunteerEnrolled;
import linli.log.Hash;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The points shop as volunteers, clerks and supervisors meet it. */
class ShopTest {
    @TempDir
    Path folder;

    private TestLedger county;
    private VolunteerNo chen;
    private EntryId rice;
    private EntryId haircut;

    /** Twice a day; points last a month; a purse of 60. Ten bags of rice at 5, four haircuts at 10, good for a week. */
    @BeforeEach
    void open() {
        county = TestLedger.found(
                folder.resolve("node"),
                TestLedger.POLICY
                        .replace("\"redemptionsPerDay\": 5", "\"redemptionsPerDay\": 2")
                        .replace("\"expiryMonths\": 0", "\"expiryMonths\": 1")
                        .replace("\"holdingLimit\": 5000", "\"holdingLimit\": 60"));
        chen = county.enrol();
        rice = county.ok(WANG, new ItemListed("大米", "袋", 5, null));
        haircut = county.ok(WANG, new ItemListed("理发", "次", 10, 7));
        county.ok(WANG, new StockReceived(rice, 10, "粮油店"));
        county.ok(WANG, new StockReceived(haircut, 4, null));
        grant(chen, 50);
    }

    @AfterEach
    void everythingAddsUpAndIsWhatTheLogSays() {
        TestLedger.assertSound(county.books());
        assertEquals(List.of(), county.books().findings());
        county.close();
        Rebuilding.assertAccountsAreThoseOfTheLog(county.folder, folder.resolve("scratch"), "shop");
    }

    @Test
    void severalThingsAreTakenAtOnce() {
        EntryId id = redeem(new Line(rice, 2), new Line(haircut, 1));
        assertEquals(30, held());
        assertEquals(8, stock(rice));
        assertEquals(3, stock(haircut));
        Redemption redemption = shop().redemption(id).orElseThrow();
        assertEquals(20, redemption.points());
        assertEquals(
                List.of(10L, 10L),
                redemption.lines().stream().map(Redemption.Line::sum).toList());
        assertEquals(-20, county.books().passbooks().movement(id).orElseThrow().points());
    }

    @Test
    void onceMoreIsTheSameRedemption() {
        PointsRedeemed event = new PointsRedeemed(chen, List.of(new Line(rice, 1)), 5);
        Draft draft = new Draft(new Actor.Volunteer(chen), county.request(7), event);
        assertEquals(
                county.ledger().post(draft).idOrThrow(),
                county.ledger().post(draft).idOrThrow());
        assertEquals(45, held());
        assertEquals(9, stock(rice));
    }

    @Test
    void aPriceThatChangedSinceItWasShownIsShownAgain() {
        county.ok(WANG, new ItemRepriced(rice, 6));
        Outcome answer = county.post(WANG, new PointsRedeemed(chen, List.of(new Line(rice, 2)), 10));
        assertEquals(
                "together they cost 12 points now, not 10; show that and ask again",
                ((Outcome.Refused) answer).detail());
        assertEquals(12, shop().sum(List.of(new Line(rice, 2))));
        redeem(new Line(rice, 2));
        assertEquals(38, held());
    }

    @Test
    void whoAsksForTooMuchIsToldWhatIsLeft() {
        grant(chen, 10);
        redeem(new Line(rice, 7));
        Outcome answer = county.post(WANG, new PointsRedeemed(chen, List.of(new Line(rice, 4)), 20));
        assertEquals(Rejection.OUT_OF_STOCK, ((Outcome.Refused) answer).code());
        assertTrue(((Outcome.Refused) answer).detail().contains("3 袋 are left"), answer.toString());
        redeem(new Line(rice, 3));
        assertEquals(0, stock(rice));
        assertTrue(shop().onOffer().stream().anyMatch(item -> item.id().equals(rice)), "sold out, not off the shelf");
    }

    @Test
    void theDaysLimitEndsAtMidnightWhereTheCountyIs() {
        county.clock.set(TODAY, 23, 50);
        redeem(new Line(rice, 1));
        redeem(new Line(rice, 1));
        assertEquals(Rejection.DAY_LIMIT, refused(new Line(rice, 1)));
        county.clock.set(TODAY, 23, 59);
        assertEquals(Rejection.DAY_LIMIT, refused(new Line(rice, 1)));
        county.clock.set(TODAY.plusDays(1), 0, 0);
        redeem(new Line(rice, 1));
        assertEquals(TODAY.plusDays(1), shop().redemptions(chen, null, 1).get(0).day());
    }

    @Test
    void whatWasUndoneDoesNotCountForTheDay() {
        EntryId first = redeem(new Line(rice, 1));
        redeem(new Line(rice, 1));
        reverse(first, null);
        redeem(new Line(rice, 1));
        assertEquals(Rejection.DAY_LIMIT, refused(new Line(rice, 1)));
    }

    @Test
    void undoingYesterdaysLeavesTodaysCountAlone() {
        EntryId yesterday = redeem(new Line(rice, 1));
        county.clock.pass(Duration.ofDays(1));
        redeem(new Line(rice, 1));
        redeem(new Line(rice, 1));
        reverse(yesterday, "li");
        assertEquals(Rejection.DAY_LIMIT, refused(new Line(rice, 1)));
    }

    @Test
    void aSlipAtTheCounterIsPutRightByOneAndLaterByTwo() {
        EntryId id = redeem(new Line(rice, 2), new Line(haircut, 1));
        county.clock.pass(Duration.ofMinutes(30));
        reverse(id, null);
        assertEquals(50, held());
        assertEquals(10, stock(rice));
        assertEquals(4, stock(haircut));
        EntryId other = redeem(new Line(rice, 1));
        county.clock.pass(Duration.ofMinutes(31));
        assertEquals(
                Rejection.SECOND_PERSON_NEEDED,
                county.refused(WANG, new RedemptionReversed(other, "took the wrong bag", null)));
        reverse(other, "li");
        Redemption.Reversal reversal = shop().redemption(other).orElseThrow().reversal();
        assertEquals("wang", reversal.by());
        assertEquals("li", reversal.second());
    }

    @Test
    void pointsComeBackWithTheDaysOnWhichTheyLapse() {
        LocalDate april = LocalDate.of(2026, 4, 30);
        LocalDate may = LocalDate.of(2026, 5, 31);
        county.clock.set(LocalDate.of(2026, 4, 2), 9, 0);
        grant(chen, 8);
        List<Lot> before = List.of(new Lot(50, april), new Lot(8, may));
        assertEquals(before, lots());
        county.clock.set(LocalDate.of(2026, 4, 30), 23, 55);
        EntryId id = redeem(new Line(rice, 9), new Line(haircut, 1));
        assertEquals(List.of(new Lot(3, may)), lots());
        county.clock.set(LocalDate.of(2026, 5, 1), 0, 5);
        reverse(id, null);
        assertEquals(before, lots());
        assertEquals(Rejection.NOT_ENOUGH_POINTS, refused(new Line(haircut, 1)), "50 of them have lapsed");
    }

    @Test
    void pointsThatComeBackSettleADebtFirst() {
        EntryId service = county.activity("service");
        VolunteerNo zhao = county.enrol();
        EntryId record = county.record(zhao, service, 300);
        county.approve(record);
        EntryId id = redeem(zhao, new Line(rice, 2));
        county.ok(LI, new HoursReversed(record, "was not there"));
        assertEquals(10, county.books().passbooks().balance(zhao).owed());
        reverse(id, null);
        assertEquals(new Balance(0, 0, 0), county.books().passbooks().balance(zhao));
    }

    @Test
    void aFullPurseTakesBackWhatWasItsOwn() {
        EntryId id = redeem(new Line(haircut, 3));
        grant(chen, 40);
        assertEquals(60, held());
        reverse(id, null);
        assertEquals(90, held());
    }

    @Test
    void aCouponIsUsedOnceForEachServiceUntilItsLastDay() {
        EntryId id = redeem(new Line(haircut, 2));
        Coupon open = coupons().get(0);
        assertEquals(2, open.left());
        assertEquals(TODAY.plusDays(7), open.validUntil());
        EntryId use = county.ok(WANG, new CouponUsed(id, haircut, "西街理发店"));
        assertEquals(1, coupons().get(0).left());
        assertEquals("西街理发店", shop().uses(id).get(0).note());
        assertEquals(Rejection.COUPON_USED, county.refused(WANG, new RedemptionReversed(id, "x", null)));
        county.clock.set(TODAY.plusDays(7), 23, 59);
        EntryId last = county.ok(WANG, new CouponUsed(id, haircut, null));
        assertEquals(List.of(), coupons());
        assertEquals(
                List.of(last, use),
                shop().uses(id).stream().map(CouponUse::entry).toList());
    }

    @Test
    void aCouponThatNobodyUsedExpires() {
        EntryId id = redeem(new Line(haircut, 1));
        county.clock.set(TODAY.plusDays(8), 0, 0);
        assertEquals(Rejection.COUPON_EXPIRED, county.refused(WANG, new CouponUsed(id, haircut, null)));
        assertEquals(List.of(), coupons());
        reverse(id, "li");
        assertEquals(50, held(), "two people may still give the points back");
    }

    @Test
    void aStockTakeKeepsTheDifferenceAndGoesOnFromWhatIsThere() {
        redeem(new Line(rice, 1));
        EntryId counted = county.ok(WANG, new StockCounted(rice, 7, "li"));
        StockTake take = shop().stockTakes().get(0);
        assertEquals(counted, take.entry());
        assertEquals(9, take.expected());
        assertEquals(-2, take.difference());
        assertEquals("li", take.second());
        assertEquals(7, stock(rice));
        assertEquals(Rejection.OUT_OF_STOCK, refused(new Line(rice, 8)));
        county.ok(LIN, new StockCounted(rice, 9, "wang"));
        assertEquals(2, shop().stockTakes().get(0).difference());
    }

    @Test
    void whatIsOffTheShelfCanStillBeCountedAndGivenBack() {
        EntryId goods = redeem(new Line(rice, 1));
        EntryId service = redeem(new Line(haircut, 1));
        county.ok(WANG, new ItemDelisted(rice, "no more deliveries"));
        county.ok(WANG, new ItemDelisted(haircut, "the shop closed"));
        assertEquals(List.of(), shop().onOffer());
        county.ok(WANG, new CouponUsed(service, haircut, null));
        reverse(goods, null);
        county.ok(WANG, new StockCounted(rice, 0, "lin"));
        assertEquals(0, stock(rice));
        assertEquals("no more deliveries", item(rice).delisting().reason());
    }

    @Test
    void anItemTellsItsHistoryAndItsStockCard() {
        EntryId repriced = county.ok(WANG, new ItemRepriced(rice, 4));
        Hash picture = Hash.ofLeaf(new byte[] {1});
        county.ok(WANG, new ItemPictured(rice, picture));
        redeem(new Line(rice, 2));
        county.clock.pass(Duration.ofDays(2));
        EntryId counted = county.ok(WANG, new StockCounted(rice, 8, "li"));
        assertEquals(picture, item(rice).picture());
        List<ItemLine> history = shop().history(rice);
        assertEquals(List.of(counted, repriced), ids(history).subList(0, 2));
        assertEquals(rice, history.get(3).entry());
        assertEquals("粮油店", ((Delivery) history.get(2)).donor());
        assertEquals(4, ((Price) history.get(1)).points());
        assertEquals(5, ((Price) history.get(3)).points());
        List<ItemDay> card = shop().stockCard(rice, null, 10);
        assertEquals(
                List.of(TODAY.plusDays(2), TODAY),
                card.stream().map(ItemDay::day).toList());
        assertEquals(new Turnover(2, 0, 8, 0, 0, 10, 0, 0), card.get(1).turnover());
        assertEquals(8, card.get(1).stock());
        assertEquals(card.subList(1, 2), shop().stockCard(rice, card.get(0).dayBefore(), 1));
    }

    @Test
    void aDayAtTheShopIsClosedWithItsSums() {
        EntryId first = redeem(new Line(rice, 2));
        EntryId second = redeem(new Line(haircut, 1));
        county.ok(WANG, new CouponUsed(second, haircut, null));
        county.clock.pass(Duration.ofDays(1));
        reverse(first, "li");
        ShopDay today = shop().day(TODAY);
        assertEquals(2, today.redemptions());
        assertEquals(0, today.reversals());
        assertEquals(1, shop().day(TODAY.plusDays(1)).reversals());
        assertEquals(
                List.of(second, first),
                shop().redemptions(TODAY, null, 10).stream().map(Redemption::id).toList());
        assertEquals(List.of(rice, haircut), itemsOf(TODAY));
        assertEquals(List.of(rice), itemsOf(TODAY.plusDays(1)));
        assertEquals(List.of(), itemsOf(TODAY.plusDays(2)));
        assertEquals(1, shop().itemDays(TODAY).get(1).turnover().couponsUsed());
        assertEquals(
                Turnover.reversed(2, 10),
                shop().itemDays(TODAY.plusDays(1)).get(0).turnover());
    }

    @Test
    void aVolunteerReadsTheirRedemptionsPageByPage() {
        EntryId first = redeem(new Line(rice, 1));
        EntryId second = redeem(new Line(rice, 1));
        reverse(second, null);
        VolunteerNo zhao = county.enrol();
        grant(zhao, 10);
        redeem(zhao, new Line(rice, 1));
        List<Redemption> page = shop().redemptions(chen, null, 1);
        assertEquals(second, page.get(0).id());
        assertFalse(page.get(0).stands());
        assertEquals(
                List.of(first),
                shop().redemptions(chen, page.get(0).previous(), 10).stream()
                        .map(Redemption::id)
                        .toList());
    }

    /** A day with more redemptions than a row could name, so that nothing grows with it. */
    @Test
    void aBusyDayIsAsGoodAsAnyOther() {
        int people = 3_000;
        county.ok(WANG, new StockCounted(rice, people, "li"));
        Event enrolment = new VolunteerEnrolled(TestLedger.COMMITMENT, TODAY);
        List<VolunteerNo> queue = postAll(Collections.nCopies(people, enrolment)).stream()
                .map(VolunteerNo::new)
                .toList();
        postAll(each(queue, no -> new PointsAdjusted(no, 5, Basis.CIVIC_ACT, "cleared snow", null)));
        postAll(each(queue, no -> new PointsRedeemed(no, List.of(new Line(rice, 1)), 5)));
        county.reopen();
        assertEquals(people, shop().day(TODAY).redemptions());
        assertEquals(people, shop().redemptions(TODAY, null, Integer.MAX_VALUE).size());
        assertEquals(people, shop().itemDays(TODAY).get(0).turnover().redeemed());
        assertEquals(0, stock(rice));
    }

    /** A clock, or a rogue, may say any time that fits an entry; nobody's accounts may break on it. */
    @Test
    void daysReckonedFromTheLatestTimeThereIsCanBeReadAgain() {
        Desk desk = Desk.staffed(TestLedger.policy("expiryMonths", "36"));
        VolunteerNo zhao = desk.enrol();
        EntryId care = desk.ok(WANG, new ItemListed("护理", "次", 5, ShopEvent.MAX_VALID_DAYS));
        desk.at = Entry.MAX_SECONDS;
        desk.ok(WANG, new StockReceived(care, 1, null));
        desk.ok(LIN, new PointsAdjusted(zhao, 9, Basis.CIVIC_ACT, "cleared snow", null));
        desk.ok(WANG, new PointsRedeemed(zhao, List.of(new Line(care, 1)), 5));
        for (Table<?> table : Table.ALL) {
            desk.accounts.rows(table).values().forEach(row -> assertEquals(row, readAgain(table, row)));
        }
    }

    private static Record readAgain(Table<?> table, Record row) {
        byte[] bytes = table.codec().toBytes(row);
        return table.codec().fromBytes(bytes, 0, bytes.length);
    }

    private static List<Event> each(List<VolunteerNo> queue, Function<VolunteerNo, Event> event) {
        return queue.stream().map(event).toList();
    }

    private List<EntryId> postAll(List<Event> events) {
        List<Draft> drafts =
                events.stream().map(event -> Draft.once(LIN, event)).toList();
        return Ledger.idsOrThrow(county.ledger().postAll(drafts));
    }

    private EntryId redeem(Line... lines) {
        return redeem(chen, lines);
    }

    private EntryId redeem(VolunteerNo volunteer, Line... lines) {
        return county.ok(
                new Actor.Volunteer(volunteer),
                new PointsRedeemed(volunteer, List.of(lines), shop().sum(List.of(lines))));
    }

    private Rejection refused(Line... lines) {
        return county.refused(WANG, new PointsRedeemed(chen, List.of(lines), shop().sum(List.of(lines))));
    }

    private void reverse(EntryId redemption, String second) {
        county.ok(WANG, new RedemptionReversed(redemption, "took the wrong bag", second));
    }

    private void grant(VolunteerNo volunteer, long points) {
        county.ok(LIN, new PointsAdjusted(volunteer, points, Basis.CIVIC_ACT, "cleared snow", null));
    }

    private ShopBook shop() {
        return county.books().shop();
    }

    private Item item(EntryId id) {
        return shop().item(id).orElseThrow();
    }

    private long stock(EntryId item) {
        return item(item).stock();
    }

    private long held() {
        return county.books().held(chen);
    }

    private List<Lot> lots() {
        return county.books().passbooks().lots(chen);
    }

    private List<Coupon> coupons() {
        return shop().coupons(chen, county.ledger().today());
    }

    private List<EntryId> itemsOf(LocalDate day) {
        return shop().itemDays(day).stream().map(ItemDay::item).toList();
    }

    private static List<EntryId> ids(List<ItemLine> lines) {
        return lines.stream().map(ItemLine::entry).toList();
    }
}

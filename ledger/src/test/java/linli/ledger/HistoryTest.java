package linli.ledger;

import static linli.ledger.TestLedger.LI;
import static linli.ledger.TestLedger.LIN;
import static linli.ledger.TestLedger.WANG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.HoursEvent.HoursApproved;
import linli.entry.HoursEvent.HoursRecorded;
import linli.entry.HoursEvent.HoursRejected;
import linli.entry.HoursEvent.HoursReversed;
import linli.entry.HoursEvent.NationalAnswer;
import linli.entry.HoursEvent.NationalAnswered;
import linli.entry.PointsEvent.Basis;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.ShopEvent.CouponUsed;
import linli.entry.ShopEvent.ItemListed;
import linli.entry.ShopEvent.Line;
import linli.entry.ShopEvent.PointsRedeemed;
import linli.entry.ShopEvent.RedemptionReversed;
import linli.entry.ShopEvent.StockCounted;
import linli.entry.ShopEvent.StockReceived;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.CheckedIn;
import linli.entry.VolunteeringEvent.CheckedOut;
import linli.entry.WishEvent.End;
import linli.entry.WishEvent.Kind;
import linli.entry.WishEvent.WishClaimed;
import linli.entry.WishEvent.WishClosed;
import linli.entry.WishEvent.WishConfirmed;
import linli.entry.WishEvent.WishDispatched;
import linli.entry.WishEvent.WishFulfilled;
import linli.entry.WishEvent.WishPosted;
import linli.entry.WishEvent.WishReleased;
import linli.log.Disk;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/**
 * A random history of right and wrong requests, with restarts in between. The books agree with a simpler bookkeeping, and the
 * accounts with those posted anew from the log.
 */
class HistoryTest {
    private static final int REQUESTS = 1_500;
    private static final int PEOPLE = 6;

    @TempDir
    Path dir;

    private final PencilBook pencil = new PencilBook();
    private final List<VolunteerNo> people = new ArrayList<>();
    private final List<EntryId> records = new ArrayList<>();
    private final List<EntryId> arrivals = new ArrayList<>();
    private final List<EntryId> wishes = new ArrayList<>();
    private final List<EntryId> redemptions = new ArrayList<>();
    private final List<EntryId> goods = new ArrayList<>();
    private int accepted;

    @RepeatedTest(3)
    void theBooksAgreeWithSimplerOnesAndWithTheLog() {
        long seed = System.nanoTime();
        System.out.println("random history, seed " + seed);
        Random random = new Random(seed);
        Path folder = dir.resolve("node");
        try (TestLedger county = TestLedger.found(folder).on(Disk.real(), Duration.ofMillis(random.nextInt(50)))) {
            EntryId service = county.activity("service");
            for (int i = 0; i < PEOPLE; i++) {
                people.add(county.enrol());
            }
            goods.add(county.ok(WANG, new ItemListed("大米", "袋", 3, null)));
            goods.add(county.ok(WANG, new ItemListed("理发", "次", 2, 5)));
            for (int i = 0; i < REQUESTS; i++) {
                step(county, service, random);
                if (random.nextInt(150) == 0) {
                    county.reopen();
                    assertAgreed(county.books(), "seed " + seed + ", request " + i);
                }
            }
            assertAgreed(county.books(), "seed " + seed);
        }
        System.out.println("random history: " + accepted + " of " + REQUESTS + " accepted, " + redemptions.size()
                + " of them redemptions");
        assertTrue(accepted > REQUESTS / 5 && accepted < REQUESTS * 4 / 5, "one-sided: " + accepted);
        Rebuilding.assertAccountsAreThoseOfTheLog(folder, dir.resolve("scratch"), "seed " + seed);
    }

    private void step(TestLedger county, EntryId service, Random random) {
        county.clock.pass(Duration.ofMinutes(random.nextInt(60)));
        List<Actor> office = List.of(WANG, LI, LIN, LIN, Actor.NODE);
        Event event = draw(service, random);
        Outcome outcome = county.post(office.get(random.nextInt(office.size())), event);
        if (outcome instanceof Outcome.Recorded recorded) {
            accepted++;
            pencil.write(recorded.id(), event, recorded.entry().atSeconds());
            if (event instanceof CheckedIn) {
                arrivals.add(recorded.id());
            } else if (event instanceof HoursRecorded || event instanceof CheckedOut) {
                records.add(recorded.id());
            } else if (event instanceof WishPosted) {
                wishes.add(recorded.id());
            } else if (event instanceof PointsRedeemed) {
                redemptions.add(recorded.id());
            }
        }
    }

    private Event draw(EntryId service, Random random) {
        VolunteerNo somebody = people.get(random.nextInt(PEOPLE));
        return switch (random.nextInt(16)) {
            case 0 -> hours(somebody, service, random);
            case 1, 2 -> new CheckedIn(somebody, service);
            case 3 -> new CheckedOut(somebody, recent(arrivals, service, random));
            case 4 ->
                random.nextInt(3) == 0
                        ? new HoursRejected(recent(records, service, random), "wrong")
                        : new HoursReversed(recent(records, service, random), "wrong");
            case 5 -> new PointsAdjusted(somebody, random.nextBoolean() ? 5 : -9, Basis.CORRECTION, "counted", null);
            case 6, 7, 8, 9 -> wish(somebody, recent(wishes, service, random), random);
            case 10 -> stock(random);
            case 11 -> redemption(somebody, random);
            case 12 ->
                random.nextInt(3) == 0
                        ? new CouponUsed(recent(redemptions, service, random), goods.get(1), null)
                        : new RedemptionReversed(
                                recent(redemptions, service, random), "wrong", random.nextBoolean() ? "li" : null);
            case 13 ->
                new NationalAnswered(
                        List.of(new NationalAnswer(recent(records, service, random), random.nextBoolean(), "3302")));
            default -> new HoursApproved(List.of(recent(records, service, random)), random.nextInt(20) == 0 ? 2 : 1);
        };
    }

    /** A step in the life of a wish, often one that cannot be taken. */
    private static Event wish(VolunteerNo somebody, EntryId wish, Random random) {
        return switch (random.nextInt(9)) {
            case 0, 1 ->
                new WishPosted(
                        Kind.HELP,
                        somebody,
                        "换灯泡",
                        null,
                        random.nextInt(10),
                        TestLedger.TODAY.plusDays(random.nextInt(60)));
            case 2 -> new WishDispatched(wish, null, "li", TestLedger.TODAY.plusDays(random.nextInt(60)));
            case 3, 4 -> new WishClaimed(wish, somebody, null);
            case 5 -> new WishReleased(wish, "ill");
            case 6 -> new WishFulfilled(wish, null);
            case 7 -> new WishConfirmed(wish, 1 + random.nextInt(5), 1);
            default -> new WishClosed(wish, random.nextBoolean() ? End.REFUSED : End.EXPIRED, "x");
        };
    }

    private Event stock(Random random) {
        EntryId item = goods.get(random.nextInt(2));
        return random.nextInt(4) == 0
                ? new StockCounted(item, random.nextInt(6), random.nextBoolean() ? "wang" : "li")
                : new StockReceived(item, 1 + random.nextInt(4), null);
    }

    /** At the right price, or sometimes not. */
    private Event redemption(VolunteerNo volunteer, Random random) {
        int bags = 1 + random.nextInt(2);
        int wrong = random.nextInt(8) == 0 ? 1 : 0;
        return random.nextBoolean()
                ? new PointsRedeemed(volunteer, List.of(new Line(goods.get(0), bags)), bags * 3L + wrong)
                : new PointsRedeemed(
                        volunteer,
                        List.of(new Line(goods.get(0), bags), new Line(goods.get(1), 1)),
                        bags * 3L + 2 + wrong);
    }

    private static Event hours(VolunteerNo volunteer, EntryId service, Random random) {
        LocalDate day = TestLedger.TODAY.plusDays(random.nextInt(20));
        Long start = random.nextBoolean() ? null : (Long) FakeClock.seconds(day, random.nextInt(24), 0);
        Long end = start == null ? null : (Long) (start + 3_600);
        return new HoursRecorded(volunteer, service, day, start, end, random.nextInt(900), null, null);
    }

    /** One of the last few, or sometimes what is none. */
    private static EntryId recent(List<EntryId> ids, EntryId none, Random random) {
        boolean wrong = ids.isEmpty() || random.nextInt(10) == 0;
        return wrong ? none : ids.get(Math.max(0, ids.size() - 1 - random.nextInt(8)));
    }

    private void assertAgreed(Books books, String when) {
        TestLedger.assertSound(books);
        assertEquals(List.of(), books.findings(), when);
        pencil.assertStockAgrees(books, when);
        people.forEach(volunteer -> pencil.assertAgrees(books, volunteer, when));
    }
}

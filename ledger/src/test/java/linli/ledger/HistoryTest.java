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
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.CheckedIn;
import linli.entry.VolunteeringEvent.CheckedOut;
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
            for (int i = 0; i < REQUESTS; i++) {
                step(county, service, random);
                if (random.nextInt(150) == 0) {
                    county.reopen();
                    assertAgreed(county.books(), "seed " + seed + ", request " + i);
                }
            }
            assertAgreed(county.books(), "seed " + seed);
        }
        System.out.println("random history: " + accepted + " of " + REQUESTS + " accepted");
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
            }
        }
    }

    private Event draw(EntryId service, Random random) {
        VolunteerNo somebody = people.get(random.nextInt(PEOPLE));
        return switch (random.nextInt(9)) {
            case 0 -> hours(somebody, service, random);
            case 1, 2 -> new CheckedIn(somebody, service);
            case 3 -> new CheckedOut(somebody, recent(arrivals, service, random));
            case 4 ->
                random.nextInt(3) == 0
                        ? new HoursRejected(recent(records, service, random), "wrong")
                        : new HoursReversed(recent(records, service, random), "wrong");
            case 5 -> new PointsAdjusted(somebody, random.nextBoolean() ? 5 : -9, Basis.CORRECTION, "counted", null);
            case 6 ->
                new NationalAnswered(
                        List.of(new NationalAnswer(recent(records, service, random), random.nextBoolean(), "3302")));
            default -> new HoursApproved(List.of(recent(records, service, random)), random.nextInt(20) == 0 ? 2 : 1);
        };
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
        people.forEach(volunteer -> pencil.assertAgrees(books, volunteer, when));
    }
}

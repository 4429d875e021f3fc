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
import java.util.List;
import linli.entry.Actor;
import linli.entry.CountyEvent.PolicyAdopted;
import linli.entry.EntryId;
import linli.entry.HoursEvent.DisputeDismissed;
import linli.entry.HoursEvent.HoursDisputed;
import linli.entry.HoursEvent.HoursRecorded;
import linli.entry.HoursEvent.HoursReversed;
import linli.entry.HoursEvent.PublicityEnded;
import linli.entry.PointsEvent.Basis;
import linli.entry.PointsEvent.Lot;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.PointsEvent.PointsExpired;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.ActivityClosed;
import linli.entry.VolunteeringEvent.ActivityOpened;
import linli.entry.VolunteeringEvent.CheckOutMissed;
import linli.entry.VolunteeringEvent.CheckedIn;
import linli.ledger.ServiceRecord.Flag;
import linli.ledger.ServiceRecord.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From approval to points that can be spent, and to points that lapse: what a volunteer and a clerk see on the way. */
class PublicityTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 4, 30);

    @TempDir
    Path folder;

    private TestLedger county;
    private VolunteerNo chen;
    private EntryId service;

    /** Three days of public show; points last a month; a purse of 20. */
    @BeforeEach
    void open() {
        county = TestLedger.found(
                folder,
                TestLedger.POLICY
                        .replace("\"publicityDays\": 0", "\"publicityDays\": 3")
                        .replace("\"expiryMonths\": 0", "\"expiryMonths\": 1")
                        .replace("\"holdingLimit\": 5000", "\"holdingLimit\": 20"));
        chen = county.enrol();
        service = county.activity("service");
    }

    @AfterEach
    void everythingAddsUp() {
        TestLedger.assertSound(county.books());
        assertEquals(List.of(), county.books().findings());
        county.close();
    }

    @Test
    void pointsCountWhenThePublicShowIsOver() {
        EntryId record = approved(120);
        assertEquals(0, county.books().held(chen));
        assertEquals(4, county.books().passbooks().balance(chen).announced());
        assertEquals(List.of(record), onShow());
        assertEquals(TODAY.plusDays(3), county.recordOf(record).show().until());
        ended(3, record);
        assertEquals(4, county.books().held(chen));
        assertEquals(0, county.books().passbooks().balance(chen).announced());
        assertEquals(List.of(), onShow());
    }

    @Test
    void hoursByTheClockAreShownToo() {
        EntryId record = county.serve(chen, service, 60);
        assertEquals(State.APPROVED, county.recordOf(record).state());
        assertEquals(0, county.books().held(chen));
        ended(3, record);
        assertEquals(2, county.books().held(chen));
    }

    @Test
    void anObjectionHoldsThePointsUntilItIsDismissed() {
        EntryId record = approved(120);
        EntryId objection = county.ok(WANG, new HoursDisputed(record, "was not there"));
        assertTrue(county.recordOf(record).show().disputed());
        county.clock.pass(Duration.ofDays(3));
        county.ok(LIN, new DisputeDismissed(record, "three saw them"));
        ended(0, record);
        assertEquals(objection, county.recordOf(record).show().objection(), "what was said is found however old");
        assertEquals(4, county.books().held(chen));
    }

    @Test
    void anObjectionThatIsRightEndsInAReversal() {
        EntryId record = approved(120);
        county.ok(WANG, new HoursDisputed(record, "was not there"));
        county.ok(LI, new HoursReversed(record, "was not there"));
        assertEquals(0, county.books().passbooks().balance(chen).announced());
        assertEquals(0, county.books().held(chen));
        assertEquals(List.of(), onShow());
        assertEquals(List.of(), county.books().passbooks().movements(0, chen, null, 10));
    }

    @Test
    void theRightRecordSaysWhatItCorrects() {
        EntryId wrong = approved(120);
        county.ok(LI, new HoursReversed(wrong, "it was one hour"));
        EntryId right = county.ok(WANG, new HoursRecorded(chen, service, TODAY, null, null, 60, null, wrong));
        assertEquals(wrong, county.recordOf(right).corrects());
        assertEquals(List.of(right), pending());
    }

    @Test
    void aFullPurseKeepsPointsOnTheWallUntilSomeAreSpent() {
        EntryId first = approved(570);
        EntryId second = approved(60);
        ended(3, first);
        assertEquals(19, county.books().held(chen));
        assertEquals(Rejection.HOLDING_LIMIT, county.refused(Actor.NODE, new PublicityEnded(List.of(second))));
        county.ok(LIN, new PointsAdjusted(chen, -5, Basis.CORRECTION, "spent", null));
        ended(0, second);
        assertEquals(16, county.books().held(chen));
    }

    @Test
    void aForgottenCheckOutCountsTheUsualTimeAndIsMarkedForASecondPerson() {
        EntryId library = county.ok(WANG, new ActivityOpened("图书", "和平社区", "service", null, null, null, 90));
        EntryId checkIn = county.ok(new Actor.Volunteer(chen), new CheckedIn(chen, library));
        assertEquals(chen, county.books().toDo().visits().get(0).volunteer());
        county.clock.pass(Duration.ofHours(3));
        assertEquals(Rejection.MAY_STILL_CHECK_OUT, county.refused(Actor.NODE, new CheckOutMissed(chen, checkIn)));
        county.ok(WANG, new ActivityClosed(library, 5, "all books are sorted"));
        ServiceRecord record = county.recordOf(county.ok(Actor.NODE, new CheckOutMissed(chen, checkIn)));
        assertEquals(90, record.minutes());
        assertEquals(State.PENDING, record.state());
        assertEquals(List.of(Flag.NO_CHECK_OUT), record.flags());
        assertEquals(Evidence.BACKFILL, record.evidence());
        assertEquals(List.of(), county.books().toDo().visits());
        assertFalse(county.books().activity(library).orElseThrow().open());
    }

    @Test
    void aGuessIsNeverLongerThanTheVisit() {
        EntryId checkIn = county.ok(WANG, new CheckedIn(chen, service));
        county.clock.pass(Duration.ofMinutes(20));
        county.ok(WANG, new ActivityClosed(service, null, null));
        assertEquals(
                20,
                county.recordOf(county.ok(Actor.NODE, new CheckOutMissed(chen, checkIn)))
                        .minutes());
    }

    @Test
    void theListOfWhatWaitsIsAsLongAsTheWork() {
        EntryId first = county.record(chen, service, 60);
        EntryId second = county.record(chen, service, 61);
        assertEquals(List.of(first, second), pending());
        county.approve(first);
        assertEquals(List.of(second), pending());
        county.reopen();
        assertEquals(List.of(second), pending());
        assertEquals(List.of(first), onShow());
    }

    @Test
    void pointsLapseAtTheEndOfAMonthAndTheSoonestAreSpentFirst() {
        grant(10);
        county.clock.set(LocalDate.of(2026, 4, 2), 9, 0);
        grant(6);
        assertEquals(
                List.of(new Lot(10, LAST_DAY), new Lot(6, LocalDate.of(2026, 5, 31))),
                county.books().passbooks().lots(chen));
        county.ok(LIN, new PointsAdjusted(chen, -7, Basis.CORRECTION, "spent", null));
        assertEquals(
                List.of(new Lot(3, LAST_DAY), new Lot(6, LocalDate.of(2026, 5, 31))),
                county.books().passbooks().lots(chen));
        county.clock.set(LocalDate.of(2026, 5, 1), 9, 0);
        assertEquals(List.of(new ToDo.Lapsed(chen, 3)), county.books().toDo().lapsedAfter(LAST_DAY));
        assertEquals(
                Rejection.NOT_ENOUGH_POINTS,
                county.refused(LIN, new PointsAdjusted(chen, -7, Basis.CORRECTION, "spent", null)),
                "three of the nine have lapsed");
        county.ok(Actor.NODE, new PointsExpired(chen, 3, LAST_DAY));
        assertEquals(6, county.books().held(chen));
        assertEquals(List.of(), county.books().toDo().lapsedAfter(LAST_DAY));
    }

    @Test
    void anotherPolicyRevaluesNothingThatWasApproved() {
        EntryId record = approved(120);
        county.ok(
                Actor.NODE,
                new PolicyAdopted(
                        2,
                        TestLedger.POLICY
                                .replaceAll("(\"pointsPerHour\": )[0-9]+", "$19")
                                .replace("\"expiryMonths\": 0", "\"expiryMonths\": 36")));
        ended(3, record);
        assertEquals(4, county.books().held(chen));
        assertEquals(
                List.of(new Lot(4, LAST_DAY)),
                county.books().passbooks().lots(chen),
                "they last as long as they did when they were approved");
    }

    @Test
    void thePassbookSaysWhereEveryPointCameFrom() {
        EntryId record = approved(120);
        ended(3, record);
        EntryId granted = grant(3);
        EntryId taken = county.ok(LIN, new PointsAdjusted(chen, -5, Basis.CORRECTION, "spent", null));
        EntryId reversed = county.ok(LI, new HoursReversed(record, "counted twice"));
        List<Movement> lines = county.books().passbooks().movements(0, chen, null, 10);
        assertEquals(
                List.of(reversed, taken, granted, record),
                lines.stream().map(Movement::cause).toList());
        assertEquals(
                List.of(-2L, -5L, 3L, 4L), lines.stream().map(Movement::points).toList());
        assertEquals(
                List.of(-2L, 0L, 0L, 0L), lines.stream().map(Movement::owed).toList());
        assertEquals(List.of(0L, 2L, 7L, 4L), lines.stream().map(Movement::held).toList());
        assertEquals(
                List.of(granted, record),
                county.books().passbooks().movements(0, chen, granted, 2).stream()
                        .map(Movement::cause)
                        .toList());
    }

    private EntryId approved(int minutes) {
        EntryId record = county.record(chen, service, minutes);
        county.approve(record);
        return record;
    }

    private void ended(int days, EntryId record) {
        county.clock.pass(Duration.ofDays(days));
        county.ok(Actor.NODE, new PublicityEnded(List.of(record)));
    }

    private EntryId grant(long points) {
        return county.ok(LIN, new PointsAdjusted(chen, points, Basis.CIVIC_ACT, "cleared snow", null));
    }

    private List<EntryId> onShow() {
        return county.books().toDo().onShow().stream().map(ServiceRecord::id).toList();
    }

    private List<EntryId> pending() {
        return county.books().toDo().pending().stream().map(ServiceRecord::id).toList();
    }
}

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
import java.util.List;
import linli.entry.Actor;
import linli.entry.CountyEvent.PolicyAdopted;
import linli.entry.EntryId;
import linli.entry.HoursEvent.HoursRejected;
import linli.entry.HoursEvent.HoursReversed;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.OfficeEvent.StaffDismissed;
import linli.entry.PointsEvent.Basis;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.Role;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.ActivityClosed;
import linli.entry.VolunteeringEvent.CheckedIn;
import linli.entry.VolunteeringEvent.CheckedOut;
import linli.ledger.ServiceRecord.Flag;
import linli.ledger.ServiceRecord.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each event does to the books. */
class PostingTest {
    @TempDir
    Path folder;

    private TestLedger county;
    private VolunteerNo chen;
    private EntryId service;

    @BeforeEach
    void open() {
        county = TestLedger.found(folder);
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
    void clockHoursCountAtOnce() {
        ServiceRecord record = county.recordOf(county.serve(chen, service, 95));
        assertEquals(State.APPROVED, record.state());
        assertEquals(Evidence.CLOCK, record.evidence());
        assertEquals(95, record.creditedMinutes());
        assertEquals(3, record.points(), "95 minutes at 2 an hour, rounded down");
        assertEquals(3, county.books().held(chen));
        assertAccount(95, 0, 0, 1);
        assertEquals(List.of(new ServiceTotal(0, "和平社区", "service", Evidence.CLOCK, true, 95, 1)), standingTotals());
    }

    @Test
    void backfilledHoursWaitForASecondPerson() {
        EntryId id = county.record(chen, service, 120);
        assertEquals(State.PENDING, county.recordOf(id).state());
        assertAccount(0, 0, 120, 1);
        assertEquals(0, county.books().held(chen));
        county.approve(id);
        assertEquals("li", county.recordOf(id).decider());
        assertAccount(0, 120, 0, 1);
        assertEquals(4, county.books().held(chen));
        assertEquals(
                List.of(new ServiceTotal(0, "和平社区", "service", Evidence.BACKFILL, true, 120, 1)), standingTotals());
    }

    @Test
    void rejectedHoursLeaveTheTotals() {
        EntryId id = county.record(chen, service, 120);
        county.ok(LI, new HoursRejected(id, "was not there"));
        assertEquals(State.REJECTED, county.recordOf(id).state());
        assertAccount(0, 0, 0, 0);
        assertEquals(List.of(), standingTotals());
    }

    @Test
    void reversedHoursTakeTheirPointsBack() {
        EntryId id = county.record(chen, service, 120);
        county.approve(id);
        county.ok(LI, new HoursReversed(id, "counted twice"));
        assertEquals(State.REVERSED, county.recordOf(id).state());
        assertAccount(0, 0, 0, 0);
        assertEquals(0, county.books().held(chen));
        assertEquals(0, county.books().passbooks().balance(chen).owed());
    }

    @Test
    void pointsSpentBeforeTheReversalAreOwedAndSettledFromLaterEarnings() {
        EntryId id = county.record(chen, service, 300);
        county.approve(id);
        county.ok(LIN, new PointsAdjusted(chen, -7, Basis.CORRECTION, "spent", null));
        county.ok(LI, new HoursReversed(id, "counted twice"));
        assertEquals(0, county.books().held(chen));
        assertEquals(7, county.books().passbooks().balance(chen).owed());
        county.ok(LIN, new PointsAdjusted(chen, 3, Basis.CIVIC_ACT, "cleared snow", null));
        assertEquals(0, county.books().held(chen));
        assertEquals(4, county.books().passbooks().balance(chen).owed());
        county.approve(county.record(chen, service, 300));
        assertEquals(6, county.books().held(chen));
        assertEquals(0, county.books().passbooks().balance(chen).owed());
    }

    @Test
    void adjustmentsAreNotHours() {
        county.ok(LIN, new PointsAdjusted(chen, 50, Basis.OPENING_BALANCE, "from the old book", null));
        assertEquals(50, county.books().held(chen));
        assertAccount(0, 0, 0, 0);
    }

    @Test
    void theDailyCapBoundsPointsButNotMinutes() {
        EntryId first = county.record(chen, service, 600);
        EntryId second = county.record(chen, service, 300);
        EntryId third = county.record(chen, service, 61);
        EntryId nextDay = county.record(chen, service, TODAY.minusDays(1), 60);
        county.approve(first, second, third, nextDay);
        assertEquals(600, county.recordOf(first).creditedMinutes());
        assertEquals(120, county.recordOf(second).creditedMinutes());
        assertEquals(0, county.recordOf(third).creditedMinutes());
        assertEquals(60, county.recordOf(nextDay).creditedMinutes());
        assertAccount(0, 1021, 0, 4);
        assertEquals(20 + 4 + 2, county.books().held(chen));
    }

    @Test
    void aReversedRecordMakesRoomUnderTheCap() {
        EntryId first = county.record(chen, service, 720);
        county.approve(first);
        county.ok(LI, new HoursReversed(first, "counted twice"));
        EntryId second = county.record(chen, service, 60);
        county.approve(second);
        assertEquals(60, county.recordOf(second).creditedMinutes());
    }

    @Test
    void aClockSessionOfUnlikelyLengthWaitsForASecondPerson() {
        EntryId id = county.serve(chen, service, 721);
        assertEquals(State.PENDING, county.recordOf(id).state());
        county.approve(id);
        assertEquals(720, county.recordOf(id).creditedMinutes(), "no more than the longest session");
        assertAccount(721, 0, 0, 1);
    }

    @Test
    void thePolicyMayAskForASecondPersonAlways() {
        adopt(TestLedger.policy("clockNeedsSecondPerson", "true"));
        EntryId id = county.serve(chen, service, 30);
        assertEquals(State.PENDING, county.recordOf(id).state());
        assertAccount(0, 0, 30, 1);
    }

    @Test
    void roundingIsThePolicysInForce() {
        EntryId before = county.record(chen, service, 45);
        county.approve(before);
        adopt(TestLedger.policy("rounding", "\"NEAREST\""));
        EntryId after = county.record(chen, service, 45);
        EntryId less = county.record(chen, service, 44);
        county.approve(after, less);
        assertEquals(1, county.recordOf(before).points(), "an hour and a half's point, down");
        assertEquals(1, county.recordOf(before).policy());
        assertEquals(2, county.recordOf(after).points(), "the same to the nearest");
        assertEquals(1, county.recordOf(less).points());
        assertEquals(2, county.recordOf(less).policy());
    }

    @Test
    void whatIsUnlikelyIsFlaggedAndCounted() {
        assertFlags(county.record(chen, service, 60));
        assertFlags(county.record(chen, service, 60), Flag.REPEAT);
        assertFlags(county.record(chen, service, 61));
        assertFlags(county.record(chen, county.activity("culture"), 60));
        assertFlags(county.record(county.enrol(), service, 60));
        assertFlags(county.record(chen, service, TODAY, 24 * 60 + 1), Flag.OVER_A_DAY);
        assertFlags(county.record(chen, service, TODAY.plusDays(1), 60), Flag.FUTURE);
        assertAccount(0, 0, 60 + 60 + 61 + 60 + 1441 + 60, 6);
    }

    @Test
    void timesThatOverlapAreFlagged() {
        assertFlags(county.timed(chen, service, TODAY, 9, 120));
        assertFlags(county.timed(chen, service, TODAY, 10, 30), Flag.OVERLAP);
        assertFlags(county.timed(chen, service, TODAY, 11, 60));
        assertFlags(county.timed(county.enrol(), service, TODAY, 9, 120));
        assertFlags(county.timed(chen, service, TODAY, 9, 120), Flag.REPEAT, Flag.OVERLAP);
    }

    @Test
    void aRejectedRecordIsNeitherRepeatedNorOverlapped() {
        EntryId id = county.timed(chen, service, TODAY, 9, 120);
        county.ok(LI, new HoursRejected(id, "wrong day"));
        assertFlags(county.timed(chen, service, TODAY, 9, 120));
    }

    @Test
    void aNightShiftOverlapsTheMorningAfter() {
        county.timed(chen, service, TODAY.minusDays(1), 22, 240);
        assertFlags(county.timed(chen, service, TODAY, 1, 60), Flag.OVERLAP);
        assertFlags(county.timed(chen, service, TODAY, 2, 60));
    }

    @Test
    void aNightShiftWrittenDownLastOverlapsTheMorningAfter() {
        county.timed(chen, service, TODAY, 1, 60);
        assertFlags(county.timed(chen, service, TODAY.minusDays(1), 22, 240), Flag.OVERLAP);
    }

    @Test
    void aNightAtTheKioskBelongsToTheDayItBegan() {
        county.clock.set(TODAY, 22, 0);
        ServiceRecord record = county.recordOf(county.serve(chen, service, 180));
        assertEquals(TODAY, record.day());
        assertEquals(180, record.minutes());
        assertFlags(record.id());
    }

    @Test
    void hoursServedBeforeTheClosingCanStillBeRecorded() {
        county.ok(WANG, new ActivityClosed(service, null, null));
        assertFalse(county.books().activity(service).orElseThrow().open());
        county.approve(county.record(chen, service, 60));
        assertEquals(2, county.books().held(chen));
    }

    @Test
    void aDismissedPersonStaysNamed() {
        county.ok(LIN, new StaffDismissed("wang", "moved away"));
        StaffMember wang = county.books().staff("wang").orElseThrow();
        assertEquals("王芳", wang.name());
        assertFalse(wang.inOffice());
        assertEquals(3, county.books().staff().size());
    }

    @Test
    void whoComesBackAfterADismissalTakesOfficeAnew() {
        EntryId first = county.books().staff("wang").orElseThrow().since();
        county.ok(LIN, new StaffAppointed("wang", "王芳", List.of(Role.CLERK, Role.AUDITOR), null));
        assertEquals(first, county.books().staff("wang").orElseThrow().since(), "other roles, the same office");
        county.ok(LIN, new StaffDismissed("wang", "moved away"));
        EntryId again = county.ok(LIN, new StaffAppointed("wang", "王小明", List.of(Role.CLERK), null));
        assertEquals(again, county.books().staff("wang").orElseThrow().since());
    }

    @Test
    void aVisitNobodyEndedIsCutAtWhatARecordHolds() {
        ServiceRecord record = county.recordOf(county.serve(chen, service, 200_000));
        assertEquals(100_000, record.minutes());
        assertEquals(State.PENDING, record.state());
        assertTrue(record.flags().contains(Flag.OVER_A_DAY));
    }

    @Test
    void secondsShortOfAMinuteDoNotCount() {
        county.clock.pass(Duration.ofSeconds(1));
        EntryId in = county.ok(WANG, new CheckedIn(chen, service));
        county.clock.pass(Duration.ofSeconds(59));
        EntryId out = county.ok(WANG, new CheckedOut(chen, in));
        assertEquals(0, county.recordOf(out).minutes());
        assertEquals("wang", county.recordOf(out).recorder());
    }

    private void adopt(String policy) {
        county.ok(Actor.NODE, new PolicyAdopted(county.policyInForce() + 1, policy));
    }

    private List<ServiceTotal> standingTotals() {
        return county.books().serviceTotals().stream()
                .filter(total -> total.records() > 0)
                .toList();
    }

    private void assertFlags(EntryId id, Flag... flags) {
        assertEquals(List.of(flags), county.recordOf(id).flags());
    }

    private void assertAccount(long clock, long backfilled, long pending, long records) {
        VolunteerAccount account = county.books().volunteer(chen).orElseThrow();
        assertEquals(clock, account.clockMinutes(), "by the clock");
        assertEquals(backfilled, account.backfilledMinutes(), "backfilled");
        assertEquals(pending, account.pendingMinutes(), "pending");
        assertEquals(records, account.records(), "records");
    }
}

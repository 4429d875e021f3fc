package linli.ledger;

import static linli.ledger.TestLedger.LI;
import static linli.ledger.TestLedger.LIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import linli.entry.Actor;
import linli.entry.CountyEvent.PolicyAdopted;
import linli.entry.Entry;
import linli.entry.EntryCodec;
import linli.entry.EntryId;
import linli.entry.HoursEvent.HoursReversed;
import linli.entry.PointsEvent.Basis;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.ActivityOpened;
import linli.report.Why;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a balance rests on, line by line. */
class WhyTest {
    @TempDir
    Path folder;

    private TestLedger county;
    private VolunteerNo chen;
    private EntryId record;

    @BeforeEach
    void twoHoursAndAGift() {
        county = TestLedger.found(folder, TestLedger.POLICY);
        chen = county.enrol();
        record = county.record(
                chen,
                county.ok(TestLedger.WANG, new ActivityOpened("巡逻", "老城", "service", null, null, null, null)),
                120);
        county.approve(record);
        county.ok(Actor.NODE, new PolicyAdopted(2, TestLedger.POLICY.replaceAll("(\"pointsPerHour\": )[0-9]+", "$19")));
        county.ok(LIN, new PointsAdjusted(chen, 3, Basis.CIVIC_ACT, "让座", null));
    }

    @AfterEach
    void close() {
        county.close();
    }

    private Optional<Entry> entry(EntryId id) {
        return Optional.of(EntryCodec.decode(county.ledger().log().entry(id.index())));
    }

    private Why why() {
        return Why.of(county.books(), this::entry, 0, chen, null, 10);
    }

    @Test
    void hoursAreExplainedByActivityMinutesRuleRecorderAndApprover() {
        Why why = why();
        assertEquals(7, why.points().held());
        Why.Reason first = why.reasons().get(1);
        assertEquals(4, first.movement().points());
        Why.Hours hours = Objects.requireNonNull(first.hours());
        assertEquals("service", hours.activity().category());
        assertEquals(120, hours.record().minutes());
        assertEquals(120, hours.record().creditedMinutes());
        assertEquals(1, hours.record().policy());
        assertEquals(2, hours.pointsPerHour(), "as the policy said then");
        assertEquals("wang", hours.record().recorder());
        assertEquals("li", hours.record().decider());
        assertNull(why.next());
    }

    @Test
    void whatIsNotForHoursIsExplainedByItsEntry() {
        Why.Reason newest = why().reasons().get(0);
        assertNull(newest.hours());
        assertEquals(LIN, Objects.requireNonNull(newest.entry()).by());
        assertEquals(7, newest.movement().held());
    }

    @Test
    void aReversalNamesTheRecordItTookBackAndTheApproverOfThatTime() {
        county.ok(LI, new HoursReversed(record, "记重了"));
        Why.Reason newest = why().reasons().get(0);
        assertEquals(-4, newest.movement().points());
        Why.Hours hours = Objects.requireNonNull(newest.hours());
        assertEquals(record, hours.record().id());
        assertEquals("li", Objects.requireNonNull(hours.record().decision()).by());
    }

    @Test
    void aLongPassbookIsToldPageByPage() {
        Why page = Why.of(county.books(), this::entry, 0, chen, null, 1);
        assertEquals(1, page.reasons().size());
        Why rest = Why.of(county.books(), this::entry, 0, chen, page.next(), 5);
        assertEquals(
                List.of(record),
                rest.reasons().stream().map(reason -> reason.movement().cause()).toList());
    }
}

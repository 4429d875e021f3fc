package linli.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import linli.calendar.WorkCalendar;
import linli.entry.EntryId;
import linli.entry.HoursEvent.HoursRecorded;
import linli.entry.HoursEvent.HoursRejected;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.ActivityClosed;
import linli.entry.VolunteeringEvent.ActivityOpened;
import linli.report.DeadlinesReport;
import linli.report.Format;
import linli.report.Reports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody sees alone: one person at two places at once; and what is easily forgotten: to write things down in time. */
class OverlapsTest {
    private static final LocalDate TODAY = TestLedger.TODAY;

    @TempDir
    Path folder;

    private Network network;
    private Site home;
    private Site host;

    @BeforeEach
    void begin() {
        network = new Network(folder);
        home = network.join();
        host = network.join();
        network.meet(home);
    }

    @AfterEach
    void end() {
        network.close();
    }

    @Test
    void timeServedAtTwoBranchesAtOnceIsFoundWhenTheirLogsMeet() {
        VolunteerNo chen = home.rich(1);
        home.carry(host);
        EntryId here = timed(home, chen, 9, 120);
        EntryId there = timed(host, chen, 10, 120);
        timed(host, chen, 12, 60);
        assertEquals(List.of(), home.books().overlaps().all());
        host.carry(home);
        assertEquals(
                List.of(new Overlaps.Pair(record(here), record(there))),
                home.books().overlaps().all());
        assertEquals(List.of(record(there)), home.books().overlaps().with(record(here)));
        host.ok(TestLedger.LIN, new HoursRejected(there, "was at home"));
        host.carry(home);
        assertEquals(List.of(), home.books().overlaps().all(), "what is rejected overlaps nothing");
    }

    @Test
    void aNightShiftOverlapsTheNextMorningElsewhere() {
        VolunteerNo chen = home.rich(1);
        home.carry(host);
        timed(home, chen, 22, 600);
        long morning = FakeClock.seconds(TODAY.plusDays(1), 7, 0);
        host.rich(1);
        host.ok(new HoursRecorded(chen, activity(host), TODAY.plusDays(1), morning, morning + 3600, 60, null, null));
        host.carry(home);
        assertEquals(1, home.books().overlaps().all().size());
        assertEquals(1, Reports.overlaps(home.books()).overlaps().size());
    }

    @Test
    void anActivityIsDueTenWorkingDaysAfterItsEndAndNoMoreWhenItIsClosed() {
        EntryId ended = home.ok(new ActivityOpened("义诊", "广场", "service", null, TODAY.minusDays(1), null, null));
        home.ok(new ActivityOpened("图书", "广场", "service", null, TODAY, null, null));
        DeadlinesReport report = Reports.deadlines(home.books(), WorkCalendar.china(), TODAY);
        assertEquals(
                List.of(new DeadlinesReport.Line(ended.toString(), "义诊", "2026-03-09", "2026-03-23", 9)),
                report.activities());
        assertEquals(-2, late().activities().get(0).workingDaysLeft());
        assertEquals(true, Format.TABLE.write(late()).contains("2 late."), Format.TABLE.write(late()));
        home.ok(new ActivityClosed(ended, 4, "everybody came"));
        assertEquals(
                List.of(),
                Reports.deadlines(home.books(), WorkCalendar.china(), TODAY).activities());
    }

    private DeadlinesReport late() {
        return Reports.deadlines(home.books(), WorkCalendar.china(), LocalDate.of(2026, 3, 25));
    }

    private ServiceRecord record(EntryId id) {
        return home.books().record(id).orElseThrow();
    }

    private static EntryId activity(Site site) {
        return site.ok(new ActivityOpened("活动", "和平社区", "service", null, null, null, null));
    }

    private static EntryId timed(Site site, VolunteerNo volunteer, int hour, int minutes) {
        site.rich(1);
        long start = FakeClock.seconds(TODAY, hour, 0);
        return site.ok(
                new HoursRecorded(volunteer, activity(site), TODAY, start, start + minutes * 60L, minutes, null, null));
    }
}

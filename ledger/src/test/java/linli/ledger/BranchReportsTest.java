package linli.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.ActivityOpened;
import linli.entry.VolunteeringEvent.CheckedIn;
import linli.entry.VolunteeringEvent.CheckedOut;
import linli.report.BalancesReport;
import linli.report.Format;
import linli.report.HoursReport;
import linli.report.Reports;
import linli.report.VolunteerReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of a network, with a volunteer who serves at home and as a guest. */
class BranchReportsTest {
    @TempDir
    Path folder;

    private Network network;
    private Site home;
    private Site host;
    private VolunteerNo chen;
    private VolunteerNo wu;

    @BeforeEach
    void serve() {
        network = new Network(folder);
        home = network.join();
        host = network.join();
        network.meet(home);
        chen = home.enrol();
        wu = home.enrol();
        home.carry(host);
        visit(home, chen, Duration.ofHours(1));
        visit(host, chen, Duration.ofHours(2));
        visit(host, wu, Duration.ofHours(3));
        network.meetAll();
    }

    @AfterEach
    void end() {
        network.close();
    }

    private void visit(Site site, VolunteerNo who, Duration time) {
        EntryId activity = site.ok(new ActivityOpened("活动", "广场", "service", null, null, null, null));
        Actor self = new Actor.Volunteer(who);
        EntryId checkIn = site.ok(self, new CheckedIn(who, activity));
        network.clock.pass(time);
        site.ok(self, new CheckedOut(who, checkIn));
    }

    @Test
    void hoursAreAddedUpByBranchAndEveryVolunteerIsCountedOnce() {
        HoursReport hours = Reports.hours(network.county.books());
        assertEquals(360, hours.totalMinutes());
        assertEquals(2, hours.volunteers());
        assertEquals(
                List.of(1L, 2L),
                hours.branches().stream().map(branch -> branch.volunteers()).toList());
        assertEquals(
                List.of(60L, 300L),
                hours.branches().stream().map(branch -> branch.totalMinutes()).toList());
        assertEquals("""
                branch,place,volunteers,records,hours,approved,waiting,by clock,backfilled\r
                1 社区,广场,,1,1:00,1:00,0:00,1:00,0:00\r
                1 社区,total,1,1,1:00,1:00,0:00,1:00,0:00\r
                2 社区,广场,,2,5:00,5:00,0:00,5:00,0:00\r
                2 社区,total,2,2,5:00,5:00,0:00,5:00,0:00\r
                all,total,2,3,6:00,6:00,0:00,6:00,0:00\r
                """, Format.CSV.write(hours));
    }

    @Test
    void balancesNameTheBranchOfEveryAccount() {
        BalancesReport balances = Reports.balances(network.county.books());
        List<String> names = balances.accounts().stream()
                .map(BalancesReport.Balance::account)
                .toList();
        assertEquals(List.of("b1:held:" + chen, "b1:issued", "b2:held:" + chen, "b2:held:" + wu, "b2:issued"), names);
        assertEquals(
                balances.heldPoints(),
                balances.branches().stream()
                        .mapToLong(BalancesReport.BranchBalance::heldPoints)
                        .sum());
    }

    @Test
    void aVolunteersReportHasALineForEachBranchWhereTheyServed() {
        VolunteerReport report = Reports.volunteer(network.county.books(), chen).orElseThrow();
        assertEquals(180, report.clockMinutes());
        assertEquals(2, report.records().size());
        assertEquals(
                List.of(60L, 120L),
                report.branches().stream()
                        .map(VolunteerReport.Page::clockMinutes)
                        .toList());
        String shown = Format.TABLE.write(report);
        assertTrue(shown.contains("At 2 社区: 2:00 by clock"), shown);
        assertFalse(shown.contains("spend here"), shown);
        assertEquals(
                0,
                Reports.volunteer(network.county.books(), wu)
                        .orElseThrow()
                        .branches()
                        .get(0)
                        .points()
                        .held());
    }

    @Test
    void everyNodeReportsTheSame() {
        for (Site node : network.nodes()) {
            assertEquals(Reports.hours(network.county.books()), Reports.hours(node.books()));
            assertEquals(Reports.balances(network.county.books()), Reports.balances(node.books()));
            assertEquals(Reports.volunteer(network.county.books(), chen), Reports.volunteer(node.books(), chen));
        }
    }
}

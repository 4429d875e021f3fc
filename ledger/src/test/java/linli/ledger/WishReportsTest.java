package linli.ledger;

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
import linli.entry.EntryId;
import linli.entry.TeamEvent;
import linli.entry.TeamEvent.TeamDissolved;
import linli.entry.TeamEvent.TeamFormed;
import linli.entry.TeamEvent.TeamJoined;
import linli.entry.VolunteerNo;
import linli.entry.WishEvent.End;
import linli.entry.WishEvent.Kind;
import linli.entry.WishEvent.WishClaimed;
import linli.entry.WishEvent.WishClosed;
import linli.entry.WishEvent.WishConfirmed;
import linli.entry.WishEvent.WishFulfilled;
import linli.entry.WishEvent.WishPosted;
import linli.report.Format;
import linli.report.Reports;
import linli.report.TeamsReport;
import linli.report.WishFigures;
import linli.report.WishesReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of wishes and teams, to people and to programs. */
class WishReportsTest {
    @TempDir
    Path folder;

    @Test
    void wishesAreCountedByKindWithTheTimesTheyTook() {
        try (TestLedger county = TestLedger.found(folder)) {
            VolunteerNo chen = county.enrol();
            confirmed(county, chen, Duration.ofHours(1), 5);
            confirmed(county, chen, Duration.ofHours(3), 4);
            confirmed(county, chen, Duration.ofHours(80), 4);
            county.ok(WANG, new WishClosed(posted(county, Kind.WISH), End.REFUSED, "x"));
            posted(county, Kind.HELP);
            county.clock.pass(Duration.ofDays(11));
            WishesReport report = Reports.wishes(county.books(), county.clock.instant());
            assertEquals("""
                    kind,posted,to accept,open,in hand,to confirm,confirmed,closed,late response,overdue,response,longest response,done in,longest,stars\r
                    wish,4,0,0,0,0,3,1,1,0,2:00,80:00,4:00,81:00,4.3\r
                    order,0,0,0,0,0,0,0,0,0,,,,,\r
                    repair,0,0,0,0,0,0,0,0,0,,,,,\r
                    help,1,0,1,0,0,0,0,1,1,,,,,\r
                    suggestion,0,0,0,0,0,0,0,0,0,,,,,\r
                    total,5,0,1,0,0,3,1,2,1,2:00,80:00,4:00,81:00,4.3\r
                    """, Format.CSV.write(report));
            WishFigures wishes = report.kinds().get(0);
            assertEquals(1, wishes.respondedLate(), "80 hours where the policy has 48");
            assertEquals(0, wishes.withoutResponse());
            assertEquals(1, report.kinds().get(3).withoutResponse());
            assertEquals(1, wishes.ends().get(End.REFUSED));
            String json = Format.JSON.write(report);
            assertTrue(json.contains("\"responseMedianMinutes\" : 120"), json);
            assertTrue(json.contains("\"CONFIRMED\" : 3"), json);
            assertFalse(json.contains("branches"), json);
            assertTrue(Format.TABLE.write(report).contains("1 should be done and are not"), "11 days later");
        }
    }

    private static EntryId posted(TestLedger county, Kind kind) {
        return county.ok(WANG, new WishPosted(kind, null, "一副老花镜", null, 3, TODAY.plusDays(10)));
    }

    /** Somebody takes it on after a time, and has done it an hour later. */
    private static void confirmed(TestLedger county, VolunteerNo chen, Duration response, int stars) {
        EntryId wish = posted(county, Kind.WISH);
        county.clock.pass(response);
        county.ok(WANG, new WishClaimed(wish, chen, null));
        county.clock.pass(Duration.ofHours(1));
        county.ok(WANG, new WishFulfilled(wish, null));
        county.ok(LIN, new WishConfirmed(wish, stars, 1));
    }

    @Test
    void aTeamHasTheHoursOfThoseWhoAreOfIt() {
        try (TestLedger county = TestLedger.found(folder)) {
            EntryId activity = county.activity("service");
            VolunteerNo chen = county.enrol();
            VolunteerNo wu = county.enrol();
            county.serve(chen, activity, 90);
            county.approve(county.record(wu, activity, 60));
            county.record(wu, activity, 500);
            EntryId patrol = county.ok(WANG, new TeamFormed(TeamEvent.Kind.VOLUNTEER, "巡逻队"));
            EntryId partner = county.ok(WANG, new TeamFormed(TeamEvent.Kind.PARTNER_UNIT, "供电所"));
            EntryId gone = county.ok(WANG, new TeamFormed(TeamEvent.Kind.EMERGENCY, "应急队"));
            county.ok(WANG, new TeamJoined(patrol, chen));
            county.ok(WANG, new TeamJoined(patrol, wu));
            county.ok(WANG, new TeamJoined(partner, wu));
            county.ok(WANG, new TeamJoined(gone, wu));
            county.ok(WANG, new TeamDissolved(gone, "merged"));
            TeamsReport report = Reports.teams(county.books());
            assertEquals(String.format("""
                    team,name,kind,members,hours,by clock,backfilled\r
                    %s,巡逻队,volunteer,2,2:30,1:30,1:00\r
                    %s,供电所,partner unit,1,1:00,0:00,1:00\r
                    """, patrol, partner), Format.CSV.write(report));
            assertEquals(2, report.volunteers(), "each once");
        }
    }

    @Test
    void everyNodeReportsTheSameOfAllBranches() {
        try (Network network = new Network(folder)) {
            Site first = network.join();
            Site second = network.join();
            network.meet(first);
            for (Site site : List.of(first, second)) {
                site.ok(new WishPosted(Kind.ORDER, null, "修水管", null, 3, TODAY.plusDays(10)));
                EntryId team = site.ok(new TeamFormed(TeamEvent.Kind.EMERGENCY, "应急队"));
                VolunteerNo volunteer = site.enrol();
                site.ok(new Actor.Volunteer(volunteer), new TeamJoined(team, volunteer));
            }
            network.meetAll();
            WishesReport wishes = Reports.wishes(network.county.books(), network.clock.instant());
            assertEquals(2, wishes.branches().size());
            assertTrue(Format.CSV.write(wishes).contains("\n2 社区,order,1,0,1,"), () -> Format.CSV.write(wishes));
            assertTrue(Format.CSV.write(wishes).contains("\nall,total,2,0,2,"), () -> Format.CSV.write(wishes));
            TeamsReport teams = Reports.teams(network.county.books());
            assertEquals(
                    List.of("1 社区", "2 社区"),
                    teams.teams().stream().map(TeamsReport.Line::branch).toList());
            for (Site node : network.nodes()) {
                assertEquals(wishes, Reports.wishes(node.books(), network.clock.instant()));
                assertEquals(teams, Reports.teams(node.books()));
            }
        }
    }
}

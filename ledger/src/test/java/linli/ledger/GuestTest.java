package linli.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import linli.entry.Actor;
import linli.entry.CountyEvent.BranchClosed;
import linli.entry.CountyEvent.PolicyAdopted;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.HoursEvent.HoursApproved;
import linli.entry.HoursEvent.HoursRecorded;
import linli.entry.HoursEvent.HoursReversed;
import linli.entry.PointsEvent.Basis;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.ShopEvent.ItemListed;
import linli.entry.ShopEvent.Line;
import linli.entry.ShopEvent.PointsRedeemed;
import linli.entry.ShopEvent.StockReceived;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.ActivityClosed;
import linli.entry.VolunteeringEvent.ActivityOpened;
import linli.entry.VolunteeringEvent.CheckedIn;
import linli.entry.VolunteeringEvent.CheckedOut;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one branch may do with another's volunteers, and never with another's book. */
class GuestTest {
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

    private EntryId activity(Site site) {
        return site.ok(new ActivityOpened("活动", "和平社区", "service", null, null, null, null));
    }

    @Test
    void aGuestServesEarnsAndSpendsWhereTheyAre() {
        VolunteerNo chen = home.rich(10);
        home.carry(host);
        Actor self = new Actor.Volunteer(chen);
        EntryId checkIn = host.ok(self, new CheckedIn(chen, activity(host)));
        network.clock.pass(Duration.ofHours(2));
        host.ok(self, new CheckedOut(chen, checkIn));
        assertEquals(4, host.books().held(chen));
        home.ok(host.send(chen, 3, home));
        host.carry(home);
        assertEquals(13, home.books().held(chen));
        assertEquals(1, host.books().held(chen));
        assertEquals(0, home.books().volunteer(chen).orElseThrow().totalMinutes(), "the page at home is home's");
        VolunteerAccount page = home.books().volunteer(2, chen).orElseThrow();
        assertTrue(page.guest());
        assertEquals(120, page.totalMinutes());
    }

    @Test
    void aGuestRedeemsWhereTheirPointsAreHeld() {
        VolunteerNo chen = home.rich(10);
        home.carry(host);
        host.ok(home.send(chen, 6, host));
        EntryId rice = host.ok(new ItemListed("大米", "袋", 5, null));
        host.ok(new StockReceived(rice, 3, null));
        Actor self = new Actor.Volunteer(chen);
        EntryId redeemed = host.ok(self, new PointsRedeemed(chen, List.of(new Line(rice, 1)), 5));
        Event more = new PointsRedeemed(chen, List.of(new Line(rice, 1)), 5);
        assertEquals(Rejection.NOT_ENOUGH_POINTS, ((Outcome.Refused) host.post(self, more)).code());
        host.carry(home);
        ShopBook seenFromHome = home.books().shop(host.number());
        assertEquals(2, seenFromHome.item(rice).orElseThrow().stock());
        assertEquals(redeemed, seenFromHome.redemptions(chen, null, 9).get(0).id());
        assertEquals(List.of(), home.books().shop().redemptions(chen, null, 9));
        assertEquals(4, home.books().held(chen));
    }

    @Test
    void aGuestNobodyHereKnowsIsRefusedButWhoReadsBelievesTheBranch() {
        VolunteerNo chen = home.enrol();
        EntryId activity = activity(host);
        assertEquals(Rejection.UNKNOWN_VOLUNTEER, host.refused(new CheckedIn(chen, activity)));
        host.close();
        Forger.append(host, new CheckedIn(chen, activity));
        host.start();
        assertEquals(List.of(), host.books().findings());
        host.carry(network.county);
        assertTrue(network.county.books().volunteer(2, chen).isPresent());
    }

    @Test
    void aMaliciousBranchTouchesNobodyElsesRows() {
        VolunteerNo chen = home.rich(10);
        EntryId activity = activity(home);
        EntryId record = home.ok(new HoursRecorded(chen, activity, TestLedger.TODAY, null, null, 60, null, null));
        home.ok(TestLedger.LIN, new HoursApproved(List.of(record), 1));
        EntryId open = home.ok(new CheckedIn(chen, activity));
        host.rich(1);
        host.close();
        List<Event> attacks = List.of(
                new ActivityClosed(activity, null, null),
                new CheckedOut(chen, open),
                new CheckedIn(chen, activity),
                new HoursRecorded(chen, activity, TestLedger.TODAY, null, null, 60, null, null),
                new HoursReversed(record, "x"),
                new HoursApproved(List.of(record), 1),
                new PointsAdjusted(chen, -10, Basis.CORRECTION, "x", null),
                TestLedger.sending(chen, 10, 2),
                new BranchClosed(1, 0, "x"),
                new PolicyAdopted(2, Policy.defaultDocument()));
        attacks.forEach(attack -> Forger.append(host, attack));
        Forger.appendBytes(host, new byte[] {1, 2, 3});
        host.start();
        List<String> before = homes();
        network.meetAll();
        for (Site node : network.nodes()) {
            assertEquals(attacks.size() + 1, node.books().findings().size(), "node " + node.number());
            TestLedger.assertSound(node.books());
        }
        assertEquals(before, homes());
        assertEquals(home.rows(), network.county.rows());
    }

    /** All rows at home that the branch wrote or the county did. */
    private List<String> homes() {
        return home.rows().entrySet().stream()
                .flatMap(table -> table.getValue().values().stream()
                        .map(Record::toString)
                        .filter(row -> !row.contains("2-") && !row.contains("branch=2") && !row.contains("atSeconds"))
                        .map(row -> table.getKey() + " " + row))
                .toList();
    }

    @Test
    void aNodeThatHasLostTheCountysLogWritesNothingUntilItIsBack() throws IOException {
        VolunteerNo chen = home.rich(10);
        home.close();
        MoreFiles.deleteRecursively(home.copyOf(network.county), RecursiveDeleteOption.ALLOW_INSECURE);
        home.start();
        Event event = TestLedger.sending(chen, 1, 2);
        LedgerException told = assertThrows(LedgerException.class, () -> home.refused(event));
        assertEquals(LedgerException.Code.CATCHING_UP, told.code());
        network.county.carry(1, home);
        assertThrows(LedgerException.class, () -> home.refused(event));
        network.county.carry(home);
        home.ok(event);
        assertEquals(9, home.books().held(chen));
    }

    @Test
    void aClockBehindTheCountysIsLiftedToIt() {
        network.clock.pass(Duration.ofDays(30));
        long countys = network.clock.instant().getEpochSecond();
        home.ledger().witnessCounty(countys).idOrThrow();
        network.clock.pass(Duration.ofDays(-400));
        Outcome answer = home.post(Actor.NODE, new ActivityOpened("活动", "和平", "service", null, null, null, null));
        assertEquals(countys, ((Outcome.Recorded) answer).entry().atSeconds());
    }
}

package linli.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import linli.entry.Actor;
import linli.entry.CountyEvent.BranchClosed;
import linli.entry.EntryCodec;
import linli.entry.EntryId;
import linli.entry.PointsEvent.PointsReceived;
import linli.entry.SignedEntry;
import linli.entry.VolunteerNo;
import linli.ledger.LedgerException;
import linli.log.LogException;
import linli.log.LogView;
import linli.log.Progress;
import linli.mirror.Cosigner;
import linli.mirror.MirrorDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeetingTest {
    @TempDir
    private Path folder;

    private TestNode county;
    private TestNode heping;
    private TestNode xijie;

    @BeforeEach
    void found() throws PeerException {
        county = TestNode.county(folder.resolve("county"));
        heping = county.enrol(folder.resolve("heping"), "heping");
        xijie = county.enrol(folder.resolve("xijie"), "xijie");
    }

    @AfterEach
    void close() {
        Stream.of(county, heping, xijie).forEach(TestNode::close);
    }

    private void meetAll() throws PeerException {
        heping.meet(county);
        xijie.meet(county);
        heping.meet(county);
    }

    @Test
    void whoHasMetHasTheSameAccounts() throws PeerException {
        VolunteerNo zhang = heping.volunteer();
        heping.grant(zhang, 100);
        VolunteerNo li = xijie.volunteer();
        xijie.grant(li, 30);
        meetAll();
        assertEquals(county.accounts(), heping.accounts());
        assertEquals(county.accounts(), xijie.accounts());
        assertEquals(
                100,
                county.ledger.books().pointsAccounts().stream()
                        .filter(account -> zhang.equals(account.volunteer()))
                        .mapToLong(account -> account.points())
                        .sum());
    }

    @Test
    void theCountySaysHowMuchItHolds() throws PeerException {
        heping.grant(heping.volunteer(), 10);
        long size = heping.ledger.checkpoint().size();
        MeetingReport first = heping.meet(county);
        assertTrue(first.countyHolds().orElseThrow().size() >= size, first.toString());
        MeetingReport second = heping.meet(county);
        assertEquals(
                heping.ledger.log().size(), second.countyHolds().orElseThrow().size(), second.toString());
    }

    @Test
    void nothingNewIsOneRequest() throws PeerException {
        Meeting meeting = new Meeting(heping.ledger, county.asPeer);
        meeting.meet(Progress.UNSEEN);
        meeting.meet(Progress.UNSEEN);
        meeting.meet(Progress.UNSEEN);
        long before = county.asPeer.requests();
        MeetingReport report = meeting.meet(Progress.UNSEEN);
        assertEquals(1, county.asPeer.requests() - before);
        assertEquals(1, report.requests());
    }

    @Test
    void theCountysTimeLiftsABranchWhoseClockIsBehindAndIsNoNewsWithinTheHour() throws PeerException {
        long tomorrow = Instant.now().getEpochSecond() + 86_400;
        Cosigner ahead = new Cosigner(TestNode.COUNTY, TestNode.key(100), () -> Instant.ofEpochSecond(tomorrow));
        DeskPeer peer = new DeskPeer("county", new MirrorDesk(county.ledger, ahead, longer -> {}));
        Meeting meeting = new Meeting(heping.ledger, peer);
        meeting.meet(Progress.UNSEEN);
        assertEquals(tomorrow, heping.ledger.books().view(1).orElseThrow().timeSeconds());
        heping.volunteer();
        byte[] last = heping.ledger.log().entry(heping.ledger.log().size() - 1);
        assertEquals(tomorrow, EntryCodec.decode(last).atSeconds());
        meeting.meet(Progress.UNSEEN);
        meeting.meet(Progress.UNSEEN);
        meeting.meet(Progress.UNSEEN);
        assertEquals(1, meeting.meet(Progress.UNSEEN).requests());
    }

    @Test
    void neighboursCarryEachOthersLogsToTheCounty() throws PeerException {
        heping.grant(heping.volunteer(), 10);
        heping.meet(xijie);
        assertEquals(
                heping.ledger.log().size(),
                xijie.ledger.mirrors().find("xx.linli/heping").orElseThrow().size());
        xijie.meet(county);
        assertEquals(xijie.accounts(), county.accounts());
        assertTrue(county.ledger.mirrors().find("xx.linli/heping").isPresent());
    }

    @Test
    void pointsTravelByASlip() throws PeerException {
        heping.meet(county);
        VolunteerNo zhang = heping.volunteer();
        heping.grant(zhang, 100);
        EntryId sent = heping.ok(new Actor.Volunteer(zhang), heping.sending(zhang, 100, 2));
        byte[] slip = heping.ledger.log().entry(sent.index());
        xijie.ok(Actor.NODE, new PointsReceived(sent, zhang, 100, SignedEntry.of(slip)));
        assertEquals(0, heping.ledger.books().held(zhang));
        assertEquals(100, xijie.ledger.books().held(zhang));
        meetAll();
        assertEquals(county.accounts(), heping.accounts());
        assertTrue(county.ledger.books().transit().inTransit().isEmpty());
        assertTrue(county.ledger.books().findings().isEmpty());
    }

    @Test
    void pointsArriveByThemselvesWithTheSendersLog() throws PeerException {
        heping.meet(county);
        VolunteerNo zhang = heping.volunteer();
        heping.grant(zhang, 100);
        heping.ok(new Actor.Volunteer(zhang), heping.sending(zhang, 60, 2));
        heping.meet(county);
        assertEquals(0, xijie.ledger.books().held(zhang));
        xijie.meet(county);
        assertEquals(60, xijie.ledger.books().held(zhang));
        assertEquals(40, heping.ledger.books().held(zhang));
        xijie.meet(county);
        heping.meet(county);
        assertEquals(county.accounts(), heping.accounts());
        assertTrue(county.ledger.books().transit().inTransit().isEmpty());
    }

    @Test
    void whatIsWrittenDuringAMeetingGoesOutWithTheNext() throws PeerException {
        heping.meet(county);
        VolunteerNo zhang = heping.volunteer();
        heping.grant(zhang, 100);
        heping.ok(new Actor.Volunteer(zhang), heping.sending(zhang, 60, 2));
        heping.meet(county);
        Meeting meeting = new Meeting(xijie.ledger, county.asPeer);
        meeting.meet(Progress.UNSEEN);
        assertEquals(60, xijie.ledger.books().held(zhang));
        MeetingReport next = meeting.meet(Progress.UNSEEN);
        assertEquals(xijie.ledger.log().size(), next.countyHolds().orElseThrow().size());
    }

    @Test
    void aClonedDiskFreezesBothAndTheCountyKeepsTheProof() throws IOException, PeerException {
        heping.meet(county);
        heping.close();
        Path clone = folder.resolve("clone");
        copy(folder.resolve("heping"), clone);
        heping = TestNode.open(folder.resolve("heping"), 1);
        heping.grant(heping.volunteer(), 1);
        heping.meet(county);
        try (TestNode twin = TestNode.open(clone, 1)) {
            twin.grant(twin.volunteer(), 2);
            twin.grant(twin.volunteer(), 3);
            twin.grant(twin.volunteer(), 3);
            twin.meet(county);
            LedgerException refused = assertThrows(LedgerException.class, () -> twin.grant(twin.volunteer(), 3));
            assertTrue(refused.getCause() instanceof LogException, refused.toString());
        }
        assertTrue(countyHasSeenTheFork());
        heping.grant(heping.volunteer(), 3);
        assertEquals(List.of("xx.linli/heping"), heping.meet(county).forked());
        assertThrows(LedgerException.class, () -> heping.grant(heping.volunteer(), 3));
    }

    @Test
    void aCloneThatHasLessThanTheCountyFreezesAndTellsIt() throws IOException, PeerException {
        heping.close();
        Path clone = folder.resolve("clone");
        copy(folder.resolve("heping"), clone);
        heping = TestNode.open(folder.resolve("heping"), 1);
        heping.grant(heping.volunteer(), 1);
        heping.grant(heping.volunteer(), 1);
        heping.meet(county);
        try (TestNode twin = TestNode.open(clone, 1)) {
            twin.volunteer();
            assertEquals(List.of("xx.linli/heping"), twin.meet(county).forked());
            assertTrue(twin.ledger.fork().isPresent());
        }
        assertTrue(countyHasSeenTheFork());
    }

    private boolean countyHasSeenTheFork() {
        return county.ledger
                .mirrors()
                .find("xx.linli/heping")
                .orElseThrow()
                .fork()
                .isPresent();
    }

    @Test
    void aRestoredBackupWritesNothingBeforeItHasItsTailBack() throws IOException, PeerException {
        heping.close();
        Path backup = folder.resolve("backup");
        copy(folder.resolve("heping"), backup);
        heping = TestNode.open(folder.resolve("heping"), 1);
        heping.grant(heping.volunteer(), 1);
        heping.meet(county);
        try (TestNode restored = TestNode.open(backup, 1)) {
            restored.meet(county);
            assertEquals(
                    LedgerException.Code.TAIL_MISSING,
                    assertThrows(LedgerException.class, restored::volunteer).code());
        }
        try (TestNode again = TestNode.open(backup, 1)) {
            assertThrows(LedgerException.class, again::volunteer);
        }
    }

    @Test
    void aLogIsKnownAsSoonAsTheCountysEntryAboutItCame() throws PeerException {
        try (TestNode third = county.enrol(folder.resolve("third"), "third")) {
            third.grant(third.volunteer(), 10);
            third.meet(county);
            for (String origin : List.of("xx.linli", "xx.linli/third")) {
                LogView log = origin.equals("xx.linli")
                        ? county.ledger.log()
                        : county.ledger.mirrors().find(origin).orElseThrow();
                PushOutcome outcome = new Push(heping.asPeer, Progress.UNSEEN)
                        .bring(log, log.latestCheckpoint(), 0, Optional.empty());
                assertInstanceOf(PushOutcome.Held.class, outcome, outcome.toString());
            }
        }
    }

    @Test
    void anEndedLogIsBroughtToWhoLacksEntriesThatCountAndToNobodyElse() throws PeerException {
        heping.grant(heping.volunteer(), 10);
        long end = heping.ledger.log().size();
        heping.grant(heping.volunteer(), 20);
        heping.meet(xijie);
        county.ok(Actor.NODE, new BranchClosed(1, end, "合并"));
        county.ledger.checkpoint();
        assertEquals(List.of(), xijie.meet(county).refused());
        assertTrue(county.ledger.mirrors().find("xx.linli/heping").orElseThrow().size() > end);
        assertEquals(county.accounts(), xijie.accounts());
        heping.meet(county);
        assertEquals(List.of(), heping.meet(county).refused());
    }

    @Test
    void whoMeetsANodeThatLostTheEndOfItsLogBringsItAllTheRest() throws IOException, PeerException {
        heping.close();
        Path backup = folder.resolve("backup");
        copy(folder.resolve("heping"), backup);
        heping = TestNode.open(folder.resolve("heping"), 1);
        heping.grant(heping.volunteer(), 1);
        heping.meet(county);
        xijie.grant(xijie.volunteer(), 5);
        xijie.meet(county);
        try (TestNode restored = TestNode.open(backup, 1)) {
            MeetingReport report = county.meet(restored);
            assertEquals(List.of("xx.linli/heping: STANDS_ELSEWHERE, it stands at 3"), report.refused());
            assertTrue(restored.alarms.get() > 0);
            assertTrue(restored.ledger.mirrors().find("xx.linli/xijie").isPresent());
        }
    }

    @Test
    void anUnreachableCountyDisturbsNobody() throws PeerException {
        county.asPeer.unplug();
        assertThrows(PeerException.class, () -> heping.meet(county));
        heping.grant(heping.volunteer(), 10);
        county.asPeer.plug();
        heping.meet(county);
        assertEquals(heping.accounts(), county.accounts());
        assertFalse(county.ledger.books().pointsAccounts().isEmpty());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}

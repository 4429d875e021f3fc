package linli.bundle;

import static linli.bundle.LogReport.Fate.FORKED;
import static linli.bundle.LogReport.Fate.GAP;
import static linli.bundle.LogReport.Fate.NOTHING_NEW;
import static linli.bundle.LogReport.Fate.OWN_TAIL_MISSING;
import static linli.bundle.LogReport.Fate.TAKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import linli.entry.CountyEvent.BranchClosed;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.Role;
import linli.ledger.CountyView;
import linli.ledger.Ledger;
import linli.ledger.NodeFolder;
import linli.log.Checkpoint;
import linli.log.Hash;
import linli.log.NoteSigner;
import linli.log.Progress;
import linli.log.SignedCheckpoint;
import linli.peer.Forks;
import linli.peer.Vouched;
import linli.wire.AddCheckpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A county and two branches that have nothing between them but sticks. */
class SticksTest {
    @TempDir
    Path disk;

    private final StickNode.Clock clock = new StickNode.Clock();
    private StickNode county;
    private StickNode one;
    private StickNode two;
    private Path stick;

    @BeforeEach
    void found() {
        stick = disk.resolve("stick");
        county = StickNode.county(disk.resolve("county"), clock);
        one = county.enrol(1, disk.resolve("one"));
        two = county.enrol(2, disk.resolve("two"));
    }

    @AfterEach
    void close() {
        Stream.of(county, one, two).forEach(StickNode::close);
    }

    private void carry(StickNode from, StickNode to) {
        from.write(stick, to.number);
        BundleReport report = to.read(stick).bundles().stream()
                .filter(bundle -> bundle.from() == from.number)
                .findFirst()
                .orElseThrow();
        assertEquals(Optional.empty(), report.problem());
        assertTrue(
                report.logs().stream().noneMatch(LogReport::isTrouble),
                () -> report.logs().toString());
    }

    @Test
    void nodesThatMeetOnlyByStickComeToHoldTheSame() {
        for (int round = 1; round <= 3; round++) {
            one.work(130 * round);
            two.work(300);
            carry(one, county);
            carry(two, county);
            clock.passDays(60);
            county.work(5);
            carry(county, one);
            clock.passDays(60);
            carry(county, two);
            assertEquals(one.size() - 1, county.posted(one), "all but what one wrote on reading the stick");
            assertEquals(county.copied(one), two.copied(one));
            assertEquals(county.posted(one), two.posted(one));
            assertEquals(county.size(), two.copied(county));
        }
    }

    @Test
    void aBranchLearnsFromTheReceiptWhatTheCountyHolds() {
        one.work(10);
        carry(one, county);
        long carried = one.size();
        long read = clock.instant().getEpochSecond();
        clock.passDays(30);
        one.work(7);
        WriteReport next = one.write(stick, 0);
        assertEquals(List.of(new ReceiptReport(0, read, Optional.of(new Vouched(carried, read)))), next.receipts());
        assertEquals(3, next.files(), "the county's checkpoint, one's checkpoint and its seven entries");
        assertEquals(List.of(NOTHING_NEW, TAKEN), county.fates(stick, false));
    }

    @Test
    void whatAReceiptSaidIsRememberedForOtherSticks() {
        one.work(10);
        carry(one, county);
        one.write(stick, 0);
        one.restart().work(3);
        one.write(disk.resolve("another"), 0);
        assertEquals(List.of(NOTHING_NEW, GAP), two.fates(disk.resolve("another"), true));
    }

    @Test
    void aBranchWitnessesTheCountyWhenItsLogHasGrown() {
        clock.passDays(40);
        county.work(2);
        long written = clock.instant().getEpochSecond();
        county.write(stick, 1);
        clock.passDays(40);
        one.read(stick);
        CountyView view = one.ledger.books().view(1).orElseThrow();
        assertEquals(county.size(), view.size());
        assertEquals(written, view.timeSeconds());
        long size = one.size();
        one.read(stick);
        assertEquals(size, one.size(), "reading twice writes nothing more");
    }

    @Test
    void aBranchThatWasEnrolledSinceComesInTheSameBundleAsItsEnrolment() {
        StickNode three = county.enrol(3, disk.resolve("three"));
        three.work(4);
        carry(three, county);
        carry(county, one);
        assertEquals(county.copied(three), one.copied(three));
        three.close();
    }

    @Test
    void readingTwiceIsHarmless() {
        one.work(300);
        one.write(stick, 0);
        assertEquals(List.of(NOTHING_NEW, TAKEN), county.fates(stick, false));
        assertEquals(List.of(NOTHING_NEW, NOTHING_NEW), county.fates(stick, false));
        assertEquals(one.size(), county.posted(one));
    }

    @Test
    void anOldBundleAfterANewerOneChangesNothing() {
        one.work(100);
        one.write(stick, 0);
        one.work(50);
        one.write(disk.resolve("newer"), 0);
        assertEquals(TAKEN, county.fates(disk.resolve("newer"), false).get(1));
        assertEquals(NOTHING_NEW, county.fates(stick, false).get(1));
        assertEquals(one.size(), county.copied(one));
    }

    @Test
    void aBundleThatBeginsBeforeWhatCameByAnotherStickGoesOnFromThere() {
        one.work(700);
        one.write(stick, 0);
        one.work(600);
        one.write(disk.resolve("newer"), 0);
        assertEquals(TAKEN, county.fates(stick, false).get(1));
        assertEquals(TAKEN, county.fates(disk.resolve("newer"), false).get(1));
        assertEquals(one.size(), county.posted(one));
    }

    @Test
    void sticksThatCrossEachOther() {
        one.work(20);
        county.work(20);
        one.write(stick, 0);
        county.write(disk.resolve("other"), 1);
        assertEquals(TAKEN, county.fates(stick, false).get(1));
        assertEquals(List.of(TAKEN), one.fates(disk.resolve("other"), false));
        assertEquals(county.size(), one.copied(county));
    }

    @Test
    void aBundleForSomebodyElseIsLeftAloneUnlessAsked() {
        one.work(5);
        one.write(stick, 0);
        ReadReport report = two.read(stick);
        assertEquals(List.of(0), report.forOthers());
        assertEquals(List.of(), report.bundles());
        assertEquals(0, two.copied(one));
        assertEquals(TAKEN, two.fates(stick, true).get(1));
        assertEquals(one.size(), two.copied(one));
    }

    @Test
    void aBundleThatBeginsBehindWhatIsHereSaysSoAndTheReceiptMendsIt() {
        one.work(5);
        carry(one, county);
        one.work(5);
        one.write(stick, 0);
        assertEquals(List.of(NOTHING_NEW, GAP), two.fates(stick, true));
        assertEquals(0, two.copied(one));
        county.write(disk.resolve("news of two"), 1);
        one.read(disk.resolve("news of two"));
        one.write(stick, 2);
        assertTrue(two.fates(stick, false).contains(TAKEN));
        assertEquals(one.size(), two.copied(one));
    }

    @Test
    void anEndedLogIsTakenAsFarAsItCountsAndIsNoTroubleAfterwards() {
        carry(county, one);
        one.work(10);
        long end = one.size();
        carry(one, county);
        one.work(5);
        carry(one, two);
        county.post(new BranchClosed(1, end, "合并"));
        carry(county, two);
        carry(two, county);
        one.write(stick, 0);
        assertEquals(
                List.of(NOTHING_NEW, NOTHING_NEW), county.fates(stick, false).subList(0, 2));
        assertEquals(end, county.posted(one));
        assertEquals(end, two.posted(one));
    }

    @Test
    void whatABranchAnnouncedAndNeverSentKeepsOutNothingThatANeighbourHas() {
        carry(county, one);
        one.work(7);
        carry(one, two);
        one.work(5);
        SignedCheckpoint announced = one.ledger.checkpoint();
        AddCheckpoint message = new AddCheckpoint(0, List.of(), announced.note());
        assertEquals(200, county.desk.addCheckpoint(message.toBytes()).status());
        carry(two, county);
        assertEquals(two.copied(one), county.posted(one));
    }

    /** Its folder as somebody copied it, while the node itself goes on. */
    private Path cloneOfOne() throws IOException {
        one.close();
        Path clone = disk.resolve("clone");
        copy(one.folder, clone);
        one.restartClosed();
        return clone;
    }

    @Test
    void aForkIsFoundAndKeptAndTheOtherLogsAreTaken() throws IOException {
        one.work(5);
        carry(one, county);
        Path clone = cloneOfOne();
        one.work(6);
        carry(one, county);
        try (Ledger cloned = Ledger.open(NodeFolder.open(clone), StickNode.key(1), clock, Progress.UNSEEN)) {
            StickNode twin = StickNode.over(1, clone, clock, cloned);
            twin.post(new StaffAppointed("another", "别人", List.of(Role.CLERK), null));
            Path twins = disk.resolve("twins");
            twin.write(twins, 0);
            assertEquals(List.of(NOTHING_NEW, FORKED), county.fates(twins, false));
        }
        assertTrue(county.copy(one).orElseThrow().fork().isPresent());
    }

    @Test
    void aForkIsFoundWhereAProofDoesNotNameTheOlderRoot() throws IOException {
        Path clone = cloneOfOne();
        one.work((int) (8 - one.size()));
        carry(one, county);
        try (Ledger cloned = Ledger.open(NodeFolder.open(clone), StickNode.key(1), clock, Progress.UNSEEN)) {
            StickNode twin = StickNode.over(1, clone, clock, cloned);
            twin.post(new StaffAppointed("another", "别人", List.of(Role.CLERK), null));
            twin.work(10);
            Path twins = disk.resolve("twins");
            twin.write(twins, 0);
            assertEquals(List.of(NOTHING_NEW, FORKED), county.fates(twins, false));
        }
        county.copy(one)
                .orElseThrow()
                .fork()
                .orElseThrow()
                .verify(one.ledger.node().log());
    }

    @Test
    void aForkIsFoundWhereOneSideWasOnlyAnnouncedAndTheOtherCameWhole() throws IOException {
        one.work(5);
        Path clone = cloneOfOne();
        try (Ledger cloned = Ledger.open(NodeFolder.open(clone), StickNode.key(1), clock, Progress.UNSEEN)) {
            StickNode twin = StickNode.over(1, clone, clock, cloned);
            twin.post(new StaffAppointed("another", "别人", List.of(Role.CLERK), null));
            twin.work(9);
            AddCheckpoint announced =
                    new AddCheckpoint(0, List.of(), cloned.checkpoint().note());
            assertEquals(200, county.desk.addCheckpoint(announced.toBytes()).status());
            one.work(2);
            carry(one, county);
            assertEquals(one.size(), county.copied(one));
            twin.work(4);
            twin.write(stick, 0);
            assertEquals(List.of(NOTHING_NEW, FORKED), county.fates(stick, false));
        }
    }

    @Test
    void aForkIsShownToWhoGaveAReceiptForAsManyEntriesOfTheOtherLog() throws IOException {
        one.work(5);
        Path clone = cloneOfOne();
        one.work(6);
        carry(one, county);
        try (Ledger cloned = Ledger.open(NodeFolder.open(clone), StickNode.key(1), clock, Progress.UNSEEN)) {
            StickNode twin = StickNode.over(1, clone, clock, cloned);
            twin.post(new StaffAppointed("another", "别人", List.of(Role.CLERK), null));
            twin.work(5);
            assertEquals(one.size(), twin.size());
            twin.write(stick, 0);
            assertEquals(List.of(NOTHING_NEW, FORKED), county.fates(stick, false));
        }
    }

    @Test
    void aNodeThatIsToSignNothingMoreWritesAndReadsSticksAllTheSame() {
        carry(one, county);
        one.work(3);
        one.ledger.holdBack();
        long signed = one.ledger.log().latestCheckpoint().size();
        carry(one, county);
        assertEquals(signed, county.copied(one));
        SignedCheckpoint stray = SignedCheckpoint.of(
                new NoteSigner(one.origin(), StickNode.key(1))
                        .sign(new Checkpoint(one.origin(), 1, Hash.EMPTY_TREE).toText()),
                one.ledger.node().log());
        one.ledger.freeze(Forks.between(stray, one.ledger.log().latestCheckpoint(), one.ledger.log()));
        two.work(3);
        carry(two, one);
        carry(one, county);
        assertEquals(two.size(), county.copied(two));
        assertEquals(signed, one.ledger.log().latestCheckpoint().size());
    }

    @Test
    void aNodeThatWasSetBackLearnsThatOthersHoldMoreOfItsLog() throws IOException {
        one.work(5);
        one.close();
        Path backup = disk.resolve("backup");
        copy(one.folder, backup);
        one.restartClosed();
        one.work(6);
        carry(one, county);
        county.write(stick, 1);
        try (Ledger restored = Ledger.open(NodeFolder.open(backup), StickNode.key(1), clock, Progress.UNSEEN)) {
            StickNode old = StickNode.over(1, backup, clock, restored);
            assertTrue(old.fates(stick, false).contains(OWN_TAIL_MISSING));
            assertFalse(old.alarms.isEmpty());
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}

package linli.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A log whose disk was cloned, or that came back from an old backup, signs on otherwise: no copy lets that pass. */
class MirrorForkTest {
    private static final Path DIR = Path.of("log");
    private static final Vkey KEY = Sample.SIGNER.vkey();
    private static final int SAME = 100;

    private final Feed feed = Feed.honest(500);
    private final Feed forked = Feed.forked(SAME, 500);
    private final FakeDisk disk = new FakeDisk();

    private Mirror open() {
        return Mirror.open(disk, DIR, KEY, Progress.UNSEEN);
    }

    private Mirror completed(long size) {
        Mirror mirror = open();
        feed.offer(mirror, size);
        feed.send(mirror, size);
        mirror.settle();
        return mirror;
    }

    @ParameterizedTest
    @CsvSource({"101, 102", "300, 301", "300, 500", "383, 384"})
    void cloneThatPushesALargerTreeIsProvenByItsOwnProof(long size, long larger) {
        try (Mirror mirror = open()) {
            feed.offer(mirror, size);
            assertFork(mirror, forked.offer(mirror, larger));
        }
    }

    @Test
    void atAPowerOfTwoTheProofOfACloneDoesNotNameItsOldRoot() {
        try (Mirror mirror = open()) {
            feed.offer(mirror, 256);
            assertEquals(new HeadAnswer.BadProof(), forked.offer(mirror, 300));
            TileTree clone = new TileTree(300, tile -> tileOf(forked, tile));
            ForkProof proof = ForkProof.ofPrefix(
                    feed.checkpoint(256), forked.checkpoint(300), clone.root(256), clone.consistencyProof(256, 300));
            mirror.freeze(proof);
            assertEquals(Optional.of(proof), mirror.fork());
        }
    }

    private static byte[] tileOf(Feed feed, Tile tile) {
        byte[] bytes = new byte[tile.width() * Hash.SIZE_BYTES];
        for (int i = 0; i < tile.width(); i++) {
            feed.node(8 * tile.level(), tile.first() + i).copyTo(bytes, i * Hash.SIZE_BYTES);
        }
        return bytes;
    }

    @Test
    void anotherRootOfTheHeadsSizeIsAFork() {
        try (Mirror mirror = open()) {
            feed.offer(mirror, 300);
            assertFork(mirror, forked.offer(mirror, 300));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {101, 128, 255, 256, 299})
    void smallerTreeThatIsNotOurBeginningIsAForkWhateverOldSizeItNames(long size) {
        for (long old : new long[] {0, 80, size, 300, 400}) {
            FakeDisk fresh = new FakeDisk();
            try (Mirror mirror = Mirror.open(fresh, DIR, KEY, Progress.UNSEEN)) {
                feed.offer(mirror, 300);
                feed.send(mirror, 300);
                mirror.settle();
                assertFork(mirror, mirror.accept(old, List.of(), forked.checkpoint(size)));
            }
        }
    }

    @Test
    void backupThatHasNotSignedAnythingElseYetIsToldHowMuchIsHere() {
        try (Mirror mirror = completed(300)) {
            assertEquals(new HeadAnswer.Conflict(300), mirror.accept(80, List.of(), feed.checkpoint(90)));
            assertEquals(Optional.empty(), mirror.fork());
        }
    }

    @Test
    void whatOneSideOfAForkBroughtGivesWayToWhatTheOtherBringsWhole() {
        Feed one = Feed.honest(600);
        Feed other = Feed.forked(300, 600);
        try (Mirror mirror = open()) {
            one.offer(mirror, 300);
            one.send(mirror, 300);
            mirror.settle();
            one.offer(mirror, 600);
            one.send(mirror, 540);
            mirror.settle();
            assertEquals(
                    new HeadAnswer.Accepted(), mirror.accept(300, other.consistency(300, 550), other.checkpoint(550)));

            LogException late = assertThrows(LogException.class, () -> other.sendPackage(mirror, 540, 550, 550));
            assertEquals(LogException.Code.OUT_OF_ORDER, late.code());
            assertEquals(300, mirror.next(), "it is asked for again from what is complete");
            LogException unproven = assertThrows(LogException.class, () -> other.sendPackage(mirror, 300, 512, 600));
            assertEquals(LogException.Code.BAD_PROOF, unproven.code());
            assertEquals(540, mirror.size(), "nothing is thrown away for a proof that proves nothing");

            other.sendPackage(mirror, 300, 512, 550);
            other.sendPackage(mirror, 512, 550, 550);
            mirror.settle();
            assertEquals(550, mirror.complete().orElseThrow().size());
            assertEquals(other.root(550), mirror.root(550));
            assertTrue(
                    mirror.accept(550, one.consistency(550, 600), one.checkpoint(600)) instanceof HeadAnswer.Fork,
                    "and then the head is seen to be of a fork");
        }
    }

    @Test
    void frozenCopyTakesNothingMoreAlsoAfterReopening() {
        try (Mirror mirror = completed(200)) {
            feed.offer(mirror, 300);
            assertFork(mirror, forked.offer(mirror, 400));
            assertFrozen(mirror);
        }
        try (Mirror mirror =
                Mirror.open(disk.restarted(FakeDisk.Memory.FORCED_ONLY, new Random(0)), DIR, KEY, Progress.UNSEEN)) {
            assertFrozen(mirror);
            assertEquals(200, mirror.latestCheckpoint().size());
            assertEquals(feed.root(200), mirror.root(200));
        }
        try (LogReader reader = LogReader.open(disk, DIR, KEY)) {
            reader.fork().orElseThrow().verify(KEY);
        }
    }

    private void assertFrozen(Mirror mirror) {
        assertInstanceOf(HeadAnswer.Frozen.class, feed.offer(mirror, 300));
        assertInstanceOf(HeadAnswer.Frozen.class, feed.offer(mirror, 500));
        MirrorTest.assertRefused(LogException.Code.FROZEN, () -> feed.send(mirror, 300));
        mirror.fork().orElseThrow().verify(KEY);
    }

    @Test
    void proofThatProvesNothingFreezesNothing() {
        try (Mirror mirror = completed(300)) {
            ForkProof nothing = ForkProof.ofSameSize(feed.checkpoint(10), feed.checkpoint(10));
            MirrorTest.assertRefused(LogException.Code.BAD_PROOF, () -> mirror.freeze(nothing));
            assertEquals(Optional.empty(), mirror.fork());
        }
    }

    @Test
    void ownLogSignsNothingMoreOnceItsKeyIsShownToHaveForked() {
        ForkProof proof = ForkProof.ofSameSize(feed.checkpoint(300), forked.checkpoint(300));
        try (Log log = Log.create(disk, DIR, Sample.ORIGIN, Sample.SIGNER)) {
            log.append(Sample.entries(0, 5));
            log.checkpoint();
            log.append(Sample.entries(5, 7));
            log.freeze(proof);
            assertFrozen(log);
        }
        try (Log log = Log.open(disk, DIR, Sample.SIGNER, Sample.ALL_GENUINE, Progress.UNSEEN)) {
            assertFrozen(log);
            assertEquals(Optional.of(proof), log.fork());
        }
        assertEquals(proof.toText(), new String(disk.bytes(DIR.resolve("fork")), StandardCharsets.UTF_8));
    }

    private static void assertFrozen(Log log) {
        MirrorTest.assertRefused(LogException.Code.FROZEN, () -> log.append(Sample.entries(7, 8)));
        MirrorTest.assertRefused(LogException.Code.FROZEN, log::checkpoint);
        assertEquals(7, log.size());
        assertEquals(5, log.latestCheckpoint().size());
    }

    @Test
    void damagedProofOfAForkStopsTheLogAndATornOneIsPassedOver() {
        try (Mirror mirror = open()) {
            feed.offer(mirror, 300);
            assertFork(mirror, forked.offer(mirror, 300));
        }
        byte[] bytes = disk.bytes(DIR.resolve("fork"));
        FakeDisk damaged = disk.afterRestart();
        // In the size of the first checkpoint: still a proof to look at, of something nobody signed.
        int size = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\n300\n") + 1;
        damaged.flipBit(DIR.resolve("fork"), size);
        MirrorTest.assertRefused(LogException.Code.DAMAGED, () -> Mirror.open(damaged, DIR, KEY, Progress.UNSEEN));
        FakeDisk torn = disk.afterRestart();
        torn.cut(DIR.resolve("fork"), bytes.length - 10);
        try (Mirror mirror = Mirror.open(torn, DIR, KEY, Progress.UNSEEN)) {
            assertEquals(Optional.empty(), mirror.fork());
            assertFork(mirror, forked.offer(mirror, 300));
        }
    }

    private static void assertFork(Mirror mirror, HeadAnswer answer) {
        HeadAnswer.Fork fork = assertInstanceOf(HeadAnswer.Fork.class, answer);
        ForkProof.ofText(fork.proof().toText()).verify(KEY);
        assertEquals(Optional.of(fork.proof()), mirror.fork());
        assertTrue(mirror.head().isPresent());
    }
}

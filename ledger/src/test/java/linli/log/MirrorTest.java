package linli.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A copy takes what is proven, whatever else it is sent, and goes on where it was broken off. */
class MirrorTest {
    private static final Path DIR = Path.of("mirror");
    private static final Vkey KEY = Sample.SIGNER.vkey();
    private static final HeadAnswer ACCEPTED = new HeadAnswer.Accepted();

    private final Feed feed = Feed.honest(2000);
    private final FakeDisk disk = new FakeDisk();
    private Mirror mirror = open();

    private Mirror open() {
        return Mirror.open(disk, DIR, KEY, Progress.UNSEEN);
    }

    private void reopen() {
        mirror.close();
        mirror = open();
    }

    @AfterEach
    void close() {
        mirror.close();
    }

    @Test
    void newCopyIsEmptyAndSaysSo() {
        assertEquals(0, mirror.size());
        assertEquals(0, mirror.next());
        assertEquals(Optional.empty(), mirror.head());
        assertEquals(Optional.empty(), mirror.complete());
        assertRefused(LogException.Code.NOTHING_YET, mirror::latestCheckpoint);
        try (LogReader reader = LogReader.open(disk, DIR, KEY)) {
            assertRefused(LogException.Code.NOTHING_YET, reader::latestCheckpoint);
        }
    }

    @Test
    void entriesOfTheHeadMakeItComplete() {
        assertEquals(ACCEPTED, feed.offer(mirror, 1000));
        assertEquals(1000, mirror.head().orElseThrow().size());
        feed.send(mirror, 1000);
        assertEquals(1000, mirror.next());
        assertEquals(0, mirror.size(), "not settled yet");
        mirror.settle();
        assertWhole(1000, 1000);
        reopen();
        assertWhole(1000, 1000);
    }

    @Test
    void growingLogIsFollowed() {
        long[] sizes = {0, 1, 2, 3, 7, 255, 256, 257, 300, 512, 700, 1024, 1999};
        for (long size : sizes) {
            assertEquals(ACCEPTED, feed.offer(mirror, size));
            feed.send(mirror, size);
            mirror.settle();
            assertWhole(size, size);
        }
        reopen();
        assertWhole(1999, 1999);
    }

    @Test
    void transferThatWasBrokenOffGoesOnWhereItWasSettled() {
        feed.offer(mirror, 1000);
        feed.send(mirror, 600);
        mirror.settle();
        feed.send(mirror, 700);
        reopen();
        assertEquals(600, mirror.next());
        assertEquals(600, mirror.size());
        assertEquals(1000, mirror.head().orElseThrow().size());
        assertEquals(Optional.empty(), mirror.complete());
        feed.offer(mirror, 1500);
        feed.send(mirror, 1500);
        mirror.settle();
        assertWhole(1500, 1500);
    }

    @Test
    void theSameEntriesMayComeTwiceAndOverlap() {
        feed.offer(mirror, 1000);
        feed.send(mirror, 300);
        feed.sendPackage(mirror, 256, 300, 1000);
        feed.sendPackage(mirror, 0, 256, 1000);
        mirror.settle();
        feed.sendPackage(mirror, 270, 400, 1000);
        feed.sendPackage(mirror, 256, 280, 1000);
        assertEquals(400, mirror.next());
        feed.send(mirror, 1000);
        mirror.settle();
        mirror.settle();
        assertWhole(1000, 1000);
    }

    @Test
    void theSameCheckpointMayComeTwice() {
        feed.offer(mirror, 500);
        assertEquals(ACCEPTED, feed.offer(mirror, 500));
        feed.send(mirror, 500);
        mirror.settle();
        byte[] before = disk.bytes(DIR.resolve("checkpoints"));
        assertEquals(ACCEPTED, feed.offer(mirror, 500));
        mirror.settle();
        assertArrayEquals(before, disk.bytes(DIR.resolve("checkpoints")));
    }

    @Test
    void witnessAnswersAreThoseOfTheProtocol() {
        feed.offer(mirror, 500);
        assertEquals(new HeadAnswer.OldTooLarge(), mirror.accept(700, List.of(), feed.checkpoint(600)));
        assertEquals(new HeadAnswer.Conflict(500), mirror.accept(0, List.of(), feed.checkpoint(600)));
        assertEquals(new HeadAnswer.Conflict(0), mirror.accept(400, feed.consistency(400, 450), feed.checkpoint(450)));
        assertEquals(new HeadAnswer.BadProof(), mirror.accept(500, List.of(), feed.checkpoint(600)));
        assertEquals(new HeadAnswer.BadProof(), mirror.accept(500, feed.consistency(400, 600), feed.checkpoint(600)));
        assertEquals(500, mirror.head().orElseThrow().size());
        assertEquals(ACCEPTED, mirror.accept(500, feed.consistency(500, 600), feed.checkpoint(600)));
    }

    /** A branch announced 700 entries and died before it sent them; somebody has 500 of them. */
    @Test
    void whatNobodyHasDoesNotKeepOutWhatSomebodyHas() {
        feed.offer(mirror, 300);
        feed.send(mirror, 300);
        mirror.settle();
        feed.offer(mirror, 700);
        assertEquals(new HeadAnswer.Conflict(300), mirror.accept(0, List.of(), feed.checkpoint(500)));
        assertEquals(new HeadAnswer.BadProof(), mirror.accept(300, List.of(), feed.checkpoint(500)));
        assertEquals(ACCEPTED, mirror.accept(300, feed.consistency(300, 500), feed.checkpoint(500)));
        assertTrue(mirror.isAccepted(500));
        feed.sendPackage(mirror, 300, 500, 500);
        mirror.settle();
        assertEquals(500, mirror.latestCheckpoint().size());
        assertEquals(700, mirror.head().orElseThrow().size(), "the head stays");
        reopen();
        assertEquals(500, mirror.latestCheckpoint().size());
        assertEquals(700, mirror.head().orElseThrow().size());
        feed.send(mirror, 700);
        mirror.settle();
        assertWhole(700, 700);
    }

    @Test
    void entriesOfTheHeadAndOfAShorterOneMayComeMixed() {
        feed.offer(mirror, 900);
        feed.send(mirror, 256);
        assertEquals(ACCEPTED, mirror.accept(0, List.of(), feed.checkpoint(600)));
        feed.sendPackage(mirror, 256, 512, 600);
        feed.send(mirror, 768);
        mirror.settle();
        assertEquals(600, mirror.latestCheckpoint().size(), "complete, though more is here");
        assertEquals(768, mirror.size());
        feed.send(mirror, 900);
        mirror.settle();
        assertWhole(900, 900);
    }

    @Test
    void firstCheckpointNeedsNoProofAndTakesNone() {
        assertEquals(new HeadAnswer.BadProof(), mirror.accept(0, List.of(feed.root(1)), feed.checkpoint(600)));
        assertEquals(new HeadAnswer.BadProof(), mirror.accept(0, List.of(), Feed.sign(0, feed.root(1))));
        assertEquals(ACCEPTED, mirror.accept(0, List.of(), feed.checkpoint(0)));
        assertEquals(0, mirror.latestCheckpoint().size());
    }

    @Test
    void checkpointOfAnotherKeyOrLogIsRefused() {
        NoteSigner other = new NoteSigner("other.example", Sample.KEY);
        SignedCheckpoint foreign = SignedCheckpoint.of(
                other.sign(new Checkpoint("other.example", 0, Hash.EMPTY_TREE).toText()), other.vkey());
        assertRefused(LogException.Code.BAD_SIGNATURE, () -> mirror.accept(0, List.of(), foreign));
        assertEquals(Optional.empty(), mirror.head());
    }

    @Test
    void linesThatNobodyVouchesForAreNotKept() {
        NoteSignature junk = new NoteSignature(Sample.WITNESS, Sample.WITNESS_KEY.keyId(), new byte[76]);
        mirror.accept(0, List.of(), feed.checkpoint(5).with(junk));
        assertEquals(feed.checkpoint(5).note(), mirror.head().orElseThrow().note());
    }

    @Test
    void nothingOfALyingPackageIsKept() {
        feed.offer(mirror, 1000);
        feed.send(mirror, 300);
        mirror.settle();
        byte[] before = disk.bytes(DIR.resolve("entries"));
        List<Hash> path = feed.tree().subtree(256, 400, 1000);
        List<byte[]> changed = new ArrayList<>(feed.entries(300, 400));
        changed.set(50, Sample.entry(77));
        assertLie(300, changed, path);
        assertLie(300, feed.entries(300, 399), path);
        assertLie(300, feed.entries(300, 401), path);
        assertLie(300, feed.entries(301, 401), path);
        assertLie(300, feed.entries(300, 400), path.subList(1, path.size()));
        assertLie(300, feed.entries(300, 400), feed.tree().subtree(256, 400, 999));
        assertLie(260, feed.entries(261, 300), path);
        assertLie(0, feed.entries(1, 257), path);
        mirror.settle();
        assertArrayEquals(before, disk.bytes(DIR.resolve("entries")));
        feed.send(mirror, 1000);
        mirror.settle();
        assertWhole(1000, 1000);
    }

    @Test
    void changedEntryAmongThoseReceivedButNotSettledIsALie() {
        feed.offer(mirror, 1000);
        feed.send(mirror, 300);
        assertLie(260, feed.entries(261, 281), feed.tree().subtree(256, 300, 1000));
        assertEquals(300, mirror.next());
    }

    @Test
    void entriesBeyondTheHeadAreNotTaken() {
        assertLie(0, feed.entries(0, 10), List.of());
        feed.offer(mirror, 5);
        assertLie(0, feed.entries(0, 10), feed.tree().subtree(0, 10, 1000));
        feed.send(mirror, 5);
        mirror.settle();
        assertLie(5, feed.entries(5, 6), feed.tree().subtree(0, 6, 1000));
    }

    @Test
    void packagesOfAWrongShapeAreRefused() {
        feed.offer(mirror, 1000);
        List<Hash> path = feed.tree().subtree(0, 256, 1000);
        assertRefused(LogException.Code.MALFORMED, () -> mirror.receive(0, List.of(), path));
        assertRefused(LogException.Code.MALFORMED, () -> mirror.receive(0, feed.entries(0, 257), path));
        assertRefused(LogException.Code.MALFORMED, () -> mirror.receive(-1, feed.entries(0, 1), path));
        assertRefused(LogException.Code.MALFORMED, () -> mirror.receive(0, List.of(new byte[0]), path));
        assertRefused(
                LogException.Code.MALFORMED, () -> mirror.receive(0, List.of(new byte[Limits.ENTRY_BYTES + 1]), path));
        assertRefused(LogException.Code.OUT_OF_ORDER, () -> mirror.receive(1, feed.entries(1, 2), path));
        assertRefused(LogException.Code.OUT_OF_ORDER, () -> mirror.receive(256, feed.entries(256, 300), path));
    }

    @Test
    void muchThatWaitsIsSettledByItself() {
        Feed big = new Feed(LongStream.range(0, 1536)
                .mapToObj(index -> Sample.longEntry(index, Limits.ENTRY_BYTES))
                .toList());
        big.offer(mirror, 1536);
        big.send(mirror, 1536);
        assertTrue(mirror.size() > 500, "settled up to " + mirror.size());
        mirror.settle();
        assertEquals(1536, mirror.latestCheckpoint().size());
    }

    @Test
    void readerSeesWhatIsSettledBesideTheWriter() {
        feed.offer(mirror, 1000);
        feed.send(mirror, 600);
        mirror.settle();
        try (LogReader reader = LogReader.open(disk, DIR, KEY)) {
            assertEquals(600, reader.size());
            assertRefused(LogException.Code.NOTHING_YET, reader::latestCheckpoint);
            assertEquals(feed.root(600), reader.root(600));
        }
    }

    @Test
    void cosignaturesAreKeptTheNewestOfEachCosigner() {
        feed.offer(mirror, 300);
        NoteSignature first = cosign(300, 1000);
        assertFalse(mirror.cosigned(Sample.WITNESS_KEY, first), "nothing is complete");
        feed.send(mirror, 300);
        mirror.settle();
        assertTrue(mirror.cosigned(Sample.WITNESS_KEY, first));
        assertTrue(mirror.cosigned(Sample.WITNESS_KEY, cosign(300, 3000)));
        assertTrue(mirror.cosigned(Sample.WITNESS_KEY, cosign(300, 2000)));
        assertFalse(mirror.cosigned(Sample.WITNESS_KEY, cosign(299, 4000)), "of another checkpoint");
        assertEquals(ACCEPTED, feed.offer(mirror, 300));
        reopen();
        SignedCheckpoint latest = mirror.latestCheckpoint();
        assertEquals(Optional.of(3000L), latest.cosignedAtSeconds(Sample.WITNESS_KEY));
        assertEquals(2, latest.note().signatures().size());
        assertWhole(300, 300);
    }

    private NoteSignature cosign(long size, long time) {
        String text = feed.checkpoint(size).note().text();
        return Cosignature.sign(Sample.WITNESS, Sample.KEY, text, time);
    }

    @Test
    void headsThatCompleteSoonerOrLaterDoNotFillTheDisk() {
        for (long size = 1; size < 1200; size++) {
            feed.offer(mirror, size);
            feed.send(mirror, size);
            mirror.settle();
        }
        assertTrue(disk.bytes(DIR.resolve("head")).length < (1 << 16) + 1000);
        reopen();
        assertWhole(1199, 1199);
    }

    @Test
    void foldersOfOtherLogsAreLeftAlone() {
        NoteSigner other = new NoteSigner("other.example", Sample.KEY);
        feed.offer(mirror, 3);
        mirror.close();
        assertRefused(LogException.Code.WRONG_ORIGIN, () -> Mirror.open(disk, DIR, other.vkey(), Progress.UNSEEN));
        Path own = Path.of("own");
        Log.create(disk, own, Sample.ORIGIN, Sample.SIGNER).close();
        assertRefused(LogException.Code.ALREADY_A_LOG, () -> Mirror.open(disk, own, KEY, Progress.UNSEEN));
        mirror = open();
        assertEquals(3, mirror.head().orElseThrow().size());
        assertRefused(LogException.Code.IN_USE, this::open);
    }

    @Test
    void originOfACopyIsItsKeysName() {
        assertEquals(Sample.ORIGIN, new String(disk.bytes(DIR.resolve("origin")), StandardCharsets.UTF_8));
    }

    private void assertLie(long first, List<byte[]> entries, List<Hash> path) {
        assertRefused(LogException.Code.BAD_PROOF, () -> mirror.receive(first, entries, path));
    }

    static void assertRefused(LogException.Code code, Runnable action) {
        LogException refusal = assertThrows(LogException.class, action::run);
        assertEquals(code, refusal.code());
    }

    private void assertWhole(long size, long complete) {
        assertEquals(size, mirror.size());
        assertEquals(size, mirror.next());
        assertEquals(complete, mirror.latestCheckpoint().size());
        assertEquals(feed.root(size), mirror.root(size));
        List<byte[]> all = Sample.all(mirror);
        for (int index = 0; index < size; index++) {
            assertArrayEquals(Sample.entry(index), all.get(index));
        }
    }
}

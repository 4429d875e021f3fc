package linli.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import linli.log.Disk;
import linli.log.ForkProof;
import linli.log.Log;
import linli.log.Mirror;
import linli.log.NoteSigner;
import linli.log.Progress;
import linli.log.SigningKey;
import linli.log.Tile;
import linli.peer.PeerException.Code;
import linli.wire.HeldLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Fetching a log into a copy that has nothing, a part, all or more of it, from a node that is honest, cut off, or lies. */
class PullTest {
    private static final long SIZE = 3_000;

    @TempDir
    private Path dir;

    private Log log;
    private Mirror copy;
    private Node branch;

    @BeforeEach
    void meet() {
        log = Sample.log(dir.resolve("own"), SIZE);
        copy = Sample.copy(dir.resolve("copy"));
        branch = new Node(log);
    }

    @AfterEach
    void part() {
        copy.close();
        log.close();
    }

    private PullOutcome pull(Peer peer) throws PeerException {
        return pull(peer, copy);
    }

    private static PullOutcome pull(Peer peer, Mirror into) throws PeerException {
        return new Pull(peer, Progress.UNSEEN)
                .fetch(into, Sample.KEY, peer.logs("").orElseThrow().logs().get(0));
    }

    private void assertAllHere() {
        assertEquals(log.size(), copy.complete().orElseThrow().size());
        assertEquals(Sample.all(log), Sample.all(copy));
    }

    private static void assertTrouble(Code code, Executable pull) {
        assertEquals(code, assertThrows(PeerException.class, pull).code());
    }

    @Test
    void anEmptyCopyIsFilled() throws Exception {
        PullOutcome.Complete complete = assertInstanceOf(PullOutcome.Complete.class, pull(branch));
        assertAllHere();
        assertEquals(SIZE, complete.traffic().entries());
        assertEquals(SIZE, complete.checkpoint().size());
    }

    @Test
    void everyStepFromOneSizeToAnotherLeadsToTheSameCopy() throws Exception {
        log.close();
        try (Log growing = Sample.log(dir.resolve("growing"), 0)) {
            for (long size : new long[] {0, 1, 2, 255, 256, 257, 512, 700, 1024, 1025, 66_000, 70_000}) {
                Sample.grow(growing, size);
                assertInstanceOf(PullOutcome.Complete.class, pull(new Node(growing)), "to " + size);
                assertEquals(growing.root(size), copy.complete().orElseThrow().root());
            }
            copy.close();
            copy = Sample.copy(dir.resolve("copy"));
            assertEquals(Sample.all(growing), Sample.all(copy));
        }
    }

    @Test
    void tenNewEntriesCostTheirBundle() throws Exception {
        pull(branch);
        Sample.grow(log, SIZE + 10);
        branch.asked.clear();
        pull(branch);
        assertAllHere();
        assertEquals(
                List.of(
                        "logs",
                        Tile.entries(SIZE / 256, (int) (SIZE % 256) + 10).path()),
                branch.asked);
    }

    @Test
    void nothingNewCostsTheListAlone() throws Exception {
        pull(branch);
        branch.asked.clear();
        assertInstanceOf(PullOutcome.Complete.class, pull(branch));
        assertEquals(List.of("logs"), branch.asked);
    }

    @Test
    void aPartialTileThatIsGoneIsCutFromTheFullOne() throws Exception {
        Sample.grow(log, 70_000);
        Peer grown = new Node(log) {
            @Override
            public byte[] tile(String hex, Tile tile) throws PeerException {
                if (tile.width() < Tile.FULL_WIDTH && !new Tile(tile.level(), tile.index(), 256).existsAt(log.size())) {
                    return super.tile(hex, tile);
                }
                if (tile.width() < Tile.FULL_WIDTH) {
                    throw new PeerException(Code.REFUSED, "gone");
                }
                return super.tile(hex, tile);
            }
        };
        HeldLog listed = Sample.listed(log);
        Sample.grow(log, 70_400);
        assertInstanceOf(PullOutcome.Complete.class, new Pull(grown, Progress.UNSEEN).fetch(copy, Sample.KEY, listed));
        assertEquals(70_000, copy.complete().orElseThrow().size());
    }

    @Test
    void aCopyThatIsLongerIsLeftAsItIs() throws Exception {
        pull(branch);
        try (Log before = Sample.log(dir.resolve("before"), 300)) {
            PullOutcome outcome = pull(new Node(before));
            assertEquals(
                    SIZE,
                    assertInstanceOf(PullOutcome.OursIsLonger.class, outcome).size());
            assertAllHere();
        }
    }

    @Test
    void aForkIsProvenAndFreezesTheCopy() throws Exception {
        // 1024 and 2048 are powers of two, at which a consistency proof does not name the older root.
        for (long ours : new long[] {700, 1024, 1500, 2048}) {
            for (long theirs : new long[] {600, ours, 2500}) {
                assertForked(ours, theirs);
            }
        }
    }

    private void assertForked(long ours, long theirs) throws PeerException {
        Path here = dir.resolve("fork-" + ours + "-" + theirs);
        try (Log first = Sample.forked(here.resolve("first"), 0, ours);
                Log second = Sample.log(here.resolve("second"), theirs);
                Mirror into = Sample.copy(here.resolve("copy"))) {
            pull(new Node(first), into);
            PullOutcome.Forked forked =
                    assertInstanceOf(PullOutcome.Forked.class, pull(new Node(second), into), ours + " and " + theirs);
            ForkProof.ofText(forked.proof().toText()).verify(Sample.KEY);
            assertTrue(into.fork().isPresent());
            assertInstanceOf(PullOutcome.Forked.class, pull(new Node(first), into));
        }
    }

    /** The line breaks at the message {@code cutAt}; the next meeting goes on behind what was proven. */
    @Test
    void wherePullingBreaksOffItGoesOn() throws Exception {
        boolean broke = true;
        for (int cutAt = 1; broke; cutAt++) {
            try (Mirror half = Sample.copy(dir.resolve("half-" + cutAt))) {
                broke = breaks(half, cutAt);
                PullOutcome outcome = pull(branch, half);
                assertInstanceOf(PullOutcome.Complete.class, outcome);
                assertEquals(log.root(SIZE), half.complete().orElseThrow().root());
            }
            assertTrue(cutAt < 40, "far more messages than there are bundles");
        }
    }

    private boolean breaks(Mirror half, int cutAt) {
        AtomicInteger messages = new AtomicInteger();
        Peer breaking = new Node(log) {
            @Override
            void asked(String what) throws PeerException {
                if (messages.getAndIncrement() == cutAt) {
                    throw new PeerException(Code.UNREACHABLE, "gone");
                }
            }
        };
        try {
            pull(breaking, half);
            return false;
        } catch (PeerException e) {
            assertEquals(Code.UNREACHABLE, e.code());
            return true;
        }
    }

    /** Every tile that is asked for comes wrong in one of these ways, once per pull. */
    @Test
    void aTileThatLiesStoresNothingUnproven() throws Exception {
        List<Lie> lies = List.of(
                bytes -> flipped(bytes, 40),
                bytes -> flipped(bytes, bytes.length - 1),
                bytes -> Arrays.copyOf(bytes, bytes.length - 1),
                bytes -> Arrays.copyOf(bytes, bytes.length + 1),
                bytes -> new byte[0]);
        int told = 0;
        for (int lie = 0; lie < lies.size(); lie++) {
            for (int liedAt = 0; liedAt < 14; liedAt++) {
                told += toldOnce(lies.get(lie), liedAt, dir.resolve("lied-" + lie + "-" + liedAt)) ? 1 : 0;
            }
        }
        assertTrue(told > 50, told + " lies were told");
    }

    @FunctionalInterface
    private interface Lie {
        byte[] told(byte[] bytes);
    }

    private boolean toldOnce(Lie lie, int liedAt, Path into) throws PeerException {
        AtomicInteger tiles = new AtomicInteger();
        Peer liar = new Node(log) {
            @Override
            public byte[] tile(String hex, Tile tile) throws PeerException {
                byte[] honest = super.tile(hex, tile);
                return tiles.getAndIncrement() == liedAt ? lie.told(honest) : honest;
            }
        };
        try (Mirror lied = Sample.copy(into)) {
            pull(liar, lied);
            assertTrue(tiles.get() <= liedAt, "the lie at " + liedAt + " went unnoticed");
            return false;
        } catch (PeerException e) {
            assertEquals(Code.MISBEHAVED, e.code(), e.getMessage());
            try (Mirror after = Sample.copy(into)) {
                assertEquals(Sample.all(log).subList(0, (int) after.size()), Sample.all(after));
            }
            return true;
        }
    }

    private static byte[] flipped(byte[] bytes, int at) {
        byte[] other = bytes.clone();
        other[at] ^= 1;
        return other;
    }

    @Test
    void aHeadThatTheLogDidNotSignIsMisbehaviour() {
        NoteSigner stranger = new NoteSigner(Sample.ORIGIN, SigningKey.ofSeed(Sample.seed(5)));
        try (Log forged = Log.create(Disk.real(), dir.resolve("forged"), Sample.ORIGIN, stranger)) {
            assertTrouble(Code.MISBEHAVED, () -> pull(new Node(forged)));
            assertTrue(copy.head().isEmpty());
        }
    }

    @Test
    void aNewerHeadThatComesMeanwhileIsNobodysFault() throws Exception {
        Peer slow = new Node(log) {
            private boolean brought;

            @Override
            public byte[] tile(String hex, Tile tile) throws PeerException {
                synchronized (this) {
                    if (!brought && copy.head().isPresent()) {
                        brought = true;
                        Sample.grow(log, SIZE + 300);
                        copy.accept(SIZE, log.consistencyProof(SIZE, SIZE + 300), log.latestCheckpoint());
                    }
                }
                return super.tile(hex, tile);
            }
        };
        assertInstanceOf(PullOutcome.Overtaken.class, pull(slow));
        assertInstanceOf(PullOutcome.Complete.class, pull(branch));
        assertAllHere();
    }
}

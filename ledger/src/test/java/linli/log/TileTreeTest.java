package linli.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Proofs from another node's tiles are those of its log itself. */
class TileTreeTest {
    private static final int SIZE = 70_000;

    private final Log log = Log.create(new FakeDisk(), Path.of("log"), Sample.ORIGIN, Sample.SIGNER);
    private final List<Tile> asked = new ArrayList<>();
    private final TileTree tree = new TileTree(SIZE, this::tile);

    private byte[] tile(Tile tile) {
        asked.add(tile);
        return log.tile(tile);
    }

    @BeforeEach
    void fill() {
        log.append(Sample.entries(0, SIZE));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void rootsAndProofsAreThoseOfTheLog() {
        for (long size : new long[] {1, 255, 256, 257, 65_535, 65_536, 65_537, 69_999, SIZE}) {
            assertEquals(log.root(size), tree.root(size));
            assertEquals(log.consistencyProof(size, SIZE), tree.consistencyProof(size, SIZE));
            assertEquals(log.inclusionProof(size - 1, size), tree.inclusionProof(size - 1, size));
            long run = Feed.runOf(size - 1);
            List<Hash> path = tree.subtreeProof(run, size, SIZE);
            assertEquals(log.subtreeProof(run, size, SIZE), path);
            Hash own = Sample.rootOf(Sample.entries(run, size));
            assertTrue(MerkleProofs.subtree(run, size, own, SIZE, log.root(SIZE), path));
        }
        assertEquals(
                "pipUvjMpT/1aXExjf9dUYwtxqJLoNW46Zmpcin/9FRg=", tree.root(SIZE).toBase64());
    }

    @Test
    void tilesAreAskedForOnceInTheWidthTheyHave() {
        for (int run = 0; run < 30; run++) {
            tree.subtreeProof(run * 256L, run * 256L + 256, SIZE);
        }
        assertEquals(new HashSet<>(asked).size(), asked.size());
        assertTrue(asked.contains(new Tile(1, 1, 17)));
        assertTrue(asked.contains(new Tile(0, 273, 112)));
        assertTrue(asked.stream().allMatch(tile -> tile.existsAt(SIZE)));
    }

    @Test
    void tileOfAWrongLengthIsRefused() {
        TileTree lying = new TileTree(SIZE, tile -> new byte[7]);
        LogException refusal = assertThrows(LogException.class, () -> lying.root(SIZE));
        assertEquals(LogException.Code.MALFORMED, refusal.code());
    }

    @Test
    void lyingTileGivesAProofThatDoesNotVerify() {
        TileTree lying = new TileTree(SIZE, tile -> {
            byte[] bytes = log.tile(tile);
            bytes[bytes.length - 1] ^= 1;
            return bytes;
        });
        Hash own = Sample.rootOf(Sample.entries(0, 256));
        List<Hash> path = lying.subtreeProof(0, 256, SIZE);
        assertFalse(MerkleProofs.subtree(0, 256, own, SIZE, log.root(SIZE), path));
    }

    @Test
    void nothingBeyondItsSizeIsAnswered() {
        assertThrows(IndexOutOfBoundsException.class, () -> tree.root(SIZE + 1));
        assertThrows(IndexOutOfBoundsException.class, () -> tree.inclusionProof(SIZE, SIZE));
        assertThrows(IndexOutOfBoundsException.class, () -> tree.subtreeProof(SIZE, SIZE + 1, SIZE));
        assertThrows(IllegalArgumentException.class, () -> tree.subtreeProof(1, 3, SIZE));
        assertThrows(IllegalArgumentException.class, () -> log.subtreeProof(1, 3, SIZE));
    }
}

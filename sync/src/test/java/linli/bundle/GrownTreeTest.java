package linli.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import linli.log.Disk;
import linli.log.Hash;
import linli.log.Log;
import linli.log.NoteSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrownTreeTest {
    private static final int SIZE = 1400;

    @TempDir
    Path folder;

    private static byte[] entry(int index) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(index).array();
    }

    private static GrownTree grown(Log log, int start, int head, int size) {
        GrownTree tree = GrownTree.from(
                        start, log.root(start), start == 0 ? List.of() : log.consistencyProof(start, size), head, size)
                .orElseThrow();
        IntStream.range(start, size).forEach(index -> tree.add(Hash.ofLeaf(entry(index))));
        return tree;
    }

    @Test
    void provesTheContinuationOfEveryStateBetweenAsTheLogItselfDoes() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        try (Log log = Log.create(Disk.real(), folder, "a.log", new NoteSigner("a.log", StickNode.key(9)))) {
            log.append(IntStream.range(0, SIZE).mapToObj(GrownTreeTest::entry).toList());
            for (int round = 0; round < 2000; round++) {
                int bound = random.nextBoolean() ? 20 : SIZE;
                int size = 2 + random.nextInt(bound - 1);
                int head = 1 + random.nextInt(size - 1);
                int start = random.nextInt(head + 1);
                GrownTree tree = grown(log, start, head, size);
                String name = "seed " + seed + ": " + start + ", " + head + ", " + size;
                assertEquals(log.consistencyProof(head, size), tree.consistency(), name);
            }
        }
    }

    @Test
    void aProofOfAnotherLengthIsRefused() {
        assertTrue(GrownTree.from(3, Hash.EMPTY_TREE, List.of(), 3, 7).isEmpty());
        assertEquals(Optional.empty(), GrownTree.from(0, Hash.EMPTY_TREE, List.of(Hash.EMPTY_TREE), 0, 7));
    }
}

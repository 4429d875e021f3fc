package linli.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Proofs for every tree of up to 64 leaves: honest ones are accepted, and nothing else is. */
class MerkleProofsTest {
    private static final int MOST = 64;
    private static final int MOST_OF_SUBTREES = 40;
    private static final Hash WRONG = Hash.ofLeaf(new byte[] {42});

    private static final List<List<Hash>> LEVELS = levels();

    private final MerkleTree tree = new MerkleTree(MerkleProofsTest::node);

    @Test
    void rootsAreThoseOfTheRecursiveDefinition() {
        for (int size = 0; size <= MOST; size++) {
            assertEquals(size == 0 ? Hash.EMPTY_TREE : defined(0, size), tree.root(size));
        }
    }

    @Test
    void everyInclusionProofIsAcceptedForItsIndexSizeAndRootOnly() {
        for (int size = 1; size <= MOST; size++) {
            for (int index = 0; index < size; index++) {
                List<Hash> path = tree.inclusion(index, size);
                assertTrue(proves(index, size, leaf(index), path, tree.root(size)));
                for (int other = 0; other <= 2 * size; other++) {
                    assertEquals(other == index, proves(other, size, leaf(index), path, tree.root(size)));
                }
                assertFalse(proves(index + size, size, leaf(index), path, tree.root(size)));
                assertFalse(proves(-1, size, leaf(index), path, tree.root(size)));
                assertFalse(proves(index, size, WRONG, path, tree.root(size)));
                assertFalse(proves(index, size, leaf(index), path, WRONG));
                assertFalse(proves(index, size, leaf(index), plus(path, WRONG), tree.root(size)));
                for (int cut = 0; cut < path.size(); cut++) {
                    assertFalse(proves(index, size, leaf(index), path.subList(0, cut), tree.root(size)));
                    assertFalse(proves(index, size, leaf(index), with(path, cut, WRONG), tree.root(size)));
                }
            }
        }
    }

    @Test
    void pathOfIndexFiveDoesNotProveIndexThirteen() {
        assertFalse(proves(13, 8, leaf(5), tree.inclusion(5, 8), tree.root(8)));
    }

    @Test
    void everyConsistencyProofIsAcceptedForItsTwoTreesOnly() {
        for (int size = 0; size <= MOST; size++) {
            for (int old = 0; old <= size; old++) {
                List<Hash> path = tree.consistency(old, size);
                assertTrue(grows(old, tree.root(old), size, tree.root(size), path));
                assertFalse(grows(old, WRONG, size, tree.root(size), path));
                assertFalse(grows(old, tree.root(old), size, tree.root(size), plus(path, WRONG)));
                if (old > 0) {
                    assertFalse(grows(old, tree.root(old), size, WRONG, path));
                    assertFalse(grows(old - 1, tree.root(old), size, tree.root(size), path));
                }
                for (int cut = 0; cut < path.size(); cut++) {
                    assertFalse(grows(old, tree.root(old), size, tree.root(size), path.subList(0, cut)));
                    assertFalse(grows(old, tree.root(old), size, tree.root(size), with(path, cut, WRONG)));
                }
            }
        }
    }

    @Test
    void everySubtreeProofIsAcceptedForItsRangeSizeAndRootsOnly() {
        for (int size = 1; size <= MOST_OF_SUBTREES; size++) {
            for (int end = 1; end <= size; end++) {
                for (int start = 0; start < end; start++) {
                    if (MerkleProofs.isSubtree(start, end)) {
                        checkSubtree(start, end, size);
                    }
                }
            }
        }
    }

    private void checkSubtree(int start, int end, int size) {
        Hash own = defined(start, end);
        Hash root = tree.root(size);
        List<Hash> path = tree.subtree(start, end, size);
        String name = "[" + start + ", " + end + ") of " + size;
        assertTrue(MerkleProofs.subtree(start, end, own, size, root, path), name);
        assertFalse(MerkleProofs.subtree(start, end, WRONG, size, root, path), name);
        assertFalse(MerkleProofs.subtree(start, end, own, size, WRONG, path), name);
        assertFalse(MerkleProofs.subtree(start, end, own, size, root, plus(path, WRONG)), name);
        for (int cut = 0; cut < path.size(); cut++) {
            assertFalse(MerkleProofs.subtree(start, end, own, size, root, path.subList(0, cut)), name);
            assertFalse(MerkleProofs.subtree(start, end, own, size, root, with(path, cut, WRONG)), name);
        }
        for (int other = 0; other <= 2 * size; other++) {
            int moved = other;
            int length = end - start;
            boolean same = moved == start;
            assertEquals(
                    same,
                    MerkleProofs.subtree(moved, moved + length, own, size, root, path),
                    () -> name + " at " + moved);
        }
        if (start == 0) {
            assertEquals(tree.consistency(end, size), path, name);
        }
    }

    @Test
    void rangeThatIsNoSubtreeIsNeverProven() {
        for (int end = 0; end <= MOST_OF_SUBTREES; end++) {
            for (int start = 0; start <= end; start++) {
                int length = end - start;
                int ceiling = 1;
                while (ceiling < length) {
                    ceiling *= 2;
                }
                assertEquals(length > 0 && start % ceiling == 0, MerkleProofs.isSubtree(start, end));
            }
        }
        Hash own = Hash.ofNode(leaf(1), leaf(2));
        assertFalse(MerkleProofs.subtree(1, 3, own, 4, tree.root(4), List.of(leaf(0), leaf(3))));
        assertFalse(MerkleProofs.subtree(4, 8, defined(4, 8), 7, tree.root(7), List.of(defined(0, 4))));
    }

    @Test
    void failedConsistencyProofNamesTheOldRootItWouldLeadFrom() {
        for (int size = 1; size <= MOST_OF_SUBTREES; size++) {
            for (int old = 1; old < size; old++) {
                boolean named = Integer.bitCount(old) > 1;
                assertEquals(
                        named ? Optional.of(tree.root(old)) : Optional.empty(),
                        MerkleProofs.oldRootOf(old, size, tree.root(size), tree.consistency(old, size)));
                assertEquals(Optional.empty(), MerkleProofs.oldRootOf(old, size, WRONG, tree.consistency(old, size)));
            }
        }
    }

    @Test
    void shrinkingIsNeverConsistent() {
        assertFalse(grows(8, tree.root(8), 4, tree.root(4), tree.consistency(4, 8)));
        assertFalse(grows(-1, tree.root(8), 4, tree.root(4), List.of()));
    }

    @Test
    void treesBeyondTheRangeOfIntAreProven() {
        long size = (1L << 40) + 3;
        List<Hash> path = new ArrayList<>();
        Hash left = WRONG;
        Hash leaf = leaf(1);
        path.add(leaf(0));
        path.add(leaf(2));
        path.add(left);
        Hash root = Hash.ofNode(left, Hash.ofNode(Hash.ofNode(leaf(0), leaf), leaf(2)));
        assertTrue(proves((1L << 40) + 1, size, leaf, path, root));
        assertFalse(proves(1, size, leaf, path, root));
    }

    private static boolean proves(long index, long size, Hash leaf, List<Hash> path, Hash root) {
        return MerkleProofs.inclusion(index, size, leaf, path, root);
    }

    private static boolean grows(long old, Hash oldRoot, long size, Hash root, List<Hash> path) {
        return MerkleProofs.consistency(old, oldRoot, size, root, path);
    }

    private static List<Hash> plus(List<Hash> path, Hash hash) {
        List<Hash> longer = new ArrayList<>(path);
        longer.add(hash);
        return longer;
    }

    private static List<Hash> with(List<Hash> path, int at, Hash hash) {
        List<Hash> changed = new ArrayList<>(path);
        changed.set(at, hash);
        return changed;
    }

    private static Hash leaf(long index) {
        return node(0, index);
    }

    private static Hash node(int level, long index) {
        return LEVELS.get(level).get((int) index);
    }

    /** All complete subtrees, computed once, level by level. */
    private static List<List<Hash>> levels() {
        List<List<Hash>> levels = new ArrayList<>();
        levels.add(Sample.entries(0, MOST).stream().map(Hash::ofLeaf).toList());
        for (List<Hash> below = levels.get(0); below.size() > 1; below = levels.get(levels.size() - 1)) {
            List<Hash> children = below;
            levels.add(IntStream.range(0, below.size() / 2)
                    .mapToObj(i -> Hash.ofNode(children.get(2 * i), children.get(2 * i + 1)))
                    .toList());
        }
        return levels;
    }

    /** MTH(D[begin:end]) as RFC 6962 §2.1 writes it. */
    private static Hash defined(int begin, int end) {
        if (end - begin == 1) {
            return leaf(begin);
        }
        int split = 1;
        while (2 * split < end - begin) {
            split *= 2;
        }
        return Hash.ofNode(defined(begin, begin + split), defined(begin + split, end));
    }
}

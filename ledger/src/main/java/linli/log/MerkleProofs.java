package linli.log;

import java.util.List;
import java.util.Optional;

/**
 * Checking Merkle proofs: inclusion and consistency (RFC 6962 §2.1), and what both are cases of, the consistency of a
 * subtree (draft-ietf-plants-merkle-tree-certs §4.4). An entry is the subtree of one leaf; an older tree is the subtree that
 * begins at 0.
 *
 * <p>Both guards of the check matter, on the range at the start and on what is left of the size at the end: without
 * them, a proof for one index is accepted for another.
 */
public final class MerkleProofs {
    private MerkleProofs() {}

    /** Whether {@code path} proves that {@code leaf} is entry {@code index} of the tree of {@code size} and {@code root}. */
    public static boolean inclusion(long index, long size, Hash leaf, List<Hash> path, Hash root) {
        return index < size && subtree(index, index + 1, leaf, size, root, path);
    }

    /**
     * Whether {@code path} proves that the tree of {@code oldSize} and {@code oldRoot} is the beginning of the tree of
     * {@code newSize} and {@code newRoot}.
     */
    public static boolean consistency(long oldSize, Hash oldRoot, long newSize, Hash newRoot, List<Hash> path) {
        if (oldSize == 0) {
            boolean sameWhenEmpty = newSize > 0 || newRoot.equals(oldRoot);
            return newSize >= 0 && path.isEmpty() && oldRoot.equals(Hash.EMPTY_TREE) && sameWhenEmpty;
        }
        return subtree(0, oldSize, oldRoot, newSize, newRoot, path);
    }

    /**
     * Whether {@code path} proves that the entries [start, end), whose own tree has {@code subtreeRoot}, are those of the tree
     * of {@code size} and {@code root}; false for a range that is no subtree.
     */
    public static boolean subtree(long start, long end, Hash subtreeRoot, long size, Hash root, List<Hash> path) {
        return isSubtree(start, end)
                && end <= size
                && climb(start, end, size, subtreeRoot, path)
                        .filter(roots -> roots.subtree().equals(subtreeRoot)
                                && roots.tree().equals(root))
                        .isPresent();
    }

    /** Whether [start, end) is a subtree: not empty, and beginning at a multiple of a power of two that it fits into. */
    public static boolean isSubtree(long start, long end) {
        if (start < 0 || end <= start) {
            return false;
        }
        long ceiling = end - start == 1 ? 1 : Long.highestOneBit(end - start - 1) << 1;
        // Without a sign, since the power of two may be 2^63.
        return Long.remainderUnsigned(start, ceiling) == 0;
    }

    /**
     * The root of the older tree that a consistency path speaks of, where that path does lead to the new root; empty where it
     * does not, and where the path begins above the older root and so does not name it: when {@code oldSize} is a power of
     * two.
     */
    static Optional<Hash> oldRootOf(long oldSize, long newSize, Hash newRoot, List<Hash> path) {
        boolean named = oldSize > 0 && oldSize < newSize && Long.bitCount(oldSize) > 1;
        return named
                ? climb(0, oldSize, newSize, Hash.EMPTY_TREE, path)
                        .filter(roots -> roots.tree().equals(newRoot))
                        .map(Roots::subtree)
                : Optional.empty();
    }

    /** The roots of the subtree and of the whole tree that a path leads to. */
    private record Roots(Hash subtree, Hash tree) {}

    private static Optional<Roots> climb(long start, long end, long size, Hash subtreeRoot, List<Hash> path) {
        Climb climb = new Climb(start, end - 1, size - 1);
        climb.skipSharedRight();
        boolean startsAtSubtree = climb.aboveSubtree();
        if (!startsAtSubtree && path.isEmpty()) {
            return Optional.empty();
        }
        Hash subtree = startsAtSubtree ? subtreeRoot : path.get(0);
        Hash tree = subtree;
        for (Hash sibling : startsAtSubtree ? path : path.subList(1, path.size())) {
            if (climb.atTop()) {
                return Optional.empty();
            }
            if (climb.siblingIsLeft()) {
                subtree = climb.aboveSubtree() ? subtree : Hash.ofNode(sibling, subtree);
                tree = Hash.ofNode(sibling, tree);
            } else {
                tree = Hash.ofNode(tree, sibling);
            }
            climb.up();
        }
        return climb.atTop() ? Optional.of(new Roots(subtree, tree)) : Optional.empty();
    }

    /**
     * The way from the end of a subtree to the root of the tree: the places of the subtree's first and last node and of the
     * tree's last one, on one level after the other.
     */
    private static final class Climb {
        private long first;
        private long node;
        private long last;

        Climb(long first, long node, long last) {
            this.first = first;
            this.node = node;
            this.last = last;
        }

        boolean atTop() {
            return last == 0;
        }

        /** Whether one node holds the whole subtree: what comes from the left is then no longer part of it. */
        boolean aboveSubtree() {
            return first == node;
        }

        boolean siblingIsLeft() {
            return odd(node) || node == last;
        }

        void up() {
            if (siblingIsLeft()) {
                // A last node without a right sibling stands for its parents until one of them is a right child.
                while (!odd(node) && node != 0) {
                    shift();
                }
            }
            shift();
        }

        /** Up to the highest node at the subtree's end that both trees share: where the path begins. */
        void skipSharedRight() {
            while (!aboveSubtree() && (odd(node) || node == last)) {
                shift();
            }
        }

        private void shift() {
            first >>= 1;
            node >>= 1;
            last >>= 1;
        }

        private static boolean odd(long number) {
            return (number & 1) == 1;
        }
    }
}

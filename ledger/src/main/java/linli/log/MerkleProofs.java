package linli.log;

import java.util.List;

/**
 * Checking Merkle proofs (RFC 6962 §2.1, with the algorithms of RFC 9162 §2.1.3.2 and §2.1.4.2).
 *
 * <p>Both guards of each check matter, on the index at the start and on what is left of the size at the end: without
 * them, a proof for one index is accepted for another.
 */
public final class MerkleProofs {
    private MerkleProofs() {}

    /** Whether {@code path} proves that {@code leaf} is entry {@code index} of the tree of {@code size} and {@code root}. */
    public static boolean inclusion(long index, long size, Hash leaf, List<Hash> path, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        Climb climb = new Climb(index, size - 1);
        Hash hash = leaf;
        for (Hash sibling : path) {
            if (climb.atTop()) {
                return false;
            }
            hash = climb.siblingIsLeft() ? Hash.ofNode(sibling, hash) : Hash.ofNode(hash, sibling);
            climb.up();
        }
        return climb.atTop() && hash.equals(root);
    }

    /**
     * Whether {@code path} proves that the tree of {@code oldSize} and {@code oldRoot} is the beginning of the tree of
     * {@code newSize} and {@code newRoot}.
     */
    public static boolean consistency(long oldSize, Hash oldRoot, long newSize, Hash newRoot, List<Hash> path) {
        if (oldSize < 0 || oldSize > newSize) {
            return false;
        }
        if (oldSize == newSize) {
            return path.isEmpty() && oldRoot.equals(newRoot);
        }
        if (oldSize == 0) {
            return path.isEmpty() && oldRoot.equals(Hash.EMPTY_TREE);
        }
        boolean startsAtOldRoot = Long.bitCount(oldSize) == 1;
        return !path.isEmpty()
                && (startsAtOldRoot
                        ? grows(oldSize, oldRoot, oldRoot, newSize, newRoot, path)
                        : grows(oldSize, path.get(0), oldRoot, newSize, newRoot, path.subList(1, path.size())));
    }

    private static boolean grows(long oldSize, Hash start, Hash oldRoot, long newSize, Hash newRoot, List<Hash> path) {
        Climb climb = new Climb(oldSize - 1, newSize - 1);
        climb.skipSharedRight();
        Hash oldHash = start;
        Hash newHash = start;
        for (Hash sibling : path) {
            if (climb.atTop()) {
                return false;
            }
            if (climb.siblingIsLeft()) {
                oldHash = Hash.ofNode(sibling, oldHash);
                newHash = Hash.ofNode(sibling, newHash);
            } else {
                newHash = Hash.ofNode(newHash, sibling);
            }
            climb.up();
        }
        return climb.atTop() && oldHash.equals(oldRoot) && newHash.equals(newRoot);
    }

    /** The way from a leaf to the root: the node's place and the last node's place, on one level after the other. */
    private static final class Climb {
        private long node;
        private long last;

        Climb(long node, long last) {
            this.node = node;
            this.last = last;
        }

        boolean atTop() {
            return last == 0;
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

        void skipSharedRight() {
            while (odd(node)) {
                shift();
            }
        }

        private void shift() {
            node >>= 1;
            last >>= 1;
        }

        private static boolean odd(long number) {
            return (number & 1) == 1;
        }
    }
}

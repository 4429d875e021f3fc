package linli.log;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Roots and proofs of the trees over the first {@code size} leaves, for any size, computed from stored nodes. */
final class MerkleTree {
    private final NodeSource nodes;

    MerkleTree(NodeSource nodes) {
        this.nodes = nodes;
    }

    Hash root(long size) {
        return size == 0 ? Hash.EMPTY_TREE : rootOf(0, size);
    }

    /** The path that proves entry {@code index} in the tree of {@code size}, the leaf's sibling first. */
    List<Hash> inclusion(long index, long size) {
        return subtree(index, index + 1, size);
    }

    /** The path that proves the tree of {@code oldSize} to be the beginning of the tree of {@code newSize}. */
    List<Hash> consistency(long oldSize, long newSize) {
        return oldSize == 0 ? List.of() : subtree(0, oldSize, newSize);
    }

    /** The path that proves entries [start, end), which are a subtree, to be those of the tree of {@code size}. */
    List<Hash> subtree(long start, long end, long size) {
        List<Hash> path = new ArrayList<>();
        long wanted = start;
        long begin = 0;
        long stop = size;
        while (wanted != begin || end != stop) {
            long middle = begin + split(stop - begin);
            if (end <= middle) {
                path.add(rootOf(middle, stop));
                stop = middle;
            } else {
                path.add(rootOf(begin, middle));
                begin = middle;
                // Where the subtree reaches over the middle, its left part was just told; the path goes on in its
                // right.
                wanted = Math.max(wanted, middle);
            }
        }
        if (wanted != start) {
            path.add(rootOf(begin, stop));
        }
        Collections.reverse(path);
        return path;
    }

    static void requireSubtree(long start, long end) {
        if (!MerkleProofs.isSubtree(start, end)) {
            throw new IllegalArgumentException("entries " + start + " to " + end + " are no subtree");
        }
    }

    /** The root over [begin, end), where begin is a multiple of a power of two that is not below the length. */
    private Hash rootOf(long begin, long end) {
        List<Hash> peaks = new ArrayList<>();
        long from = begin;
        while (from < end) {
            int level = 63 - Long.numberOfLeadingZeros(end - from);
            peaks.add(nodes.node(level, from >> level));
            from += 1L << level;
        }
        Hash root = peaks.get(peaks.size() - 1);
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = Hash.ofNode(peaks.get(i), root);
        }
        return root;
    }

    /** The largest power of two strictly below {@code length}. */
    private static long split(long length) {
        return Long.highestOneBit(length - 1);
    }
}

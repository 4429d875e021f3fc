package linli.log;

import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a Merkle tree: the roots of its largest complete subtrees, one per set bit of its size. It is all
 * that is needed to add leaves and to know the root.
 *
 * <p>Not thread-safe.
 */
public final class Frontier {
    /** Learns of every node that becomes complete, lowest first. */
    interface NodeSink {
        void completed(int level, Hash hash);
    }

    private static final NodeSink NOBODY = (level, hash) -> {};

    /** The root of the complete subtree of 2^level leaves, at each level that is a set bit of the size. */
    private final ArrayList<Hash> peaks;

    private long size;

    public Frontier() {
        this(0, List.of());
    }

    private Frontier(long size, List<Hash> peaks) {
        this.size = size;
        this.peaks = new ArrayList<>(peaks);
    }

    /** The right edge of the first {@code size} leaves, read from stored nodes. */
    static Frontier of(long size, NodeSource nodes) {
        Frontier frontier = new Frontier();
        for (int level = 0; size >> level != 0; level++) {
            boolean complete = ((size >> level) & 1) == 1;
            frontier.peaks.add(complete ? nodes.node(level, (size >> level) - 1) : Hash.EMPTY_TREE);
        }
        frontier.size = size;
        return frontier;
    }

    Frontier copy() {
        return new Frontier(size, peaks);
    }

    public long size() {
        return size;
    }

    public void add(Hash leaf) {
        add(leaf, NOBODY);
    }

    void add(Hash leaf, NodeSink sink) {
        Hash node = leaf;
        int level = 0;
        sink.completed(level, node);
        for (; ((size >> level) & 1) == 1; level++) {
            node = Hash.ofNode(peaks.get(level), node);
            sink.completed(level + 1, node);
        }
        size++;
        if (level == peaks.size()) {
            peaks.add(node);
        } else {
            peaks.set(level, node);
        }
    }

    /** The tree's root; {@link Hash#EMPTY_TREE} without leaves. */
    public Hash root() {
        return rootOfLast(peaks.size());
    }

    /** The root over the last leaves alone: as many as the size has beyond a multiple of 2^levels. */
    Hash rootOfLast(int levels) {
        long rest = levels >= Long.SIZE ? size : size & ((1L << levels) - 1);
        if (rest == 0) {
            return Hash.EMPTY_TREE;
        }
        int level = Long.numberOfTrailingZeros(rest);
        Hash root = peaks.get(level);
        for (level++; rest >> level != 0; level++) {
            if (((rest >> level) & 1) == 1) {
                root = Hash.ofNode(peaks.get(level), root);
            }
        }
        return root;
    }
}

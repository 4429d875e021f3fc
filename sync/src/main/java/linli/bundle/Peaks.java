package linli.bundle;

import java.util.ArrayList;
import java.util.List;
import linli.log.Hash;

/** The largest complete subtrees of a tree that grows at its right end, each half as large as the one before it or less. */
final class Peaks {
    private final List<Peak> peaks;

    /**
     * One complete subtree.
     *
     * @param start index of its first leaf
     * @param size how many leaves, a power of two
     */
    record Peak(long start, long size, Hash hash) {
        private Peak with(Peak right) {
            return new Peak(start, size + right.size, Hash.ofNode(hash, right.hash));
        }
    }

    Peaks(List<Peak> peaks) {
        this.peaks = new ArrayList<>(peaks);
    }

    void add(long index, Hash leaf) {
        Peak added = new Peak(index, 1, leaf);
        while (!peaks.isEmpty() && last().size() == added.size()) {
            added = peaks.remove(peaks.size() - 1).with(added);
        }
        peaks.add(added);
    }

    private Peak last() {
        return peaks.get(peaks.size() - 1);
    }

    /** The root over all of them; there must be one. */
    Hash root() {
        Hash root = last().hash();
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = Hash.ofNode(peaks.get(i).hash(), root);
        }
        return root;
    }

    /** The one that begins at this leaf; it must be there. */
    Hash at(long start) {
        return peaks.stream()
                .filter(peak -> peak.start() == start)
                .map(Peak::hash)
                .findFirst()
                .orElseThrow();
    }

    /** Those that begin at this leaf or behind it. */
    Peaks from(long start) {
        return new Peaks(peaks.stream().filter(peak -> peak.start() >= start).toList());
    }
}

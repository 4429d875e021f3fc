package linli.bundle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import linli.log.Hash;
import linli.log.Tile;

/**
 * A tree that is grown leaf by leaf from what a bundle brings, and the proof that it continues an older state of the log.
 *
 * <p>A bundle proves that it continues what its writer thought is held here. When it is read, more may be: another stick was
 * quicker, or the network. The entries between prove that as well, without being kept; all that is held is a few hashes.
 */
final class GrownTree {
    private final long head;
    private final List<PathRange> path;
    private final Deque<PathRange> ahead;
    private final Map<Long, Hash> right = new HashMap<>();
    private final Peaks atHead;
    private Peaks run;
    private Peaks growing = new Peaks(List.of());
    private long next;

    private GrownTree(long start, Peaks known, long head, long size) {
        this.next = start;
        this.head = head;
        this.path = PathRange.of(head, size);
        this.ahead = path.stream()
                .filter(range -> range.start() >= head)
                .sorted(Comparator.comparing(PathRange::start))
                .collect(Collectors.toCollection(ArrayDeque::new));
        this.atHead = known;
        this.run = known.from(start - start % Tile.FULL_WIDTH);
    }

    /**
     * The tree up to where a bundle begins, as its own consistency proof says it was.
     *
     * @param start size that the bundle begins at
     * @param root of the first {@code start} entries, as held here; needed where one hash is the whole of them
     * @param proof the bundle's consistency proof from {@code start} to {@code size}
     * @param head size to prove the continuation from, from {@code start} to {@code size}; 0 where nothing is known
     * @return empty where the proof has not as many hashes as it must
     */
    static Optional<GrownTree> from(long start, Hash root, List<Hash> proof, long head, long size) {
        List<PathRange> ranges = PathRange.of(start, size);
        if (ranges.size() != proof.size()) {
            return Optional.empty();
        }
        List<Peaks.Peak> peaks = new ArrayList<>();
        if (Long.bitCount(start) == 1) {
            peaks.add(new Peaks.Peak(0, start, root));
        } else {
            for (int i = ranges.size() - 1; i >= 0; i--) {
                PathRange range = ranges.get(i);
                if (range.end() <= start) {
                    peaks.add(new Peaks.Peak(range.start(), range.end() - range.start(), proof.get(i)));
                }
            }
        }
        peaks.sort(Comparator.comparing(Peaks.Peak::start));
        return Optional.of(new GrownTree(start, new Peaks(peaks), head, size));
    }

    void add(Hash leaf) {
        if (next % Tile.FULL_WIDTH == 0) {
            run = new Peaks(List.of());
        }
        run.add(next, leaf);
        if (next < head) {
            atHead.add(next, leaf);
        } else if (!ahead.isEmpty()) {
            grow(leaf);
        }
        next++;
    }

    private void grow(Hash leaf) {
        PathRange range = ahead.getFirst();
        growing.add(next, leaf);
        if (next + 1 == range.end()) {
            right.put(range.start(), growing.root());
            growing = new Peaks(List.of());
            ahead.removeFirst();
        }
    }

    /** The root over the run of 256 that the last leaf is in, up to that leaf. */
    Hash rootOfRun() {
        return run.root();
    }

    /** The root up to the head, which may be another than is known; there must be a head. */
    Hash rootAtHead() {
        return atHead.root();
    }

    /** That the tree, now that it is whole, continues the one of the head (RFC 6962 §2.1.2). */
    List<Hash> consistency() {
        return path.stream()
                .map(range -> range.start() >= head ? right.get(range.start()) : atHead.at(range.start()))
                .toList();
    }
}

package linli.bundle;

import java.util.ArrayList;
import java.util.List;

/**
 * The leaves [start, end) whose root is one hash of a consistency proof.
 *
 * @param start index of the first leaf
 * @param end index behind the last
 */
record PathRange(long start, long end) {

    /** What the hashes of the proof from an old size to a new one stand for, in their order (RFC 6962 §2.1.2). */
    static List<PathRange> of(long oldSize, long newSize) {
        List<PathRange> ranges = new ArrayList<>();
        if (oldSize > 0 && oldSize < newSize) {
            collect(oldSize, 0, newSize, true, ranges);
        }
        return ranges;
    }

    /** Without the hash of the old tree itself while {@code whole}: whoever checks the proof has it. */
    private static void collect(long old, long start, long end, boolean whole, List<PathRange> ranges) {
        long size = end - start;
        if (old == size) {
            if (!whole) {
                ranges.add(new PathRange(start, end));
            }
            return;
        }
        long half = Long.highestOneBit(size - 1);
        if (old <= half) {
            collect(old, start, start + half, whole, ranges);
            ranges.add(new PathRange(start + half, end));
        } else {
            collect(old - half, start + half, end, false, ranges);
            ranges.add(new PathRange(start, start + half));
        }
    }
}

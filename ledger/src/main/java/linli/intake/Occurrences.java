package linli.intake;

import com.google.common.hash.HashCode;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;

/**
 * Counts rows with equal content in few bytes per row: digests are told apart by their first 64 bits, which two different
 * rows of a file of two million share with a chance below one in nine million.
 */
final class Occurrences {
    private final LongIntHashMap firstLines = new LongIntHashMap();
    private final LongIntHashMap repeats = new LongIntHashMap();

    /** Which occurrence of its content a row is, and where the first one was. */
    record Occurrence(int number, long firstLine) {}

    Occurrence count(HashCode digest, long line) {
        long key = digest.asLong();
        int firstLine = firstLines.getIfAbsentPut(key, Math.toIntExact(line));
        int number = firstLine == line ? 1 : 1 + repeats.addToValue(key, 1);
        return new Occurrence(number, firstLine);
    }
}

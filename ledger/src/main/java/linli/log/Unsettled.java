package linli.log;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** Entries at the end of a copy that were verified and wait in memory to be written, all of them at once. */
final class Unsettled {
    private static final int MOST_BYTES = 8 << 20;
    private static final int MOST_ENTRIES = 1 << 16;

    private final long first;
    private final long start;
    private final ByteArrayOutputStream frames = new ByteArrayOutputStream();
    private final TreeGrowth growth;

    /** Entries to come, behind this right edge and from {@code start} on in the file of entries. */
    Unsettled(Frontier stored, long start) {
        this.first = stored.size();
        this.start = start;
        this.growth = new TreeGrowth(stored);
    }

    /** Index of the first entry that waits. */
    long first() {
        return first;
    }

    /** Index of the entry that comes next. */
    long next() {
        return growth.frontier().size();
    }

    boolean isEmpty() {
        return next() == first;
    }

    boolean isFull() {
        return frames.size() > MOST_BYTES || next() - first > MOST_ENTRIES;
    }

    /** What these entries would add to the tree. */
    TreeGrowth growth(List<byte[]> entries) {
        TreeGrowth more = new TreeGrowth(growth.frontier());
        long at = start + frames.size();
        for (byte[] entry : entries) {
            more.add(at, Hash.ofLeaf(entry));
            at += EntryFrame.PREFIX_BYTES + entry.length;
        }
        return more;
    }

    void add(List<byte[]> entries, TreeGrowth more) {
        frames.writeBytes(EntryFrame.of(entries));
        growth.append(more);
    }

    byte[] frames() {
        return frames.toByteArray();
    }

    TreeGrowth growth() {
        return growth;
    }
}

package linli.log;

import java.util.Arrays;

/** Walks through the file of entries from one place on, with large reads, one entry at a time. */
final class EntryScanner {
    private static final int LEAST_BYTES = EntryFrame.PREFIX_BYTES + Limits.ENTRY_BYTES;
    private static final int MOST_BYTES = 1 << 20;

    private final DurableFile file;
    private final byte[] buffer;

    /** Where in the file the buffer begins. */
    private long bufferStart;

    private int filled;
    private int end;
    private int length;

    /** Begins at {@code position}; the buffer suits a walk up to {@code expectedEnd}. */
    EntryScanner(DurableFile file, long position, long expectedEnd) {
        this.file = file;
        this.buffer = new byte[(int) Math.max(LEAST_BYTES, Math.min(MOST_BYTES, expectedEnd - position))];
        this.bufferStart = position;
    }

    /** Steps to the next entry; false at the end of the file, and before an entry that is not there whole. */
    boolean next() {
        if (!buffered(EntryFrame.PREFIX_BYTES)) {
            return false;
        }
        int announced = EntryFrame.length(buffer, end);
        int frame = EntryFrame.PREFIX_BYTES + announced;
        if (!EntryFrame.possible(announced) || !buffered(frame)) {
            return false;
        }
        length = announced;
        end += frame;
        return true;
    }

    /** Where in the file the current entry starts, its length prefix included. */
    long start() {
        return end() - length - EntryFrame.PREFIX_BYTES;
    }

    /** Where in the file the current entry ends; before the first step, where the walk begins. */
    long end() {
        return bufferStart + end;
    }

    byte[] entry() {
        return Arrays.copyOfRange(buffer, end - length, end);
    }

    Hash leaf() {
        return Hash.ofLeaf(buffer, end - length, length);
    }

    /** Whether so many bytes follow the current entry; it reads on when the buffer has too few. */
    private boolean buffered(int count) {
        if (filled - end < count) {
            bufferStart += end;
            end = 0;
            filled = file.read(buffer, bufferStart);
        }
        return filled - end >= count;
    }
}

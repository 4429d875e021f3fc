package linli.log;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** How entries lie in their file: each after its length, as two bytes, big-endian (the entry bundle of tlog-tiles). */
final class EntryFrame {
    static final int PREFIX_BYTES = 2;

    private EntryFrame() {}

    static boolean possible(int length) {
        return length >= 1 && length <= Limits.ENTRY_BYTES;
    }

    static int length(byte[] source, int offset) {
        return ((source[offset] & 0xff) << 8) | (source[offset + 1] & 0xff);
    }

    /** Entries, ready to be written; one that is empty or too long is an {@link IllegalArgumentException}. */
    static byte[] of(List<byte[]> entries) {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (!possible(entry.length)) {
                throw new IllegalArgumentException(
                        "an entry has 1 to " + Limits.ENTRY_BYTES + " bytes, not " + entry.length);
            }
            frames.write(entry.length >> 8);
            frames.write(entry.length);
            frames.writeBytes(entry);
        }
        return frames.toByteArray();
    }
}

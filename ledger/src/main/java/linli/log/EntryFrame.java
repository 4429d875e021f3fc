package linli.log;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * How entries lie in their file, in bundles and in packages: each after its length, as two bytes, big-endian (the entry bundle of
 * tlog-tiles).
 */
public final class EntryFrame {
    /** What stands before each entry. */
    public static final int PREFIX_BYTES = 2;

    private EntryFrame() {}

    static boolean possible(int length) {
        return length >= 1 && length <= Limits.ENTRY_BYTES;
    }

    static int length(byte[] source, int offset) {
        return ((source[offset] & 0xff) << 8) | (source[offset + 1] & 0xff);
    }

    /** What so many entries take, each after its length. */
    public static int sizeBytes(List<byte[]> entries) {
        return entries.stream().mapToInt(entry -> PREFIX_BYTES + entry.length).sum();
    }

    /** Puts an entry of a length that may be after its length. */
    public static void put(byte[] entry, ByteBuffer target) {
        target.putShort((short) entry.length).put(entry);
    }

    /** Entries, ready to be written; one that is empty or too long is an {@link IllegalArgumentException}. */
    static byte[] of(List<byte[]> entries) {
        ByteBuffer frames = ByteBuffer.allocate(sizeBytes(entries));
        for (byte[] entry : entries) {
            if (!possible(entry.length)) {
                throw new IllegalArgumentException(
                        "an entry has 1 to " + Limits.ENTRY_BYTES + " bytes, not " + entry.length);
            }
            put(entry, frames);
        }
        return frames.array();
    }
}

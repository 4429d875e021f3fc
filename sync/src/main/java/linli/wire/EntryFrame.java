package linli.wire;

import java.nio.ByteBuffer;
import java.util.List;
import linli.log.Limits;

/** How an entry lies in a bundle and in a package: after its length, as two bytes, big-endian. */
final class EntryFrame {
    static final int PREFIX_BYTES = 2;

    private EntryFrame() {}

    /** The length of an entry that may be; two bytes could say more, and nothing is an entry neither. */
    static int length(int said) {
        if (said < 1) {
            throw WireException.malformed("an entry has at least one byte");
        }
        if (said > Limits.ENTRY_BYTES) {
            throw WireException.tooLarge("an entry, in bytes,", Limits.ENTRY_BYTES);
        }
        return said;
    }

    static int sizeBytes(List<byte[]> entries) {
        return entries.stream().mapToInt(entry -> PREFIX_BYTES + entry.length).sum();
    }

    static void put(byte[] entry, ByteBuffer target) {
        target.putShort((short) entry.length).put(entry);
    }
}

package linli.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import linli.log.EntryFrame;
import linli.log.Hash;
import linli.log.Limits;
import linli.log.Tile;

/**
 * A run of entries within one bundle, with the proof that they belong to the log (tlog-mirror).
 *
 * <p>The proof is the subtree consistency proof of [{@link #subtreeStart}, {@link #end}) against the tree of the header's
 * end. A mirror that holds the beginning of the bundle already needs its own entries for checking it.
 *
 * @param first index of the first entry
 * @param entries 1 to 256, up to the end of the bundle or of the upload; their bytes are not copied, do not change them
 * @param path the proof's hashes
 */
public record EntryPackage(long first, List<byte[]> entries, List<Hash> path) {
    public EntryPackage {
        if (first < 0
                || first > Limits.LOG_ENTRIES
                || entries.isEmpty()
                || first + entries.size() > endOf(first, Limits.LOG_ENTRIES)) {
            throw WireException.malformed("a package has one entry or more, all of one bundle");
        }
        if (path.size() > Limits.PROOF_HASHES) {
            throw WireException.malformed("a package's proof has at most " + Limits.PROOF_HASHES + " hashes");
        }
        entries.forEach(entry -> EntryLength.checked(entry.length));
        entries = List.copyOf(entries);
        path = List.copyOf(path);
    }

    /** Where the package that begins at {@code first} ends, in an upload up to {@code uploadEnd}. */
    public static long endOf(long first, long uploadEnd) {
        return Math.min(uploadEnd, subtreeStartOf(first) + Tile.FULL_WIDTH);
    }

    /** The index behind the last entry. */
    public long end() {
        return first + entries.size();
    }

    /** The first index of the bundle, where the subtree begins that is proven. */
    public long subtreeStart() {
        return subtreeStartOf(first);
    }

    static EntryPackage read(BodyInput input, long first, long end) throws IOException {
        List<byte[]> entries = new ArrayList<>();
        while (first + entries.size() < end) {
            entries.add(input.entry());
        }
        int hashes = input.u8();
        if (hashes > Limits.PROOF_HASHES) {
            throw WireException.malformed("a package's proof has at most " + Limits.PROOF_HASHES + " hashes");
        }
        List<Hash> path = new ArrayList<>();
        while (path.size() < hashes) {
            path.add(input.hash());
        }
        return new EntryPackage(first, entries, path);
    }

    byte[] toBytes() {
        int sizeBytes = EntryFrame.sizeBytes(entries) + Byte.BYTES + path.size() * Hash.SIZE_BYTES;
        ByteBuffer bytes = ByteBuffer.allocate(sizeBytes);
        entries.forEach(entry -> EntryFrame.put(entry, bytes));
        bytes.put((byte) path.size());
        path.forEach(hash -> bytes.put(hash.toBytes()));
        return bytes.array();
    }

    private static long subtreeStartOf(long first) {
        return first - first % Tile.FULL_WIDTH;
    }
}

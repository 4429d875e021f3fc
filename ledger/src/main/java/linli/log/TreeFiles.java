package linli.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What is computed from the entries and kept to be quick: where each entry starts, and the tree's nodes at every eighth
 * level.
 *
 * <p>The offsets are written last, and only after the entries were forced. So their number says two things: no fewer
 * entries were acknowledged by then, or could have been; and another process that reads along finds everything about
 * that many.
 */
final class TreeFiles implements NodeSource, Closeable {
    /** Levels 0, 8, 16 and 24 of the tree: enough for {@link Limits#LOG_ENTRIES}. */
    static final int LEVELS = 4;

    static final int OFFSET_BYTES = Long.BYTES;
    private static final int LEVEL_BITS = 8;

    private final DerivedFile offsets;
    private final List<DerivedFile> hashes;

    TreeFiles(DerivedFile offsets, List<DerivedFile> hashes) {
        this.offsets = offsets;
        this.hashes = hashes;
    }

    /** How many entries have an offset. */
    long offsetCount() {
        return offsets.length() / OFFSET_BYTES;
    }

    /** How many entries have all their hashes. */
    long hashedCount() {
        long count = Long.MAX_VALUE;
        for (int level = 0; level < LEVELS; level++) {
            long nodes = hashes.get(level).length() / Hash.SIZE_BYTES;
            // The next node is missing, so all but the last of its leaves may be there.
            count = Math.min(count, ((nodes + 1) << (LEVEL_BITS * level)) - 1);
        }
        return count;
    }

    /** Where entry {@code index} starts in the file of entries. */
    long start(long index) {
        return ByteBuffer.wrap(offsets.read(index * OFFSET_BYTES, OFFSET_BYTES)).getLong();
    }

    @Override
    public Hash node(int level, long index) {
        int below = level % LEVEL_BITS;
        byte[] row = hashes.get(level / LEVEL_BITS).read((index << below) * Hash.SIZE_BYTES, Hash.SIZE_BYTES << below);
        return NodeSource.rootOf(row, 0, 1 << below);
    }

    byte[] tile(Tile tile) {
        return hashes.get(tile.level()).read(tile.first() * Hash.SIZE_BYTES, tile.width() * Hash.SIZE_BYTES);
    }

    /** Forgets all from entry {@code size} on; what is appended next takes its place. */
    void rewindTo(long size) {
        offsets.rewindTo(size * OFFSET_BYTES);
        for (int level = 0; level < LEVELS; level++) {
            hashes.get(level).rewindTo((size >> (LEVEL_BITS * level)) * Hash.SIZE_BYTES);
        }
    }

    /**
     * Begins anew, durably without leaf hashes: until the last of them is back, every opening sees that they must be
     * computed again. The offsets stay, since their number is what was acknowledged.
     */
    void clear() throws IOException {
        hashes.get(0).cutAt(0);
        rewindTo(0);
    }

    void append(TreeGrowth growth) {
        for (int level = 0; level < LEVELS; level++) {
            hashes.get(level).append(growth.hashes(level));
        }
        offsets.append(growth.offsets());
    }

    /** How much the disk has not taken yet. */
    int waitingBytes() {
        return all().stream().mapToInt(DerivedFile::waitingBytes).sum();
    }

    void flush() throws IOException {
        for (DerivedFile file : all()) {
            file.flush();
        }
    }

    /** Makes durable how many entries there are; their hashes can be computed again. */
    void forceOffsets() throws IOException {
        flush();
        offsets.force();
    }

    /** Cuts everything from entry {@code size} on off, durably, the offsets first: none may speak of what is cut. */
    void cutAt(long size) throws IOException {
        offsets.cutAt(size * OFFSET_BYTES);
        for (int level = 0; level < LEVELS; level++) {
            hashes.get(level).cutAt((size >> (LEVEL_BITS * level)) * Hash.SIZE_BYTES);
        }
    }

    void force() throws IOException {
        flush();
        for (DerivedFile file : all()) {
            file.force();
        }
    }

    /** All files, the offsets last. */
    private List<DerivedFile> all() {
        List<DerivedFile> all = new ArrayList<>(hashes);
        all.add(offsets);
        return all;
    }

    @Override
    public void close() throws IOException {
        for (DerivedFile file : all()) {
            file.close();
        }
    }
}

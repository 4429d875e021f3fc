package linli.log;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** What some new entries add to the {@link TreeFiles}, worked out in memory before anything is written. */
final class TreeGrowth {
    private static final int TILE_LEVELS = 8;

    private Frontier frontier;
    private final ByteArrayOutputStream offsets = new ByteArrayOutputStream();
    private final List<ByteArrayOutputStream> hashes = new ArrayList<>();

    /** Growth from this right edge on, which is not changed. */
    TreeGrowth(Frontier before) {
        this.frontier = before.copy();
        for (int level = 0; level < TreeFiles.LEVELS; level++) {
            hashes.add(new ByteArrayOutputStream());
        }
    }

    /** Adds the next entry, which starts at {@code start} in the file of entries. */
    void add(long start, Hash leaf) {
        offsets.writeBytes(
                ByteBuffer.allocate(TreeFiles.OFFSET_BYTES).putLong(start).array());
        frontier.add(leaf, this::keepTileNode);
    }

    private void keepTileNode(int level, Hash hash) {
        if (level % TILE_LEVELS == 0) {
            hashes.get(level / TILE_LEVELS).writeBytes(hash.toBytes());
        }
    }

    /** Takes over growth that begins where this ends. */
    void append(TreeGrowth next) {
        frontier = next.frontier;
        offsets.writeBytes(next.offsets());
        for (int level = 0; level < TreeFiles.LEVELS; level++) {
            hashes.get(level).writeBytes(next.hashes(level));
        }
    }

    /** The root over the run of up to 256 entries that the newest one is in. */
    Hash rootOfRun() {
        byte[] full = hashes(1);
        boolean isFull = frontier.size() % Tile.FULL_WIDTH == 0;
        return isFull ? Hash.at(full, full.length - Hash.SIZE_BYTES) : frontier.rootOfLast(TILE_LEVELS);
    }

    /** The right edge with the new entries. */
    Frontier frontier() {
        return frontier;
    }

    byte[] offsets() {
        return offsets.toByteArray();
    }

    byte[] hashes(int level) {
        return hashes.get(level).toByteArray();
    }
}

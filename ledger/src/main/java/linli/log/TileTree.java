package linli.log;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Roots and proofs from the hash tiles of somebody else's log (tlog-tiles). Each tile is asked for when it is needed first;
 * the last few are kept.
 *
 * <p>Nothing here is believed: tiles that lie give roots and proofs that do not verify against the log's checkpoint. Sizes and
 * ranges beyond {@link #size()} are an {@link IndexOutOfBoundsException}; a tile of a wrong length is a {@link LogException}
 * MALFORMED; what the source throws comes through. Not thread-safe.
 */
public final class TileTree {
    private static final int MOST_TILES = 64;
    private static final int LEVEL_BITS = 8;

    private final long size;
    private final Function<Tile, byte[]> source;
    private final MerkleTree tree = new MerkleTree(this::node);
    private final Map<Tile, byte[]> recent = new LinkedHashMap<>(MOST_TILES, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Tile, byte[]> eldest) {
            return size() > MOST_TILES;
        }
    };

    /**
     * The tree of a log of {@code size} entries.
     *
     * @param source gives the bytes of a hash tile that exists at that size, in the width it has there
     */
    public TileTree(long size, Function<Tile, byte[]> source) {
        if (size < 0) {
            throw new IllegalArgumentException("a log has no negative size");
        }
        this.size = size;
        this.source = source;
    }

    public long size() {
        return size;
    }

    /** The root over the first {@code of} entries. */
    public Hash root(long of) {
        requireSize(of);
        return tree.root(of);
    }

    /** As {@link LogView#inclusionProof}. */
    public List<Hash> inclusionProof(long index, long of) {
        requireSize(of);
        Objects.checkIndex(index, of);
        return tree.inclusion(index, of);
    }

    /** As {@link LogView#consistencyProof}. */
    public List<Hash> consistencyProof(long oldSize, long newSize) {
        requireSize(newSize);
        Objects.checkFromToIndex(oldSize, newSize, newSize);
        return tree.consistency(oldSize, newSize);
    }

    /** As {@link LogView#subtreeProof}. */
    public List<Hash> subtreeProof(long start, long end, long of) {
        requireSize(of);
        Objects.checkFromToIndex(start, end, of);
        MerkleTree.requireSubtree(start, end);
        return tree.subtree(start, end, of);
    }

    private Hash node(int level, long index) {
        int below = level % LEVEL_BITS;
        long first = index << below;
        byte[] hashes = tile(level / LEVEL_BITS, first / Tile.FULL_WIDTH);
        return NodeSource.rootOf(hashes, (int) (first % Tile.FULL_WIDTH) * Hash.SIZE_BYTES, 1 << below);
    }

    private byte[] tile(int level, long index) {
        boolean full = index < Tile.fullTiles(level, size);
        Tile tile = new Tile(level, index, full ? Tile.FULL_WIDTH : Tile.partialWidth(level, size));
        // Asked before it is put, so that a source that throws leaves nothing behind.
        byte[] known = recent.get(tile);
        if (known != null) {
            return known;
        }
        byte[] bytes = source.apply(tile);
        if (bytes.length != tile.width() * Hash.SIZE_BYTES) {
            throw LogException.malformed("a tile of " + tile.width() + " hashes has " + bytes.length + " bytes");
        }
        recent.put(tile, bytes);
        return bytes;
    }

    private void requireSize(long of) {
        Objects.checkFromToIndex(0, of, size);
    }
}

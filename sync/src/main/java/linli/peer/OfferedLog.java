package linli.peer;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import linli.log.Hash;
import linli.log.Mirror;
import linli.log.Tile;
import linli.log.TileTree;

/**
 * A log as the peer offers it: its tree and its bundles, put together from what is here and what the peer gives.
 *
 * <p>As few requests as can be: a tile whose nodes are all in the copy comes from there. The leaves that proofs need are
 * mostly those at the end of the copy and at the end of the log; these bundles are to be fetched anyway, and hashed.
 */
final class OfferedLog {
    private final Mirror mirror;
    private final PeerTiles tiles;
    private final long size;
    private final long firstBundle;
    private final long lastBundle;
    private final Map<Tile, List<byte[]>> kept = new ConcurrentHashMap<>();

    OfferedLog(Mirror mirror, PeerTiles tiles, long size) {
        this.mirror = mirror;
        this.tiles = tiles;
        this.size = size;
        this.firstBundle = mirror.next() / Tile.FULL_WIDTH;
        this.lastBundle = (size - 1) / Tile.FULL_WIDTH;
    }

    /** The tree, from here where that is possible. A proof from it that fails need not be the peer's fault. */
    TileTree tree() {
        return new TileTree(size, this::hashes);
    }

    /** The tree as the peer alone tells it. */
    TileTree peersTree() {
        return new TileTree(size, tiles::hashes);
    }

    private byte[] hashes(Tile tile) {
        if (tile.existsAt(mirror.size())) {
            return mirror.tile(tile);
        }
        return isOfLeavesWantedAnyway(tile)
                ? leaves(kept.computeIfAbsent(Tile.entries(tile.index(), tile.width()), tiles::entries))
                : tiles.hashes(tile);
    }

    private boolean isOfLeavesWantedAnyway(Tile tile) {
        return tile.level() == 0 && (tile.index() == firstBundle || tile.index() == lastBundle);
    }

    private static byte[] leaves(List<byte[]> entries) {
        byte[] hashes = new byte[entries.size() * Hash.SIZE_BYTES];
        int at = 0;
        for (byte[] entry : entries) {
            System.arraycopy(Hash.ofLeaf(entry).toBytes(), 0, hashes, at, Hash.SIZE_BYTES);
            at += Hash.SIZE_BYTES;
        }
        return hashes;
    }

    /** The bundle that holds this entry, as wide as the log has it. */
    Tile bundleOf(long index) {
        long start = index - index % Tile.FULL_WIDTH;
        return Tile.entries(start / Tile.FULL_WIDTH, (int) Math.min(Tile.FULL_WIDTH, size - start));
    }

    /** The entries of a bundle. Safe for several threads. */
    List<byte[]> entries(Tile bundle) {
        List<byte[]> here = kept.get(bundle);
        return here == null ? tiles.entries(bundle) : here;
    }
}

package linli.wire;

import java.util.List;
import java.util.stream.IntStream;
import linli.log.Hash;
import linli.log.Tile;

/** The body of a hash tile (tlog-tiles), as a client reads it. */
public final class HashTile {
    private HashTile() {}

    /**
     * The hashes of this tile, as many as it is wide. Nothing vouches for them before they were held against the root.
     *
     * @throws WireException TRUNCATED when there are fewer, MALFORMED when there is anything more
     */
    public static List<Hash> hashes(byte[] body, Tile tile) {
        if (tile.isEntries()) {
            throw new IllegalArgumentException("not a hash tile");
        }
        int sizeBytes = tile.width() * Hash.SIZE_BYTES;
        if (body.length < sizeBytes) {
            throw WireException.truncated();
        }
        if (body.length > sizeBytes) {
            throw WireException.malformed("there are bytes behind the last hash of the tile");
        }
        return IntStream.range(0, tile.width())
                .mapToObj(place -> Hash.at(body, place * Hash.SIZE_BYTES))
                .toList();
    }
}

package linli.peer;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import linli.log.Hash;
import linli.log.Log;
import linli.log.Tile;
import linli.peer.PeerException.Code;
import linli.wire.Bundle;

/** The tiles and entry bundles of one log as a peer gives them; nothing of them is proven. Safe for several threads. */
final class PeerTiles {
    private final Peer peer;
    private final String log;
    private final Meter meter;

    PeerTiles(Peer peer, String origin, Meter meter) {
        this.peer = peer;
        // The name of a log among others is the same in paths as in folders.
        this.log = Log.dirOf(Path.of(""), origin).toString();
        this.meter = meter;
    }

    /** What the peer did not give, on its way through code that knows no peers. */
    static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final PeerException trouble;

        Lost(PeerException trouble) {
            super(trouble);
            this.trouble = trouble;
        }

        PeerException trouble() {
            return trouble;
        }
    }

    /**
     * The bytes of a hash tile; when they are too few or too many, {@link linli.log.TileTree} finds out.
     *
     * @throws Lost when the peer does not give it
     */
    byte[] hashes(Tile tile) {
        return fetched(
                tile, (bytes, given) -> bytes.length == lengthOf(given) ? Arrays.copyOf(bytes, lengthOf(tile)) : bytes);
    }

    /**
     * The entries of a bundle.
     *
     * @throws Lost when the peer does not give it, or something that is none
     */
    List<byte[]> entries(Tile bundle) {
        return fetched(bundle, (bytes, given) -> Bundle.entries(bytes, given).subList(0, bundle.width()));
    }

    private static int lengthOf(Tile tile) {
        return tile.width() * Hash.SIZE_BYTES;
    }

    private <T> T fetched(Tile tile, BiFunction<byte[], Tile, T> reading) {
        try {
            return partialOrFull(tile, reading);
        } catch (PeerException e) {
            throw new Lost(e);
        }
    }

    /** A partial tile is gone when the full one took its place: the peer may have grown since it listed the log (tlog-tiles). */
    private <T> T partialOrFull(Tile tile, BiFunction<byte[], Tile, T> reading) throws PeerException {
        try {
            return answer(tile, reading);
        } catch (PeerException e) {
            if (e.code() != Code.REFUSED || tile.width() == Tile.FULL_WIDTH) {
                throw e;
            }
            return answer(new Tile(tile.level(), tile.index(), Tile.FULL_WIDTH), reading);
        }
    }

    private <T> T answer(Tile tile, BiFunction<byte[], Tile, T> reading) throws PeerException {
        byte[] bytes = peer.tile(log, tile);
        meter.exchanged(0, bytes.length);
        return Refusals.understood(peer.name(), () -> reading.apply(bytes, tile));
    }
}

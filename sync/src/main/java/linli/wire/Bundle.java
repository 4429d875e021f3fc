package linli.wire;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import linli.log.Tile;

/** The body of an entry bundle (tlog-tiles), as a client reads it. */
public final class Bundle {
    private Bundle() {}

    /**
     * The entries of this bundle, as many as the tile is wide and nothing behind them. Nothing vouches for them before their
     * hashes were held against the tree.
     *
     * @throws WireException MALFORMED, TRUNCATED or TOO_LARGE
     */
    public static List<byte[]> entries(byte[] body, Tile tile) {
        if (!tile.isEntries()) {
            throw new IllegalArgumentException("not the tile of an entry bundle");
        }
        ByteBuffer rest = ByteBuffer.wrap(body);
        List<byte[]> entries = new ArrayList<>(tile.width());
        while (entries.size() < tile.width()) {
            entries.add(next(rest));
        }
        if (rest.hasRemaining()) {
            throw WireException.malformed("there are bytes behind the last entry of the bundle");
        }
        return entries;
    }

    private static byte[] next(ByteBuffer rest) {
        try {
            byte[] entry = new byte[EntryLength.checked(Short.toUnsignedInt(rest.getShort()))];
            rest.get(entry);
            return entry;
        } catch (BufferUnderflowException e) {
            throw WireException.truncated();
        }
    }
}

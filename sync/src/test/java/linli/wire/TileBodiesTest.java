package linli.wire;

import static linli.wire.Sample.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import linli.log.Hash;
import linli.log.Limits;
import linli.log.Tile;
import org.junit.jupiter.api.Test;

/** Entry bundles and hash tiles as a client reads them. */
class TileBodiesTest {
    private static final byte[] TWO = HexFormat.of().parseHex("0007656e7472792d300007656e7472792d31");

    @Test
    void bundleOfTheVectorsHoldsItsEntries() {
        List<String> entries = Bundle.entries(TWO, Tile.entries(0, 2)).stream()
                .map(Sample::text)
                .toList();
        assertEquals(List.of("entry-0", "entry-1"), entries);
    }

    @Test
    void bundleIsExactlyAsWideAsItsTile() {
        refused(WireException.Code.MALFORMED, () -> Bundle.entries(TWO, Tile.entries(0, 1)));
        refused(WireException.Code.TRUNCATED, () -> Bundle.entries(TWO, Tile.entries(0, 3)));
        refused(WireException.Code.TRUNCATED, () -> Bundle.entries(new byte[0], Tile.entries(0, 1)));
        refused(WireException.Code.MALFORMED, () -> Bundle.entries(Arrays.copyOf(TWO, 19), Tile.entries(0, 2)));
    }

    @Test
    void bundleCutAnywhereIsTruncated() {
        for (int length = 0; length < TWO.length; length++) {
            byte[] cut = Arrays.copyOf(TWO, length);
            refused(WireException.Code.TRUNCATED, () -> Bundle.entries(cut, Tile.entries(0, 2)));
        }
    }

    @Test
    void entriesThatCannotBeAreRefused() {
        refused(WireException.Code.MALFORMED, () -> Bundle.entries(new byte[2], Tile.entries(0, 1)));
        byte[] tooLong = new byte[2 + Limits.ENTRY_BYTES + 1];
        tooLong[0] = 0x40;
        tooLong[1] = 1;
        refused(WireException.Code.TOO_LARGE, () -> Bundle.entries(tooLong, Tile.entries(0, 1)));
    }

    @Test
    void hashTileIsExactlyAsWideAsItsTile() {
        Hash hash = Hash.ofLeaf(Sample.entry(5));
        assertEquals(List.of(hash), HashTile.hashes(hash.toBytes(), new Tile(0, 0, 1)));
        assertEquals(256, HashTile.hashes(new byte[8192], new Tile(3, 0, 256)).size());
        refused(WireException.Code.TRUNCATED, () -> HashTile.hashes(new byte[31], new Tile(0, 0, 1)));
        refused(WireException.Code.MALFORMED, () -> HashTile.hashes(new byte[64], new Tile(0, 0, 1)));
    }

    @Test
    void kindsOfTileAreNotMixedUp() {
        assertThrows(IllegalArgumentException.class, () -> Bundle.entries(TWO, new Tile(0, 0, 2)));
        assertThrows(IllegalArgumentException.class, () -> HashTile.hashes(new byte[64], Tile.entries(0, 2)));
    }
}

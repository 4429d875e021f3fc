package linli.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {
    @ParameterizedTest
    @CsvSource({
        "255, 0, 0, 255",
        "255, 1, 0, 0",
        "256, 0, 1, 0",
        "256, 1, 0, 1",
        "256, 2, 0, 0",
        "65536, 0, 256, 0",
        "65536, 1, 1, 0",
        "65536, 2, 0, 1",
        "70000, 0, 273, 112",
        "70000, 1, 1, 17",
        "70000, 2, 0, 1",
        "70000, 3, 0, 0",
        "70000, 63, 0, 0"
    })
    void treeHasTheseTilesPerLevel(long size, int level, long full, int partial) {
        assertEquals(full, Tile.fullTiles(level, size));
        assertEquals(partial, Tile.partialWidth(level, size));
    }

    @Test
    void tileExistsOnceTheTreeHasAllOfIt() {
        assertTrue(new Tile(0, 273, 112).existsAt(70000));
        assertTrue(new Tile(0, 273, 5).existsAt(70000));
        assertFalse(new Tile(0, 273, 113).existsAt(70000));
        assertTrue(Tile.entries(273, 112).existsAt(70000));
        assertFalse(new Tile(0, Long.MAX_VALUE, 256).existsAt(Long.MAX_VALUE));
    }

    @ParameterizedTest
    @CsvSource({
        "tile/0/000, 0, 0, 256",
        "tile/0/999, 0, 999, 256",
        "tile/1/x001/000, 1, 1000, 256",
        "tile/63/x001/x234/067, 63, 1234067, 256",
        "tile/0/x001/234.p/5, 0, 1234, 5",
        "tile/entries/x001/234.p/255, -1, 1234, 255",
        "tile/entries/000, -1, 0, 256"
    })
    void pathsNameTilesAndTilesTheirPaths(String path, int level, long index, int width) {
        Tile tile = new Tile(level, index, width);
        assertEquals(path, tile.path());
        assertEquals(tile, Tile.ofPath(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile/0/0",
                "tile/0/0000",
                "tile/64/000",
                "tile/00/000",
                "tile/-1/000",
                "tile/0/x000/001",
                "tile/0/001/002",
                "tile/0/x001",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/05",
                "tile/0/000.p/",
                "tile/0/000/",
                "/tile/0/000",
                "tile/data/000",
                "tile/0/000.p/5/",
                "tile/0/\u0660\u0660\u0660",
                "tile/0/../000",
                "tile/0/x999/x999/x999/x999/x999/x999/999"
            })
    void anyOtherSpellingIsRefused(String path) {
        LogException refusal = assertThrows(LogException.class, () -> Tile.ofPath(path));
        assertEquals(LogException.Code.MALFORMED, refusal.code());
    }
}

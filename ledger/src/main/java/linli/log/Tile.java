package linli.log;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a tile (tlog-tiles, height 8): a run of up to 256 nodes of one level of the tree, or of up to 256
 * entries.
 *
 * <p>Hash tile (level L, index N) holds the nodes of level 8L from 256·N on, 32 bytes each.
 *
 * @param level 0 to 63, or {@link #ENTRIES} for an entry bundle
 * @param index the tile's place in its level
 * @param width how many nodes or entries it holds: 256 when full, else 1 to 255
 */
public record Tile(int level, long index, int width) {
    public static final int ENTRIES = -1;
    public static final int FULL_WIDTH = 256;

    private static final int TOP_LEVEL = 63;
    private static final Pattern PATH =
            Pattern.compile("tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public Tile {
        if (level < ENTRIES || level > TOP_LEVEL || index < 0 || width < 1 || width > FULL_WIDTH) {
            throw new IllegalArgumentException(
                    "no such tile: level " + level + ", index " + index + ", width " + width);
        }
    }

    public static Tile entries(long index, int width) {
        return new Tile(ENTRIES, index, width);
    }

    public boolean isEntries() {
        return level == ENTRIES;
    }

    /** Index of the first node or entry, within its level. */
    public long first() {
        return index * FULL_WIDTH;
    }

    /** Whether a tree of {@code size} has all of this tile. */
    public boolean existsAt(long size) {
        return index < Long.MAX_VALUE / FULL_WIDTH && first() + width <= nodes(level, size);
    }

    /** How many full tiles {@code level} has in a tree of {@code size}. */
    public static long fullTiles(int level, long size) {
        return nodes(level, size) / FULL_WIDTH;
    }

    /** The width of the partial tile that ends {@code level} in a tree of {@code size}; 0 when there is none. */
    public static int partialWidth(int level, long size) {
        return (int) (nodes(level, size) % FULL_WIDTH);
    }

    private static long nodes(int level, long size) {
        int shift = 8 * Math.max(level, 0);
        return shift > TOP_LEVEL ? 0 : size >> shift;
    }

    /** The path below the log's address, such as {@code tile/0/x001/234.p/5} or {@code tile/entries/000}. */
    public String path() {
        StringBuilder path = new StringBuilder(String.format(Locale.ROOT, "%03d", index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, String.format(Locale.ROOT, "x%03d/", rest % 1000));
        }
        path.insert(0, isEntries() ? "tile/entries/" : "tile/" + level + "/");
        return width == FULL_WIDTH ? path.toString() : path + ".p/" + width;
    }

    /** The tile of a path, in its one spelling; anything else is a {@link LogException} MALFORMED. */
    public static Tile ofPath(String path) {
        Matcher matcher = PATH.matcher(path);
        if (matcher.matches()) {
            int level = matcher.group(1).equals("entries") ? ENTRIES : Integer.parseInt(matcher.group(1));
            // At most 18 digits: no overflow.
            long index = Long.parseLong(matcher.group(2).replaceAll("[x/]", ""));
            int width = matcher.group(3) == null ? FULL_WIDTH : Integer.parseInt(matcher.group(3));
            // Writing it again is the shortest check against x000/ in front and .p/256 behind.
            if (level <= TOP_LEVEL
                    && width <= FULL_WIDTH
                    && new Tile(level, index, width).path().equals(path)) {
                return new Tile(level, index, width);
            }
        }
        throw LogException.malformed("not the path of a tile");
    }
}

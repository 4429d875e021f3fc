package linli.text;

/**
 * A QR code of half blocks, two modules above each other in one character, so that it is square in a terminal. The largest takes
 * 185 columns and 93 lines.
 */
public final class QrText {
    /** Indexed by upper module light, then lower module light. */
    private static final String[][] HALVES = {{" ", "▄"}, {"▀", "█"}};

    /** Bright white on black, whatever the terminal's own colours are. */
    private static final String WHITE_ON_BLACK = "\u001b[97;40m";

    private static final String OWN_COLOURS = "\u001b[0m";

    private QrText() {}

    /**
     * The code for a terminal that writes light on dark; blocks are the light modules.
     *
     * @param payload 1 to 2,900 bytes
     * @throws IllegalArgumentException when the payload is empty or too long; the message says so
     */
    public static String plain(byte[] payload) {
        return lines(QrSymbol.of(payload), "", "");
    }

    /** As {@link #plain}, with its own colours: for a terminal that understands ANSI escapes. */
    public static String inColour(byte[] payload) {
        return lines(QrSymbol.of(payload), WHITE_ON_BLACK, OWN_COLOURS);
    }

    private static String lines(QrSymbol symbol, String before, String after) {
        StringBuilder text = new StringBuilder();
        int end = symbol.size() + QrSymbol.MARGIN;
        for (int row = -QrSymbol.MARGIN; row < end; row += 2) {
            text.append(before);
            for (int column = -QrSymbol.MARGIN; column < end; column++) {
                text.append(half(symbol, column, row));
            }
            text.append(after).append('\n');
        }
        return text.toString();
    }

    private static String half(QrSymbol symbol, int column, int row) {
        return HALVES[symbol.isDark(column, row) ? 0 : 1][symbol.isDark(column, row + 1) ? 0 : 1];
    }
}

package linli.text;

/** A QR code as an SVG drawing, one unit for each module, black on white, to be scaled at will. */
public final class QrSvg {
    private QrSvg() {}

    /**
     * The drawing as an {@code <svg>} element, fit for a file or within a page.
     *
     * @param payload 1 to 2,900 bytes
     * @throws IllegalArgumentException when the payload is empty or too long; the message says so
     */
    public static String of(byte[] payload) {
        QrSymbol symbol = QrSymbol.of(payload);
        int side = symbol.size() + 2 * QrSymbol.MARGIN;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side
                + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + side + "v" + side + "H0z\"/>"
                + "<path d=\"" + darkRuns(symbol) + "\"/></svg>";
    }

    /** Dark modules beside each other are one rectangle; that halves the drawing. */
    private static String darkRuns(QrSymbol symbol) {
        StringBuilder path = new StringBuilder();
        for (int row = 0; row < symbol.size(); row++) {
            int column = 0;
            while (column < symbol.size()) {
                int length = darkFrom(symbol, column, row);
                appendRun(path, column, row, length);
                column += length + 1;
            }
        }
        return path.toString();
    }

    private static int darkFrom(QrSymbol symbol, int column, int row) {
        int end = column;
        while (symbol.isDark(end, row)) {
            end++;
        }
        return end - column;
    }

    private static void appendRun(StringBuilder path, int column, int row, int length) {
        if (length > 0) {
            path.append('M').append(column + QrSymbol.MARGIN).append(' ').append(row + QrSymbol.MARGIN);
            path.append('h').append(length).append("v1h-").append(length).append('z');
        }
    }
}

package linli.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A table as plain text, with a heading line, aligned for terminals that draw Chinese characters two columns wide.
 *
 * <pre>{@code
 * new TextTable().left("Site").right("Hours").row("老城", "12").row("Grant Ave.", "1,240").render()
 * }</pre>
 *
 * <p>Columns are declared first, then rows are added. Not safe for use by several threads.
 */
public final class TextTable {
    private static final String GAP = "  ";

    private enum Side {
        LEFT,
        RIGHT
    }

    private record Column(String heading, Side side) {}

    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a column of text, aligned left. */
    public TextTable left(String heading) {
        columns.add(new Column(printable(heading), Side.LEFT));
        return this;
    }

    /** Adds a column of numbers, aligned right. */
    public TextTable right(String heading) {
        columns.add(new Column(printable(heading), Side.RIGHT));
        return this;
    }

    /** Adds a row; it must have a cell for every column, or this is an {@link IllegalArgumentException}. */
    public TextTable row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    "a row of this table has " + columns.size() + " cells, not " + cells.length);
        }
        List<String> row = new ArrayList<>();
        for (String cell : cells) {
            row.add(printable(cell));
        }
        rows.add(row);
        return this;
    }

    /** The table as lines, each ended by a line feed and without trailing spaces. */
    public String render() {
        int[] widths = widths();
        StringBuilder out = new StringBuilder();
        appendLine(out, columns.stream().map(Column::heading).toList(), widths);
        for (List<String> row : rows) {
            appendLine(out, row, widths);
        }
        return out.toString();
    }

    private int[] widths() {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = DisplayWidth.of(columns.get(i).heading());
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], DisplayWidth.of(row.get(i)));
            }
        }
        return widths;
    }

    private void appendLine(StringBuilder out, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = cells.get(i);
            String padding = " ".repeat(widths[i] - DisplayWidth.of(cell));
            line.append(i == 0 ? "" : GAP);
            line.append(columns.get(i).side() == Side.LEFT ? cell + padding : padding + cell);
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    /** Line breaks would tear the table, and a control sequence from somebody's file must not reach the terminal. */
    private static String printable(String cell) {
        return cell.replaceAll("\\p{Cntrl}+", " ");
    }
}

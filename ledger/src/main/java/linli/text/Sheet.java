package linli.text;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * A table for a spreadsheet, written row by row: CSV, or a workbook. Nothing that somebody chose is taken for a formula in it.
 *
 * <p>It is whole once it was closed. Not safe for use by several threads.
 */
public abstract sealed class Sheet implements Closeable permits CsvSheet, XlsxSheet {
    /** What stands in one cell. */
    public sealed interface Cell {
        /** A text, to be shown as it is. */
        record Text(String text) implements Cell {}

        /** A number, to be reckoned with. */
        record Figure(BigDecimal figure) implements Cell {}
    }

    /**
     * Begins a table.
     *
     * @param name of the file: one that ends in {@code .xlsx} is a workbook, every other is CSV in UTF-8
     * @param out is closed with the table
     */
    public static Sheet begin(String name, OutputStream out, List<String> headings) throws IOException {
        Sheet sheet = name.toLowerCase(Locale.ROOT).endsWith(".xlsx") ? new XlsxSheet(out) : new CsvSheet(out);
        sheet.headings(headings);
        return sheet;
    }

    abstract void headings(List<String> headings) throws IOException;

    /** Adds a row. */
    public abstract void row(List<Cell> cells) throws IOException;
}

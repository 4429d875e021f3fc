package linli.text;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A table as the one sheet of a workbook. */
final class XlsxSheet extends Sheet {
    /** A workbook is whole only up to here; Excel shows no more rows. */
    private static final int MOST_ROWS = 1_048_576;
    /** Rows kept in memory until they are written. */
    private static final int ROWS_AT_ONCE = 500;

    private final OutputStream out;
    private final Workbook workbook;
    private final Worksheet sheet;
    private int rows;

    XlsxSheet(OutputStream out) {
        this.out = out;
        this.workbook = new Workbook(out, "Linli", "1.0");
        this.sheet = workbook.newWorksheet("1");
    }

    @Override
    void headings(List<String> headings) {
        sheet.freezePane(0, 1);
        for (int column = 0; column < headings.size(); column++) {
            sheet.inlineString(0, column, headings.get(column));
            sheet.style(0, column).bold().set();
        }
        rows = 1;
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        if (rows == MOST_ROWS) {
            throw new IOException("a workbook holds " + MOST_ROWS + " rows; choose fewer days, or CSV");
        }
        for (int column = 0; column < cells.size(); column++) {
            if (cells.get(column) instanceof Cell.Figure figure) {
                sheet.value(rows, column, figure.figure());
            } else {
                sheet.inlineString(rows, column, CsvText.harmless(((Cell.Text) cells.get(column)).text()));
            }
        }
        rows++;
        if (rows % ROWS_AT_ONCE == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            workbook.finish();
        }
    }
}

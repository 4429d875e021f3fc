package linli.text;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A table as CSV. */
final class CsvSheet extends Sheet {
    /** Tells Excel that this is UTF-8. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Writer out;

    CsvSheet(OutputStream out) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.out.write(BYTE_ORDER_MARK);
    }

    @Override
    void headings(List<String> headings) throws IOException {
        out.write(CsvText.line(headings));
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        out.write(CsvText.join(cells.stream().map(CsvSheet::written).toList()));
    }

    private static String written(Cell cell) {
        return cell instanceof Cell.Figure figure
                ? CsvText.number(figure.figure().toPlainString())
                : CsvText.text(((Cell.Text) cell).text());
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}

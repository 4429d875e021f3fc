package linli.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import linli.text.CsvText;
import linli.text.TextTable;

/** How a report is written. */
public enum Format {
    /** For a terminal. */
    TABLE {
        @Override
        public String write(Report report) {
            TextTable table = new TextTable();
            report.columns().forEach(column -> heading(table, column));
            report.lines().forEach(line -> table.row(line.toArray(String[]::new)));
            String notes = report.notes().stream().map(note -> note + "\n").collect(Collectors.joining());
            return table.render() + (notes.isEmpty() ? "" : "\n" + notes);
        }
    },
    /** For a spreadsheet: UTF-8, RFC 4180. */
    CSV {
        @Override
        public String write(Report report) {
            List<String> headings =
                    report.columns().stream().map(Report.Column::heading).toList();
            return CsvText.line(headings)
                    + report.lines().stream()
                            .map(line -> CsvText.join(cells(report.columns(), line)))
                            .collect(Collectors.joining());
        }
    },
    /** For programs: all figures, under stable names. */
    JSON {
        @Override
        public String write(Report report) {
            try {
                return PRETTY.writeValueAsString(report) + "\n";
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a report is always JSON", e);
            }
        }
    };

    private static final ObjectWriter PRETTY = new JsonMapper().writer().with(SerializationFeature.INDENT_OUTPUT);

    public abstract String write(Report report);

    private static void heading(TextTable table, Report.Column column) {
        switch (column.align()) {
            case LEFT -> table.left(column.heading());
            case RIGHT -> table.right(column.heading());
        }
    }

    private static List<String> cells(List<Report.Column> columns, List<String> line) {
        return IntStream.range(0, line.size())
                .mapToObj(i -> switch (columns.get(i).align()) {
                    case LEFT -> CsvText.text(line.get(i));
                    case RIGHT -> CsvText.number(line.get(i));
                })
                .toList();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

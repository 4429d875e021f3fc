package linli.intake;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** One open sheet of a workbook. Rows are unpacked as they are asked for. */
final class XlsxTable implements Table {
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

    private final XlsxReader file;
    private final ReadableWorkbook workbook;
    private final ExcelDates dates;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final List<String> header;
    private long rowsRead;

    private XlsxTable(XlsxReader file, ReadableWorkbook workbook) throws IOException {
        this.file = file;
        this.workbook = workbook;
        this.dates = new ExcelDates(file.findings().from1904());
        this.stream = sheet().openStream();
        this.rows = stream.iterator();
        TableRow first = next();
        this.header = first == null ? List.of() : first.fields();
    }

    static XlsxTable open(XlsxReader file) {
        ReadableWorkbook workbook = null;
        try {
            workbook = new ReadableWorkbook(file.file().toFile(), WITH_FORMATS);
            return new XlsxTable(file, workbook);
        } catch (IOException | RuntimeException e) {
            closeQuietly(workbook);
            throw e instanceof IntakeException refused ? refused : damaged(e);
        }
    }

    private static void closeQuietly(@Nullable ReadableWorkbook workbook) {
        try {
            if (workbook != null) {
                workbook.close();
            }
        } catch (IOException alreadyFailing) {
            // The failure that led here is the one worth reporting.
        }
    }

    private Sheet sheet() {
        String name = file.sheet();
        if (name == null) {
            return workbook.getFirstSheet();
        }
        return workbook.findSheet(name).orElseThrow(() -> {
            String sheets = workbook.getSheets().map(Sheet::getName).collect(Collectors.joining(", "));
            return new IntakeException(
                    IntakeException.Code.MAPPING,
                    "The workbook has no sheet \"" + name + "\". Its sheets are: " + sheets + ".");
        });
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public @Nullable TableRow next() {
        try {
            while (rows.hasNext()) {
                Row row = rows.next();
                rowsRead++;
                List<String> fields = fields(row);
                if (!FieldText.isBlank(fields)) {
                    return new TableRow(row.getRowNum(), fields);
                }
            }
            return null;
        } catch (IntakeException e) {
            throw e;
        } catch (RuntimeException e) {
            // The reader's own failures are a mixed bag of unchecked exceptions; each means the same to the user.
            throw damaged(e);
        }
    }

    private List<String> fields(Row row) {
        List<String> fields = new ArrayList<>();
        for (int column = 0; column < row.getCellCount(); column++) {
            String field = field(row.getCell(column), row);
            if (column < Limits.COLUMNS) {
                fields.add(field);
            } else if (!field.isEmpty()) {
                throw tooLarge(row, "has more than " + Limits.COLUMNS + " columns. Remove those not needed.");
            }
        }
        return fields;
    }

    private String field(@Nullable Cell cell, Row row) {
        String field = FieldText.normalise(cell == null ? "" : dates.text(cell));
        if (field.length() > Limits.FIELD_LENGTH_CHARS) {
            throw tooLarge(row, "has a field of more than 4,000 characters. Shorten it.");
        }
        return field;
    }

    private static IntakeException tooLarge(Row row, String what) {
        return new IntakeException(IntakeException.Code.TOO_LARGE, "Line " + row.getRowNum() + " " + what);
    }

    private static IntakeException damaged(Exception cause) {
        return new IntakeException(
                IntakeException.Code.MALFORMED,
                "The workbook is damaged. Open it in Excel and save it anew, or save the sheet as \"CSV UTF-8\".",
                cause);
    }

    /** An estimate when the workbook has other sheets too: only all rows together are known beforehand. */
    @Override
    public double fractionRead() {
        return Math.min(1, (double) rowsRead / Math.max(1, file.findings().rows()));
    }

    @Override
    public Optional<LocalDateTime> momentOf(String field) {
        return dates.parse(field);
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}

package linli.intake;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.google.common.io.CountingInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An open text table, read as RFC 4180 says, one row at a time. */
final class CsvTable implements Table {
    private static final CsvFactory FACTORY = CsvFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Limits.FIELD_LENGTH_CHARS)
                    .build())
            .build();

    private final long sizeBytes;
    private final CountingInputStream bytes;
    private final CsvParser parser;
    private final List<String> header;

    CsvTable(CsvReader file) throws IOException {
        sizeBytes = Files.size(file.file());
        bytes = new CountingInputStream(Files.newInputStream(file.file()));
        try {
            parser = FACTORY.createParser(CsvReader.decode(bytes, file.charset()));
            parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(file.delimiter()));
            TableRow first = next();
            header = first == null ? List.of() : first.fields();
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public @Nullable TableRow next() {
        long line = 0;
        try {
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                line = parser.currentLocation().getLineNr();
                List<String> fields = fields(line);
                if (!FieldText.isBlank(fields)) {
                    return new TableRow(line, fields);
                }
            }
            return null;
        } catch (StreamConstraintsException e) {
            throw malformed(line, "a field has more than 4,000 characters", e);
        } catch (StreamReadException e) {
            throw malformed(line, "its quotation marks do not pair up", e);
        } catch (IOException e) {
            throw TableReader.unreadable(e);
        }
    }

    private List<String> fields(long line) throws IOException {
        List<String> fields = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (fields.size() == Limits.COLUMNS) {
                throw new IntakeException(
                        IntakeException.Code.TOO_LARGE,
                        "Line " + line + " has more than " + Limits.COLUMNS + " columns. Remove those not needed.");
            }
            fields.add(FieldText.normalise(parser.getText()));
        }
        return fields;
    }

    private static IntakeException malformed(long line, String what, IOException cause) {
        return new IntakeException(
                IntakeException.Code.MALFORMED,
                "The row that starts on line " + line + " cannot be read: " + what
                        + ". Look for a quotation mark that is never closed.",
                cause);
    }

    @Override
    public double fractionRead() {
        return Math.min(1, (double) bytes.getCount() / sizeBytes);
    }

    /** A text table has no dates of its own: they are what the mapping says they are. */
    @Override
    public Optional<LocalDateTime> momentOf(String field) {
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        parser.close();
        bytes.close();
    }
}

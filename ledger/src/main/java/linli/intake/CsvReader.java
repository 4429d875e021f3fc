package linli.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text table whose encoding and delimiter are known. */
record CsvReader(Path file, Charset charset, char delimiter) implements TableReader {
    private static final String DELIMITERS = ",;\t";
    private static final int HEADER_LENGTH_CHARS = 64 << 10;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    static CsvReader of(Path file) throws IOException {
        if (Files.size(file) > Limits.CSV_FILE_SIZE_BYTES) {
            throw new IntakeException(
                    IntakeException.Code.TOO_LARGE, "The file is larger than 1 GiB. Split it and import the parts.");
        }
        Charset charset = TextEncoding.of(file);
        try (Reader reader = decode(Files.newInputStream(file), charset)) {
            return new CsvReader(file, charset, delimiterOf(reader));
        }
    }

    @Override
    public Table open() {
        try {
            return new CsvTable(this);
        } catch (IOException e) {
            throw TableReader.unreadable(e);
        }
    }

    /** The text without its byte order mark, if it has one. */
    static Reader decode(InputStream in, Charset charset) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, charset));
        reader.mark(1);
        boolean marked = charset.equals(StandardCharsets.UTF_8) && reader.read() == BYTE_ORDER_MARK;
        if (!marked) {
            reader.reset();
        }
        return reader;
    }

    /** The delimiter that occurs most often in the first line that has content, outside quotes; a comma if none does. */
    private static char delimiterOf(Reader reader) throws IOException {
        int[] counts = new int[DELIMITERS.length()];
        boolean quoted = false;
        boolean content = false;
        for (int i = 0, c = reader.read(); i < HEADER_LENGTH_CHARS && c >= 0; i++, c = reader.read()) {
            boolean lineEnd = c == '\n' || c == '\r';
            if (lineEnd && content && !quoted) {
                break;
            }
            quoted ^= c == '"';
            content |= !lineEnd && c != ' ';
            int delimiter = DELIMITERS.indexOf(c);
            if (delimiter >= 0 && !quoted) {
                counts[delimiter]++;
            }
        }
        return DELIMITERS.charAt(indexOfLargest(counts));
    }

    private static int indexOfLargest(int[] counts) {
        int largest = 0;
        for (int i = 1; i < counts.length; i++) {
            largest = counts[i] > counts[largest] ? i : largest;
        }
        return largest;
    }
}

package linli.web.api.national;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** A table that was sent, as a file for as long as it is read: a workbook is read in pieces. Nobody but the node's user can read it. */
final class AnswerFile {
    private AnswerFile() {}

    static <R> R with(byte[] table, Function<Path, R> reading) throws IOException {
        Path file = Files.createTempFile("linli-answer", null);
        try {
            Files.write(file, table);
            return reading.apply(file);
        } finally {
            Files.delete(file);
        }
    }
}

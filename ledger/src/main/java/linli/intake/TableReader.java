package linli.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file known to be a table of a certain kind, that can be opened as often as needed. */
sealed interface TableReader permits CsvReader, XlsxReader {
    Table open();

    /**
     * Looks at a file's content, not its name, to tell how to read it.
     *
     * @param sheet the sheet of a workbook to read; null for its first
     */
    static TableReader of(Path file, @Nullable String sheet) {
        try {
            return switch (FileKind.of(firstBytes(file))) {
                case ZIP -> XlsxReader.of(file, sheet);
                case TEXT -> csv(file, sheet);
                case OLD_OFFICE ->
                    throw new IntakeException(
                            IntakeException.Code.NOT_A_TABLE,
                            "This is an old .xls workbook, or one protected by a password. Save it as .xlsx, without a"
                                    + " password, and import that.");
                case UTF_16 ->
                    throw new IntakeException(
                            IntakeException.Code.ENCODING,
                            "This text is UTF-16. Save it as \"CSV UTF-8\" and import that.");
                case EMPTY -> throw new IntakeException(IntakeException.Code.NOT_A_TABLE, "The file is empty.");
            };
        } catch (NoSuchFileException e) {
            throw new IntakeException(IntakeException.Code.UNREADABLE, "There is no file " + file + ".", e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    static IntakeException unreadable(IOException cause) {
        return new IntakeException(
                IntakeException.Code.UNREADABLE, "The file cannot be read: " + cause.getMessage(), cause);
    }

    private static TableReader csv(Path file, @Nullable String sheet) throws IOException {
        if (sheet != null) {
            throw new IntakeException(
                    IntakeException.Code.MAPPING,
                    "The mapping names the sheet \"" + sheet + "\", but this file is text and has no sheets.");
        }
        return CsvReader.of(file);
    }

    private static byte[] firstBytes(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IntakeException(IntakeException.Code.UNREADABLE, file + " is a folder, not a file.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(FileKind.SNIFFED_SIZE_BYTES);
        }
    }
}

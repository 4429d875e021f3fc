package linli.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A workbook that was found safe to unpack.
 *
 * @param sheet the sheet to read; null for the first
 */
record XlsxReader(Path file, @Nullable String sheet, XlsxGuard.Findings findings) implements TableReader {
    static XlsxReader of(Path file, @Nullable String sheet) throws IOException {
        if (Files.size(file) > Limits.XLSX_FILE_SIZE_BYTES) {
            throw new IntakeException(
                    IntakeException.Code.TOO_LARGE,
                    "The workbook is larger than 128 MiB. Save the sheet as \"CSV UTF-8\" and import that.");
        }
        return new XlsxReader(file, sheet, XlsxGuard.inspect(file));
    }

    @Override
    public Table open() {
        return XlsxTable.open(this);
    }
}

package linli.intake;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import linli.text.CsvText;

/**
 * What became of every line, as a CSV file beside the table: {@code hours.csv} gets {@code hours.report.csv}. The report
 * takes the place of an older one only when it is {@linkplain #finish finished}.
 *
 * <p>Not safe for use by several threads.
 */
public final class IntakeReport implements AutoCloseable {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private final Path target;
    private final Path unfinished;
    private final Writer out;
    private final BiConsumer<CheckedRow, String> skips;
    private final IntakeSummary summary = new IntakeSummary();

    private IntakeReport(Path target, Path unfinished, Writer out, BiConsumer<CheckedRow, String> skips) {
        this.target = target;
        this.unfinished = unfinished;
        this.out = out;
        this.skips = skips;
    }

    /** Begins the report on a table. Done before anything is recorded, so that a folder that cannot be written shows now. */
    public static IntakeReport beside(Path table) {
        return beside(table, (row, reason) -> {});
    }

    /**
     * The same.
     *
     * @param skips is told of each row that is not recorded, and why
     */
    public static IntakeReport beside(Path table, BiConsumer<CheckedRow, String> skips) {
        Path target = table.toAbsolutePath().resolveSibling(baseName(table) + ".report.csv");
        Path unfinished = target.resolveSibling(target.getFileName() + ".part");
        try {
            // The mark tells Excel that this is UTF-8.
            Writer out = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8);
            out.write(BYTE_ORDER_MARK);
            IntakeReport report = new IntakeReport(target, unfinished, out, skips);
            report.write("line", "outcome", "flags", "detail", "entry id");
            return report;
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    private static String baseName(Path table) {
        String name = String.valueOf(table.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** The row is now recorded as this entry. */
    public void recorded(CheckedRow row, String entryId) {
        summary.recorded(row);
        line(row, "recorded", "", entryId);
    }

    /** The row was recorded by an earlier import, as this entry. */
    public void alreadyThere(CheckedRow row, String entryId) {
        summary.alreadyThere(row);
        line(row, "already there", "", entryId);
    }

    /** The row was not recorded. Equal reasons are counted together. */
    public void skipped(CheckedRow row, String reason) {
        summary.skipped(row, reason);
        skips.accept(row, reason);
        line(row, "skipped", reason, "");
    }

    /** So many rows were passed over, because only those of another site were imported. They have no lines. */
    public void passedOver(long rowsOfOtherSites) {
        summary.passedOver(rowsOfOtherSites);
    }

    private void line(CheckedRow row, String outcome, String reason, String entryId) {
        String labels = row.flags().stream().map(flag -> flag.kind().label()).collect(Collectors.joining("; "));
        String detail = Stream.concat(
                        Stream.of(reason).filter(text -> !text.isEmpty()),
                        row.flags().stream()
                                .filter(flag -> flag.otherLine() > 0)
                                .map(Flag::describe))
                .collect(Collectors.joining("; "));
        try {
            write(Long.toString(row.row().line()), outcome, labels, detail, entryId);
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    private void write(String... cells) throws IOException {
        out.write(CsvText.line(List.of(cells)));
    }

    /** Puts the finished report in its place and returns what it adds up to. */
    public IntakeSummary finish() {
        try {
            out.close();
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return summary;
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    /** Where the finished report is. */
    public Path file() {
        return target;
    }

    /** Removes a report that was not finished; does nothing after {@link #finish}. */
    @Override
    public void close() {
        try {
            out.close();
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    private static IntakeException unwritable(Path target, IOException cause) {
        return new IntakeException(
                IntakeException.Code.UNWRITABLE,
                "The report " + target + " cannot be written: " + cause.getMessage()
                        + ". Close it if it is open in a spreadsheet, or copy the table to a folder you can write to.",
                cause);
    }
}

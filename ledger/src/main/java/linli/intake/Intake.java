package linli.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The door: a table of past service, CSV or XLSX, on its way in.
 *
 * <pre>{@code
 * Intake intake = Intake.open(file, Mapping.read(mappingFile));
 * IntakeCheck check = intake.check(today, bar::update);
 * if (check.isClean()) {
 *     try (IntakeRows rows = intake.rows()) { rows.forEachRemaining(this::record); }
 * }
 * }</pre>
 *
 * <p>Everything here may throw {@link IntakeException}. Not safe for use by several threads.
 */
public final class Intake {
    private final Path file;
    private final TableReader reader;
    private final Mapping mapping;
    private final FileVersion version;
    private @Nullable CleanCheck clean;

    private record CleanCheck(LocalDate today, long rows) {}

    private Intake(Path file, TableReader reader, Mapping mapping, FileVersion version) {
        this.file = file;
        this.reader = reader;
        this.mapping = mapping;
        this.version = version;
    }

    /** Opens a table that is to be understood by a mapping. */
    public static Intake open(Path file, Mapping mapping) {
        FileVersion version = FileVersion.of(file);
        return new Intake(file, TableReader.of(file, mapping.sheet()), mapping, version);
    }

    /** Opens a table whose headings are common English or Chinese ones; refused, with what is missing, if they are not. */
    public static Intake open(Path file) {
        FileVersion version = FileVersion.of(file);
        TableReader reader = TableReader.of(file, null);
        try (Table table = reader.open()) {
            return new Intake(file, reader, Mapping.guess(table.header()), version);
        } catch (IOException e) {
            throw TableReader.unreadable(e);
        }
    }

    /** The mapping in use, given or guessed. */
    public Mapping mapping() {
        return mapping;
    }

    /**
     * Reads the whole table, so that nothing is recorded of one that has errors.
     *
     * @param today the last day that is not in the future
     */
    public IntakeCheck check(LocalDate today, IntakeProgress progress) {
        clean = null;
        IntakeCheck check = scan(today, progress);
        version.requireUnchanged(file);
        if (check.isClean()) {
            clean = new CleanCheck(today, check.rows());
        }
        return check;
    }

    private IntakeCheck scan(LocalDate today, IntakeProgress progress) {
        CheckTally tally = new CheckTally();
        try (RowScan scan = RowScan.open(reader, mapping, today)) {
            for (RowScan.ScannedRow row = scan.next(); row != null; row = scan.next()) {
                tally.add(row);
                progress.at(scan.fractionRead(), scan.rows());
            }
        } catch (IOException e) {
            throw TableReader.unreadable(e);
        }
        return tally.total();
    }

    /** The rows of a table that was checked and found clean; an {@link IllegalStateException} without such a check. */
    public IntakeRows rows() {
        CleanCheck checked = clean;
        if (checked == null) {
            throw new IllegalStateException("rows are handed out after a clean check only");
        }
        version.requireUnchanged(file);
        try {
            return new IntakeRows(RowScan.open(reader, mapping, checked.today()), checked.rows());
        } catch (IOException e) {
            throw TableReader.unreadable(e);
        }
    }
}

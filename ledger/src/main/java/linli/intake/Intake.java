package linli.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
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
    private final SiteChoice sites;
    private @Nullable CleanCheck clean;

    private record CleanCheck(LocalDate today, IntakeCheck found) {}

    private Intake(Path file, TableReader reader, Mapping mapping, FileVersion version, SiteChoice sites) {
        this.file = file;
        this.reader = reader;
        this.mapping = mapping;
        this.version = version;
        this.sites = sites;
    }

    /** Opens a table that is to be understood by a mapping. */
    public static Intake open(Path file, Mapping mapping) {
        FileVersion version = FileVersion.of(file);
        return new Intake(file, TableReader.of(file, mapping.sheet()), mapping, version, SiteChoice.all());
    }

    /** Opens a table whose headings are common English or Chinese ones; refused, with what is missing, if they are not. */
    public static Intake open(Path file) {
        FileVersion version = FileVersion.of(file);
        TableReader reader = TableReader.of(file, null);
        try (Table table = reader.open()) {
            return new Intake(file, reader, Mapping.guess(table.header()), version, SiteChoice.all());
        } catch (IOException e) {
            throw TableReader.unreadable(e);
        }
    }

    /**
     * The same table, of which only the rows of one site are imported. It is checked whole all the same, and a row keeps its
     * identity, so that importing the others later meets nothing twice.
     *
     * @param site as the table has it; empty for the rows without a site
     */
    public Intake onlySite(String site) {
        SiteChoice chosen = SiteChoice.only(site);
        chosen.requireSites(mapping);
        return new Intake(file, reader, mapping, version, chosen);
    }

    /** The mapping in use, given or guessed. */
    public Mapping mapping() {
        return mapping;
    }

    /** What stands above the columns, in their order. */
    public List<String> headings() {
        try (Table table = reader.open()) {
            return List.copyOf(table.header());
        } catch (IOException e) {
            throw TableReader.unreadable(e);
        }
    }

    /**
     * Tells somebody of every line, good or not, in the order of the file.
     *
     * @param today the last day that is not in the future
     */
    public void lines(LocalDate today, Consumer<IntakeLine> reader) {
        scan(today, row -> reader.accept(new IntakeLine(row.row(), row.errors())), IntakeProgress.NONE);
    }

    /**
     * Reads the whole table, so that nothing is recorded of one that has errors.
     *
     * @param today the last day that is not in the future
     */
    public IntakeCheck check(LocalDate today, IntakeProgress progress) {
        clean = null;
        CheckTally tally = new CheckTally();
        SiteChoice choice = scan(today, tally::add, progress);
        IntakeCheck check = tally.total();
        if (check.rows() == 0 && check.rowsOfOtherSites() > 0) {
            throw choice.noneFound();
        }
        version.requireUnchanged(file);
        if (check.isClean()) {
            clean = new CleanCheck(today, check);
        }
        return check;
    }

    private SiteChoice scan(LocalDate today, Consumer<RowScan.ScannedRow> each, IntakeProgress progress) {
        SiteChoice choice = sites.anew();
        try (RowScan scan = RowScan.open(reader, mapping, today, choice)) {
            for (RowScan.ScannedRow row = scan.next(); row != null; row = scan.next()) {
                each.accept(row);
                progress.at(scan.fractionRead(), scan.rows());
            }
        } catch (IOException e) {
            throw TableReader.unreadable(e);
        }
        return choice;
    }

    /** The rows of a table that was checked and found clean; an {@link IllegalStateException} without such a check. */
    public IntakeRows rows() {
        CleanCheck checked = clean;
        if (checked == null) {
            throw new IllegalStateException("rows are handed out after a clean check only");
        }
        version.requireUnchanged(file);
        try {
            return new IntakeRows(RowScan.open(reader, mapping, checked.today(), sites.anew()), checked.found());
        } catch (IOException e) {
            throw TableReader.unreadable(e);
        }
    }
}

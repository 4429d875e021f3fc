package linli.intake;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a table shaped like the export of an animal shelter that runs to 23,474 rows: the same columns, a few volunteers
 * with many rows, exact repeats, rows over 24 hours or with none, blank sites, and times on some rows. The same number of
 * rows always gives the same file. What it holds is counted while it is written, apart from any code that reads it.
 *
 * <p>No two rows are of one volunteer on one day except those made so on purpose, as a repeat or an overlap.
 */
public final class PawsLikeFile {
    public static final int FULL_SIZE_ROWS = 23_474;

    private static final String HEADER = "ID,Site,Assignment,From.date,To.date,From.time,To.time,Hours,"
            + "No.Call.No.Show,Call.Email.to.miss.shift,Absence\n";
    private static final String[] SITES = {
        "Old Town Adoption Center",
        "Harbour Ave. Clinic/Wellness Center",
        "Ferry Street Clinic - FS",
        "SHELTER (Society for Homeless Animals)",
        "off-site events",
        "Off-site Adoption Locations",
        "Dog Strut",
    };
    private static final String[] ASSIGNMENTS = {
        "Cat Care", "Dog Walking", "Administrative tasks", "\"Gift wrapping, 2nd & 10th (varied shifts)\""
    };
    private static final LocalDate FIRST_DAY = LocalDate.of(2012, 9, 8);

    /** Shares no factor with the days, so that stepping by it meets each day once before it meets one again. */
    private static final int DAY_STEP = 37;

    private static final int DAYS = 2_001;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM-dd-yyyy");

    private final Writer out;
    private final int volunteers;
    private final Map<String, Long> minutesBySite = new TreeMap<>();
    private int rows;
    private long minutes;
    private int zeroHours;
    private int over24Hours;
    private int repeats;
    private int overlaps;
    private int blankSites;
    private int timed;
    private String lastLine = "";
    private Content last = new Content("", 0, false);

    /** What a table holds, known from writing it. */
    public record Totals(
            int rows,
            int volunteers,
            long minutes,
            int zeroHours,
            int over24Hours,
            int repeats,
            int overlaps,
            int blankSites,
            int timed,
            Map<String, Long> minutesBySite) {}

    private record Content(String site, int minutes, boolean timed) {}

    private PawsLikeFile(Writer out, int volunteers) {
        this.out = out;
        this.volunteers = volunteers;
    }

    /** Writes a table with this many rows and returns what it holds. */
    public static Totals write(Path file, int rows) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            PawsLikeFile table = new PawsLikeFile(out, Math.max(1, (int) (rows * 898L / FULL_SIZE_ROWS)));
            out.write(HEADER);
            table.writeRows(rows);
            return table.totals();
        }
    }

    private void writeRows(int wanted) throws IOException {
        for (int shift = 0; rows < wanted; shift++) {
            writeShift(shift);
            if (rows < wanted && shift % 68 == 67) {
                repeats++;
                emit(lastLine, last);
            }
            if (rows < wanted && last.timed() && shift % 50 == 49) {
                overlaps++;
                writeTimed(shift, "Overlapping " + ASSIGNMENTS[0], "10:00 am", "11:00 am", 60);
            }
        }
    }

    private void writeShift(int shift) throws IOException {
        if (shift % 25 == 24) {
            writeTimed(shift, ASSIGNMENTS[0], "9:01 am", "11:01 am", 120);
        } else {
            boolean blank = shift % 17 == 16;
            int shiftMinutes = minutesOf(shift);
            String site = blank ? "" : SITES[shift % SITES.length];
            String assignment = blank ? "" : ASSIGNMENTS[shift % ASSIGNMENTS.length];
            emit(line(shift, site, assignment, ",", shiftMinutes), new Content(site, shiftMinutes, false));
        }
    }

    private void writeTimed(int shift, String assignment, String from, String to, int length) throws IOException {
        String site = SITES[shift % SITES.length];
        emit(line(shift, site, assignment, from + "," + to, length), new Content(site, length, true));
    }

    private static int minutesOf(int shift) {
        if (shift % 58 == 57) {
            return 0;
        }
        return shift % 690 == 689 ? 26 * 60 + 30 : 60 + shift % 9 * 15;
    }

    private String line(int shift, String site, String assignment, String times, int shiftMinutes) {
        String date = FIRST_DAY
                .plusDays((long) (shift / volunteers) * DAY_STEP % DAYS)
                .format(DATE);
        String hours = shiftMinutes % 60 == 0 ? "" + shiftMinutes / 60 : "" + shiftMinutes / 60.0;
        int number = 1000 + shift % volunteers;
        return number + "," + site + "," + assignment + "," + date + "," + date + "," + times + "," + hours + ",0,0,"
                + (shift % 40 == 0 ? 1 : 0) + "\n";
    }

    private void emit(String line, Content content) throws IOException {
        out.write(line);
        lastLine = line;
        last = content;
        rows++;
        minutes += content.minutes();
        minutesBySite.merge(content.site(), (long) content.minutes(), Long::sum);
        zeroHours += content.minutes() == 0 ? 1 : 0;
        over24Hours += content.minutes() > 24 * 60 ? 1 : 0;
        blankSites += content.site().isEmpty() ? 1 : 0;
        timed += content.timed() ? 1 : 0;
    }

    private Totals totals() {
        return new Totals(
                rows,
                volunteers,
                minutes,
                zeroHours,
                over24Hours,
                repeats,
                overlaps,
                blankSites,
                timed,
                Map.copyOf(minutesBySite));
    }
}

package linli.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import linli.intake.Intake;
import linli.intake.Mapping;

/** Writes a table of past service shaped like an animal shelter's export: seven sites, days over five years, some with times. */
final class ServiceTable {
    private static final int VOLUNTEERS = 898;
    private static final int SITES = 7;
    private static final int ASSIGNMENTS = 5;
    private static final LocalDate FIRST_DAY = LocalDate.of(2014, 1, 1);

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM-dd-yyyy");
    private static final String MAPPING = """
            columns:
              volunteer: ID
              site: Site
              activity: Assignment
              date: From.date
              end-date: To.date
              start: From.time
              end: To.time
              hours: Hours
            dates: MM-dd-yyyy
            times: h:mm a
            zone: America/New_York
            sites:
              blank: (no site)
              unknown: keep
            categories:
              default: service
            """;

    private ServiceTable() {}

    /** Opens the table, and how it is to be understood. */
    static Intake open(Path file) throws IOException {
        Path mapping = file.resolveSibling("mapping.yaml");
        Files.writeString(mapping, MAPPING);
        return Intake.open(file, Mapping.read(mapping));
    }

    static Path write(Path file, int rows) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("ID,Site,Assignment,From.date,To.date,From.time,To.time,Hours,Absence\n");
            for (int row = 0; row < rows; row++) {
                out.write(line(row));
            }
        }
        return file;
    }

    private static String line(int row) {
        String day = FIRST_DAY.plusDays((row / VOLUNTEERS) * 37L % 1_826).format(DATE);
        boolean timed = row % 25 == 24;
        return String.join(
                ",",
                String.valueOf(1_000 + row % VOLUNTEERS),
                row % 17 == 16 ? "" : "Shelter " + row % SITES,
                "\"Care of animals, shift " + row % ASSIGNMENTS + "\"",
                day,
                day,
                timed ? "9:01 am" : "",
                timed ? "11:01 am" : "",
                timed ? "2" : String.valueOf(1 + row % 9 * 0.25),
                "0\n");
    }
}

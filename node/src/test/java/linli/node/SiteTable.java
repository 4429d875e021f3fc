package linli.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A table of service at the eight sites of an animal shelter, one of them without a name, and what it holds by itself.
 *
 * @param file where it is
 * @param volunteers different former numbers in the whole of it
 * @param numbers different pairs of a site and a former number
 * @param minutes by site; the key of the one without a name is empty
 */
record SiteTable(Path file, long volunteers, long numbers, Map<String, Long> minutes) {
    private static final String HEADER = "ID,Site,Assignment,From.date,To.date,From.time,To.time,Hours\n";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd-yyyy");
    private static final int VOLUNTEERS = 30;

    /** Site, and minutes of all its rows, as the sheet says that comes with the real table. */
    private static final Map<String, Long> REAL = new LinkedHashMap<>();

    static {
        REAL.put("PAWS Adoption Center - Old City", 1_002_992L);
        REAL.put("PAWS Grant Ave. Adoption Center/Wellness Clinic", 950_469L);
        REAL.put("Grays Ferry Clinic - GF", 685_839L);
        REAL.put("", 240_857L);
        REAL.put("PAWS (Philadelphia Animal Welfare Society)", 220_883L);
        REAL.put("PAWS off-site events", 215_080L);
        REAL.put("PAWS Off-site Adoption Locations", 78_699L);
        REAL.put("Mutt Strut", 58_260L);
    }

    /**
     * A copy of the real table, which is not part of the repository: it is named by the system property {@code linli.paws}. It takes
     * as long as a tenth of all other tests, so nobody is given it unasked.
     */
    static Optional<SiteTable> real(Path folder) throws IOException {
        String named = System.getProperty("linli.paws");
        return named == null
                ? Optional.empty()
                : Optional.of(
                        new SiteTable(Files.copy(Path.of(named), folder.resolve("service.csv")), 898, 1_445, REAL));
    }

    /** A small one of the same shape: every volunteer serves at every site, and every ninth row is there twice. */
    static SiteTable lookAlike(Path folder, int rowsPerSite) throws IOException {
        StringBuilder table = new StringBuilder(HEADER);
        Map<String, Long> minutes = new LinkedHashMap<>();
        for (String site : REAL.keySet()) {
            for (int row = 0; row < rowsPerSite; row++) {
                int times = row % 9 == 0 ? 2 : 1;
                table.append(line(site, row).repeat(times));
                minutes.merge(site, 15L * (row % 7) * times, Long::sum);
            }
        }
        Path file = Files.writeString(folder.resolve("service.csv"), table);
        return new SiteTable(file, VOLUNTEERS, (long) VOLUNTEERS * REAL.size(), minutes);
    }

    private static String line(String site, int row) {
        String day = LocalDate.of(2017, 1, 1).plusDays(row / VOLUNTEERS).format(DAY);
        return row % VOLUNTEERS + "," + site + ",Cat Care," + day + "," + day + ",,," + row % 7 / 4.0 + "\n";
    }

    long totalMinutes() {
        return minutes.values().stream().mapToLong(Long::longValue).sum();
    }
}

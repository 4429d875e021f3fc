package linli.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PawsImportTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Mapping MAPPING = Mapping.read(RepositoryFiles.example("paws-mapping.yaml"));

    @TempDir
    private Path folder;

    @Test
    void aFileLikeTheRealOneIsReadToTheMinute() throws IOException {
        Path file = folder.resolve("service.csv");
        PawsLikeFile.Totals totals = PawsLikeFile.write(file, PawsLikeFile.FULL_SIZE_ROWS);
        Intake intake = Intake.open(file, MAPPING);

        IntakeCheck check = intake.check(TODAY, IntakeProgress.NONE);

        assertEquals("", check.describeErrors());
        assertEquals(totals.rows(), check.rows());
        assertEquals(totals.volunteers(), check.volunteers());
        assertEquals(totals.minutes(), check.minutes());
        assertEquals(totals.repeats(), check.flagged(Flag.Kind.REPEAT));
        assertEquals(totals.over24Hours(), check.flagged(Flag.Kind.OVER_24_HOURS));
        assertEquals(totals.zeroHours(), check.flagged(Flag.Kind.ZERO_HOURS));
        assertEquals(totals.overlaps(), check.flagged(Flag.Kind.OVERLAP));
        Map<String, Long> byPlace = new HashMap<>(totals.minutesBySite());
        byPlace.put("(no site)", byPlace.remove(""));
        assertEquals(byPlace, minutesByPlace(intake));
    }

    @Test
    void theRealFileIsReadToTheMinute() {
        Optional<Path> file = RepositoryFiles.realPawsFile();
        assumeTrue(file.isPresent(), "the real file is not part of the repository");
        Intake intake = Intake.open(file.get(), MAPPING);

        IntakeCheck check = intake.check(TODAY, IntakeProgress.NONE);

        assertEquals("", check.describeErrors());
        assertEquals(23_474, check.rows());
        assertEquals(898, check.volunteers());
        assertEquals(3_453_079, check.minutes());
        assertEquals(LocalDate.of(2012, 9, 8), check.firstDate());
        assertEquals(LocalDate.of(2018, 3, 2), check.lastDate());
        assertEquals(
                Map.of(Flag.Kind.REPEAT, 342L, Flag.Kind.OVER_24_HOURS, 34L, Flag.Kind.ZERO_HOURS, 404L),
                check.flags());
        Map<String, Long> byPlace = minutesByPlace(intake);
        assertEquals(8, byPlace.size());
        assertEquals(240_857, byPlace.get("(no site)"));
        assertEquals(58_260, byPlace.get("Mutt Strut"));
    }

    private static Map<String, Long> minutesByPlace(Intake intake) {
        Map<String, Long> minutes = new HashMap<>();
        try (IntakeRows rows = intake.rows()) {
            rows.forEachRemaining(
                    row -> minutes.merge(row.row().place(), (long) row.row().minutes(), Long::sum));
        }
        return minutes;
    }
}

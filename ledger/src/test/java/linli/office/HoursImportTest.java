package linli.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import linli.entry.Actor;
import linli.intake.IntakeSummary;
import linli.intake.PawsLikeFile;
import linli.intake.RepositoryFiles;
import linli.ledger.ServiceRecord;
import linli.report.HoursReport;
import linli.report.Reports;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HoursImportTest {
    private static final int ROWS = 3_000;
    private static final String NO_SITE = "(no site)";

    @TempDir
    private Path folder;

    private final class Import {
        private final Path table = folder.resolve("service.csv");
        private final PawsLikeFile.Totals totals;

        private Import(int rows) throws IOException {
            totals = PawsLikeFile.write(table, rows);
        }
    }

    @Test
    void everyRowIsInTheTotalsOfItsPlace() throws IOException {
        Import file = new Import(ROWS);
        try (TrialNode node = TrialNode.at(folder.resolve("node"))) {
            IntakeSummary summary = node.importHours(file.table, TrialNode.CLERK, TrialNode.APPROVER);
            HoursReport hours = Reports.hours(node.ledger.books());

            assertEquals(ROWS, summary.rowsRecorded());
            assertEquals(file.totals.minutes(), hours.totalMinutes());
            assertEquals(file.totals.minutes(), hours.approvedMinutes());
            assertEquals(file.totals.volunteers(), node.profiles.held().size());
            assertEquals(file.totals.over24Hours(), hours.flagged().get(ServiceRecord.Flag.OVER_A_DAY));
            assertEquals(file.totals.repeats(), hours.flagged().get(ServiceRecord.Flag.REPEAT));
            assertEquals(byPlace(file.totals.minutesBySite()), minutesByPlace(hours));
        }
    }

    private static Map<String, Long> byPlace(Map<String, Long> bySite) {
        Map<String, Long> byPlace = new TreeMap<>();
        bySite.forEach((site, minutes) -> byPlace.put(site.isEmpty() ? NO_SITE : site, minutes));
        return byPlace;
    }

    private static Map<String, Long> minutesByPlace(HoursReport hours) {
        Map<String, Long> minutes = new TreeMap<>();
        hours.places().forEach(place -> minutes.put(place.place(), place.totalMinutes()));
        return minutes;
    }

    @Test
    void theSameTableAgainAddsNothing() throws IOException {
        Import file = new Import(ROWS);
        try (TrialNode node = TrialNode.at(folder.resolve("node"))) {
            node.importHours(file.table, TrialNode.CLERK, TrialNode.APPROVER);
            long size = node.ledger.log().size();
            IntakeSummary again = node.importHours(file.table, TrialNode.CLERK, TrialNode.APPROVER);

            assertEquals(0, again.rowsRecorded());
            assertEquals(ROWS, again.rowsAlreadyThere());
            assertEquals(size, node.ledger.log().size());
        }
    }

    @Test
    void aLongerTableAddsItsNewRows() throws IOException {
        Import whole = new Import(ROWS);
        List<String> lines = Files.readAllLines(whole.table);
        Path table = folder.resolve("growing.csv");
        try (TrialNode node = TrialNode.at(folder.resolve("node"))) {
            Files.write(table, lines.subList(0, ROWS / 2 + 1));
            assertEquals(
                    ROWS / 2, node.importHours(table, TrialNode.CLERK, null).rowsRecorded());
            Files.write(table, lines);
            assertEquals(
                    ROWS / 2, node.importHours(table, TrialNode.CLERK, null).rowsRecorded());
            assertEquals(
                    whole.totals.minutes(), Reports.hours(node.ledger.books()).totalMinutes());
        }
    }

    @Test
    void anImportThatWasKilledEndsTheSameWhenItIsStartedAgain() throws Exception {
        Import file = new Import(ROWS);
        Path dir = folder.resolve("node");
        TrialNode.at(dir).close();
        for (int kill = 1; kill <= 3; kill++) {
            killedAfter(file.table, dir, 400L * kill);
        }
        try (TrialNode node = TrialNode.at(dir)) {
            node.importHours(file.table, TrialNode.CLERK, TrialNode.APPROVER);
            HoursReport hours = Reports.hours(node.ledger.books());
            assertEquals(file.totals.minutes(), hours.totalMinutes());
            assertEquals(file.totals.minutes(), hours.approvedMinutes());
            assertEquals(ROWS, hours.records());
            assertEquals(file.totals.volunteers(), hours.volunteers());
        }
    }

    private static void killedAfter(Path table, Path dir, long millis) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ImportingProcess.class.getName(),
                        table.toString(),
                        dir.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.waitFor(millis, TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
    }

    /** What is killed. */
    static final class ImportingProcess {
        public static void main(String[] args) {
            try (TrialNode node = TrialNode.at(Path.of(args[1]))) {
                node.importHours(Path.of(args[0]), TrialNode.CLERK, TrialNode.APPROVER);
            }
        }
    }

    @Test
    void withoutAnApproverTheHoursWaitUntilALaterImportNamesOne() throws IOException {
        Import file = new Import(300);
        try (TrialNode node = TrialNode.at(folder.resolve("node"))) {
            node.importHours(file.table, TrialNode.CLERK, null);
            assertEquals(
                    file.totals.minutes(), Reports.hours(node.ledger.books()).pendingMinutes());
            node.importHours(file.table, TrialNode.CLERK, TrialNode.APPROVER);
            assertEquals(
                    file.totals.minutes(), Reports.hours(node.ledger.books()).approvedMinutes());
        }
    }

    @Test
    void theOldNumberFindsTheVolunteer() throws IOException {
        Import file = new Import(300);
        try (TrialNode node = TrialNode.at(folder.resolve("node"))) {
            node.importHours(file.table, TrialNode.CLERK, null);
            String former = Files.readAllLines(file.table).get(1).split(",", 2)[0];
            assertTrue(node.office.find(former).stream()
                    .anyMatch(person -> former.equals(person.profile().formerNumber())));
        }
    }

    @Test
    void nothingIsWrittenWhereTheStaffDoNotFit() throws IOException {
        Import file = new Import(300);
        try (TrialNode node = TrialNode.at(folder.resolve("node"))) {
            long size = node.ledger.log().size();
            refused(node, file, new Actor.Staff("nobody"), null, "nobody called nobody");
            refused(node, file, TrialNode.APPROVER, null, "approver does not hold the office of clerk");
            refused(node, file, TrialNode.CLERK, TrialNode.CLERK, "clerk does not hold the office of approver");
            assertEquals(size, node.ledger.log().size());
        }
    }

    private static void refused(TrialNode node, Import file, Actor by, Actor approver, String why) {
        ImportRefused refused = assertThrows(ImportRefused.class, () -> node.importHours(file.table, by, approver));
        assertTrue(String.valueOf(refused.getMessage()).contains(why), refused.getMessage());
    }

    @Test
    void theRealTableAddsUp() throws IOException {
        Path real = RepositoryFiles.realPawsFile().orElse(null);
        Assumptions.assumeTrue(real != null, "the real table is not here; the generated one stands for it");
        Path table = Files.copy(real, folder.resolve("service.csv"));
        try (TrialNode node = TrialNode.at(folder.resolve("node"))) {
            IntakeSummary summary = node.importHours(table, TrialNode.CLERK, TrialNode.APPROVER);
            HoursReport hours = Reports.hours(node.ledger.books());
            assertEquals(23_474, summary.rowsRecorded());
            assertEquals(3_453_079, hours.totalMinutes());
            assertEquals(898, hours.volunteers());
            assertEquals(342, hours.flagged().get(ServiceRecord.Flag.REPEAT));
            assertEquals(34, hours.flagged().get(ServiceRecord.Flag.OVER_A_DAY));
            Map<String, Long> minutes = minutesByPlace(hours);
            assertEquals(240_857, minutes.get(NO_SITE));
            assertEquals(1_002_992, minutes.get("PAWS Adoption Center - Old City"));
            assertEquals(58_260, minutes.get("Mutt Strut"));
            assertEquals(
                    0,
                    node.importHours(table, TrialNode.CLERK, TrialNode.APPROVER).rowsRecorded());
        }
    }
}

package linli.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.hash.HashCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeReportTest {
    @TempDir
    private Path folder;

    @Test
    void everyLineHasItsOutcome() throws IOException {
        IntakeSummary summary;
        try (IntakeReport report = IntakeReport.beside(folder.resolve("hours.csv"))) {
            report.recorded(row(2, 120), "12-4812");
            report.alreadyThere(row(3, 60, new Flag(Flag.Kind.REPEAT, 2)), "12-17");
            report.skipped(row(4, 0, new Flag(Flag.Kind.ZERO_HOURS, 0), new Flag(Flag.Kind.FUTURE, 0)), "工时为零, \"0\"");
            summary = report.finish();
        }

        assertEquals(
                "\uFEFFline,outcome,flags,detail,entry id\r\n"
                        + "2,recorded,,,12-4812\r\n"
                        + "3,already there,exact repeat,exact repeat of line 2,12-17\r\n"
                        + "4,skipped,zero hours; in the future,\"工时为零, \"\"0\"\"\",\r\n",
                Files.readString(folder.resolve("hours.report.csv")));
        assertEquals("""
                                        rows  hours
                read                       3   3:00
                recorded                   1   2:00
                already there              1   1:00
                skipped: 工时为零, "0"     1   0:00
                flagged: exact repeat      1   1:00
                flagged: in the future     1   0:00
                flagged: zero hours        1   0:00
                """, summary.render());
        assertEquals(3, summary.rowsRead());
        assertEquals(1, summary.rowsSkipped());
    }

    @Test
    void aCellNeverBecomesAFormula() throws IOException {
        List<String> reasons = List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "harmless = yes");
        try (IntakeReport report = IntakeReport.beside(folder.resolve("hours.xlsx"))) {
            reasons.forEach(reason -> report.skipped(row(2, 1), reason));
            report.finish();
        }

        List<String> details = Files.readAllLines(folder.resolve("hours.report.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1)[3])
                .toList();
        assertEquals(List.of("'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\t=1", "'＝1", "harmless = yes"), details);
    }

    @Test
    void anUnfinishedReportLeavesTheOlderOneAlone() throws IOException {
        Path older = Files.writeString(folder.resolve("hours.report.csv"), "older");

        try (IntakeReport report = IntakeReport.beside(folder.resolve("hours.csv"))) {
            report.recorded(row(2, 120), "12-4812");
        }

        assertEquals("older", Files.readString(older));
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count(), "nothing is left lying about");
        }
    }

    @Test
    void aFinishedReportTakesThePlaceOfTheOlderOne() throws IOException {
        Path older = Files.writeString(folder.resolve("hours.report.csv"), "older");

        try (IntakeReport report = IntakeReport.beside(folder.resolve("hours.csv"))) {
            report.recorded(row(2, 120), "12-4812");
            assertEquals("older", Files.readString(older), "until it is finished");
            report.finish();
        }

        assertTrue(Files.readString(older).endsWith("2,recorded,,,12-4812\r\n"));
    }

    @Test
    void aFolderThatCannotBeWrittenShowsBeforeAnythingIsRecorded() {
        Path table = folder.resolve("no-such-folder").resolve("hours.csv");

        IntakeException refused = assertThrows(IntakeException.class, () -> IntakeReport.beside(table));

        assertEquals(IntakeException.Code.UNWRITABLE, refused.code());
        assertTrue(refused.getMessage().contains("hours.report.csv"), refused.getMessage());
        assertFalse(Files.exists(table.getParent()));
    }

    private static CheckedRow row(long line, int minutes, Flag... flags) {
        LocalDate date = LocalDate.of(2018, 2, 6);
        RowIdentity identity = new RowIdentity(HashCode.fromLong(line), 1);
        ServiceRow row = new ServiceRow(
                line, "7", null, null, "Hall", "Cooking", "general", date, date, null, null, minutes, identity);
        return new CheckedRow(row, List.of(flags));
    }
}

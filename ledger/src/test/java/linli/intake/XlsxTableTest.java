package linli.intake;

import static linli.intake.XlsxFile.formula;
import static linli.intake.XlsxFile.number;
import static linli.intake.XlsxFile.styled;
import static linli.intake.XlsxFile.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxTableTest {
    private static final String HEADER =
            text("A1", "编号") + text("B1", "服务日期") + text("C1", "开始时间") + text("D1", "结束时间") + text("E1", "服务时长");

    @TempDir
    private Path folder;

    @Test
    void numbersDatesAndTimesReadAsAPersonSeesThem() throws IOException {
        Path file = new XlsxFile()
                .sheet(
                        "Hours",
                        text("A1", " Heading\u00A0") + number("B1", "2"),
                        number("A2", "7.0")
                                + styled("B2", 1, "43137")
                                + styled("C2", 2, "0.3756944444444445")
                                + styled("D2", 3, "43137.5")
                                + styled("E2", 4, "1.0625")
                                + styled("F2", 5, "2.50")
                                + styled("G2", 6, "43137"),
                        "",
                        formula("A4", 0, "B2*2", "4.5") + formula("B4", 1, "TODAY()", "43137") + number("C4", "1E2")
                                + "<c r=\"E4\" t=\"b\"><v>1</v></c>")
                .write(folder.resolve("no-such-name.csv"));

        try (Table table = TableReader.of(file, null).open()) {
            assertEquals(List.of("Heading", "2"), table.header());
            assertEquals(
                    new TableRow(
                            2, List.of("7", "2018-02-06", "09:01", "2018-02-06T12:00", "25:30", "2.5", "2018-02-06")),
                    table.next());
            TableRow formulas = table.next();
            assertEquals(new TableRow(4, List.of("4.5", "2018-02-06", "100", "", "true")), formulas);
            assertEquals(1, table.fractionRead());
        }
    }

    @Test
    void datesMayBeCellsSerialsOrText() throws IOException {
        Path file = new XlsxFile()
                .sheet(
                        "Hours",
                        HEADER,
                        number("A2", "1")
                                + styled("B2", 1, "43137")
                                + styled("C2", 2, "0.375")
                                + styled("D2", 2, "0.5")
                                + number("E2", "3"),
                        number("A3", "1")
                                + number("B3", "43138")
                                + number("C3", "0.375")
                                + text("D3", "下午1:30")
                                + text("E3", "4.5"),
                        number("A4", "1")
                                + text("B4", "2018年2月8日")
                                + text("C4", "")
                                + text("D4", "")
                                + number("E4", "1"))
                .write(folder.resolve("hours.xlsx"));

        List<ServiceRow> rows = rows(Intake.open(file));

        assertEquals(
                List.of(LocalDate.of(2018, 2, 6), LocalDate.of(2018, 2, 7), LocalDate.of(2018, 2, 8)),
                rows.stream().map(ServiceRow::date).toList());
        assertEquals(
                Arrays.asList(LocalTime.of(9, 0), LocalTime.of(9, 0), null),
                rows.stream().map(ServiceRow::start).toList());
        assertEquals(LocalTime.of(13, 30), rows.get(1).end());
        assertEquals(
                List.of(180, 270, 60), rows.stream().map(ServiceRow::minutes).toList());
    }

    @Test
    void workbooksThatCountFrom1904AreFourYearsLater() throws IOException {
        Path file = new XlsxFile()
                .from1904()
                .sheet("Hours", HEADER, number("A2", "1") + styled("B2", 1, "41675") + number("E2", "1"))
                .write(folder.resolve("mac.xlsx"));

        assertEquals(LocalDate.of(2018, 2, 6), rows(Intake.open(file)).get(0).date());
    }

    @Test
    void aSheetIsReadByItsName() throws IOException {
        Path file = new XlsxFile()
                .sheet("Notes", text("A1", "nothing here"))
                .sheet("2018", HEADER)
                .write(folder.resolve("two.xlsx"));

        try (Table table = TableReader.of(file, "2018").open()) {
            assertEquals("编号", table.header().get(0));
        }
        IntakeException missing = assertThrows(
                IntakeException.class, () -> TableReader.of(file, "2019").open());
        assertTrue(missing.getMessage().contains("Notes, 2018"), missing.getMessage());
    }

    @Test
    void aWorkbookMadeToExhaustTheMemoryIsRefused() throws IOException {
        Path manySharedTexts = new XlsxFile()
                .sheet("Hours", HEADER)
                .part("xl/sharedStrings.xml", "<a></a>".repeat(10 << 20))
                .write(folder.resolve("bomb.xlsx"));
        Path oneLongText =
                new XlsxFile().sheet("Hours", text("A1", "x".repeat(1 << 20))).write(folder.resolve("long.xlsx"));
        Path fieldTooLong =
                new XlsxFile().sheet("Hours", text("A1", "x".repeat(4_001))).write(folder.resolve("field.xlsx"));

        assertTrue(Files.size(manySharedTexts) < 1 << 20, "the file itself is small");
        for (Path file : List.of(manySharedTexts, oneLongText, fieldTooLong)) {
            IntakeException refused = assertThrows(
                    IntakeException.class, () -> TableReader.of(file, null).open());
            assertEquals(IntakeException.Code.TOO_LARGE, refused.code(), file.toString());
        }
    }

    @Test
    void damagedWorkbooksAndOtherZipFilesAreRefused() throws IOException {
        Path whole = new XlsxFile().sheet("Hours", HEADER).write(folder.resolve("whole.xlsx"));
        Path half = Files.write(folder.resolve("half.xlsx"), Arrays.copyOf(Files.readAllBytes(whole), 400));
        Path torn = folder.resolve("torn.xlsx");
        new XlsxFile().sheet("Hours", HEADER + "<c r=\"F1\"><v>1</c>").write(torn);
        Path other = folder.resolve("other.xlsx");
        XlsxFile.zip(other, Map.of("readme.txt", "hello"));

        for (Path file : List.of(half, torn, other)) {
            IntakeException refused = assertThrows(
                    IntakeException.class, () -> TableReader.of(file, null).open());
            assertTrue(
                    refused.code() == IntakeException.Code.MALFORMED
                            || refused.code() == IntakeException.Code.NOT_A_TABLE,
                    refused.getMessage());
        }
    }

    private static List<ServiceRow> rows(Intake intake) {
        IntakeCheck check = intake.check(LocalDate.of(2026, 11, 23), IntakeProgress.NONE);
        assertEquals("", check.describeErrors());
        try (IntakeRows rows = intake.rows()) {
            List<ServiceRow> list = new ArrayList<>();
            rows.forEachRemaining(row -> list.add(row.row()));
            return list;
        }
    }
}

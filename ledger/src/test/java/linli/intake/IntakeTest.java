package linli.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String HEADER = "ID,Name,Site,Activity,Date,End date,Start,End,Hours\n";

    @TempDir
    private Path folder;

    @Test
    void aRowIsUnderstoodWhole() throws IOException {
        ServiceRow row = rows(HEADER + "7, 王芳 ,Hall,,2018-02-06,,9:01,11:00,1.992\n")
                .get(0)
                .row();

        assertEquals(2, row.line());
        assertEquals("7", row.volunteer());
        assertEquals("王芳", row.name());
        assertEquals("Hall", row.place());
        assertEquals("(no activity)", row.activity());
        assertEquals("service", row.category());
        assertEquals(LocalDate.of(2018, 2, 6), row.endDate());
        assertEquals(LocalTime.of(9, 1), row.start());
        assertEquals(120, row.minutes());
        assertFalse(row.toString().contains("王芳"), "a row that is logged must not name its volunteer");
    }

    @ParameterizedTest
    @CsvSource({"2, 120", "0.125, 8", "0.124, 7", "2:30, 150", ".5, 30", "0, 0", "8784, 527040"})
    void minutesAreHoursTimesSixtyRoundedHalfUp(String hours, int minutes) throws IOException {
        assertEquals(
                minutes,
                rows(HEADER + row("7", "2018-02-06", "", "", hours))
                        .get(0)
                        .row()
                        .minutes());
    }

    @Test
    void onlyTheRowsOfOneSiteAreHandedOut() throws IOException {
        String twice = "7,,Hall,,2018-02-06,,,,1\n";
        Path file = file(HEADER + twice + "8,,Yard,,2018-02-06,,,,2\n" + twice + "9,,,,2018-02-06,,,,3\n");
        Intake hall = Intake.open(file).onlySite(" Hall ");
        IntakeCheck check = hall.check(TODAY, IntakeProgress.NONE);
        assertEquals(2, check.rows());
        assertEquals(2, check.rowsOfOtherSites());
        assertEquals(120, check.minutes());
        assertEquals(1, check.volunteers());
        try (IntakeRows rows = hall.rows()) {
            assertEquals(2, rows.size());
            assertEquals(2, rows.ofOtherSites());
            assertEquals(2, rows.next().row().line());
            assertEquals(2, rows.next().row().identity().occurrence());
            assertFalse(rows.hasNext());
        }
        Intake none = Intake.open(file).onlySite("");
        assertEquals(180, none.check(TODAY, IntakeProgress.NONE).minutes());
    }

    @Test
    void anErrorAtAnotherSiteRefusesTheTableAllTheSame() throws IOException {
        Path file = file(HEADER + "7,,Hall,,2018-02-06,,,,1\n8,,Yard,,2018-02-30,,,,2\n");
        IntakeCheck check = Intake.open(file).onlySite("Hall").check(TODAY, IntakeProgress.NONE);
        assertFalse(check.isClean());
    }

    @Test
    void aSiteThatNoRowHasIsRefusedWithThoseThereAre() throws IOException {
        Path file = file(HEADER + "7,,Hall,,2018-02-06,,,,1\n8,,Yard,,2018-02-06,,,,2\n");
        Intake misspelt = Intake.open(file).onlySite("hall");
        IntakeException refused = assertThrows(IntakeException.class, () -> misspelt.check(TODAY, IntakeProgress.NONE));
        assertEquals(IntakeException.Code.NO_SUCH_SITE, refused.code());
        assertTrue(refused.getMessage().endsWith("\"Hall\", \"Yard\"."), refused.getMessage());

        Path bare = file("volunteer,date,hours\n7,2018-02-06,1\n");
        Intake whole = Intake.open(bare);
        IntakeException noColumn = assertThrows(IntakeException.class, () -> whole.onlySite("Hall"));
        assertEquals(IntakeException.Code.COLUMNS, noColumn.code());
    }

    @Test
    void withoutHoursTheTimesCount() throws IOException {
        String table = "ID,Date,Start,End\n1,2018-02-06,9:00,11:30\n1,2018-02-07,22:00,1:00\n";

        assertEquals(
                List.of(150, 180),
                rows(table).stream().map(row -> row.row().minutes()).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ,,,,2018-02-06,,,,1         | line 2: ID is blank; every row needs its volunteer's number
                    7,,,,02-06-2018,,,,1        | line 2: Date "02-06-2018" is not a date; expected yyyy-M-d or yyyy/M/d or yyyy.M.d or yyyy年M月d日 or yyyyMMdd, such as 2018-11-24
                    7,,,,,,,,1                  | line 2: Date is blank; expected
                    7,,,,0018-02-06,,,,1        | line 2: Date "0018-02-06" is no year for a day of service
                    7,,,,2018-02-06,2018-02-05,,,1 | line 2: End date is before the date the service began
                    7,,,,2018-02-06,,9 o'clock,,1 | line 2: Start "9 o'clock" is not a time; expected H:mm
                    7,,,,2018-02-06,,,,         | line 2: Hours is blank; write 0 if there were none
                    7,,,,2018-02-06,,,,two      | line 2: Hours "two" is not a number
                    7,,,,2018-02-06,,,,1e3      | line 2: Hours "1e3" is not a number
                    7,,,,2018-02-06,,,,-0.5     | line 2: Hours "-0.5" is negative
                    7,,,,2018-02-06,,,,8784.1   | line 2: Hours "8784.1" is more than a year has; is the column really in hours?
                    7,,,,2018-02-06,,,,1,x      | line 2: has 10 fields, but the table has 9 headings
                    """)
    void whatIsWrongWithARowIsSaidByLineAndColumn(String row, String error) throws IOException {
        IntakeCheck check = check(HEADER + row + "\n");

        assertFalse(check.isClean());
        assertTrue(check.describeErrors().startsWith(error), check.describeErrors());
    }

    @Test
    void allErrorsAreCountedAndTheFirstHundredShown() throws IOException {
        IntakeCheck check = check(HEADER + "7,,,,2018-02-06,,,,1\n" + ",,,,,,,,x\n".repeat(50));

        assertEquals(51, check.rows());
        assertEquals(150, check.errorCount());
        assertEquals(100, check.errors().size());
        assertTrue(check.describeErrors().endsWith("… and 50 more\n"), check.describeErrors());
    }

    @Test
    void noRowIsHandedOutUnlessTheWholeTableIsClean() throws IOException {
        Intake unchecked = Intake.open(file(HEADER + row("7", "2018-02-06", "", "", "1")));
        Intake unclean = Intake.open(file(HEADER + row("7", "2018-02-06", "", "", "1") + row("", "", "", "", "")));
        unclean.check(TODAY, IntakeProgress.NONE);

        assertThrows(IllegalStateException.class, unchecked::rows);
        assertThrows(IllegalStateException.class, unclean::rows);
    }

    @Test
    void aFileThatChangesBetweenCheckAndImportIsRefused() throws IOException {
        Path file = file(HEADER + row("7", "2018-02-06", "", "", "1"));
        Intake intake = Intake.open(file);
        intake.check(TODAY, IntakeProgress.NONE);
        Files.writeString(file, HEADER + row("7", "2018-02-06", "", "", "2.25"));

        IntakeException refused = assertThrows(IntakeException.class, intake::rows);

        assertEquals(IntakeException.Code.CHANGED, refused.code());
    }

    @Test
    void whatDeservesALookIsFlaggedNotRefused() throws IOException {
        List<CheckedRow> rows = rows(HEADER
                + row("7", "2018-02-06", "9:00", "11:00", "2")
                + row("7", "2018-02-06", "9:00", "11:00", "2")
                + row("7", "2018-02-06", "10:59", "12:00", "1")
                + row("8", "2018-02-06", "9:00", "11:00", "2")
                + row("7", "2018-02-06", "12:00", "12:00", "0")
                + row("7", "2026-11-24", "", "", "24.02")
                + row("7", "2026-11-23", "", "", "24"));

        assertEquals(
                List.of(
                        List.of(),
                        List.of("exact repeat of line 2"),
                        List.of("times overlap those of line 2"),
                        List.of(),
                        List.of("zero hours"),
                        List.of("over 24 h", "in the future"),
                        List.of()),
                rows.stream()
                        .map(row -> row.flags().stream().map(Flag::describe).toList())
                        .toList());
    }

    @Test
    void overlapsAreSeenAcrossMidnight() throws IOException {
        List<CheckedRow> rows = rows(HEADER
                + row("7", "2018-02-06", "22:00", "2:00", "4")
                + row("7", "2018-02-07", "1:30", "3:00", "1.5")
                + row("7", "2018-02-06", "20:00", "22:00", "2")
                + row("7", "2018-02-08", "1:30", "3:00", "1.5"));

        assertEquals(
                List.of(0, 1, 0, 0),
                rows.stream().map(row -> row.flags().size()).toList());
    }

    @Test
    void overlapsAgreeWithComparingEveryPair() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        TimedShifts shifts = new TimedShifts();
        List<int[]> earlier = new ArrayList<>();
        for (int line = 2; line < 20_000; line++) {
            int volunteer = random.nextInt(400);
            int start = random.nextInt(30 * 24 * 60);
            int end = start + 1 + random.nextInt(line % 10 == 0 ? 1440 : 90);
            boolean expected = earlier.stream().anyMatch(e -> e[0] == volunteer && e[1] < end && start < e[2]);

            boolean found = shifts.add(volunteer, start, end, line) != TimedShifts.NO_LINE;

            assertEquals(expected, found, "seed " + seed + ", line " + line);
            earlier.add(new int[] {volunteer, start, end});
        }
    }

    @Test
    void aLongerVersionOfAFileAddsOnlyItsNewRows() throws IOException {
        String a = row("7", "2018-02-06", "", "", "2");
        String b = row("8", "2018-02-06", "", "", "3");
        String c = row("9", "2018-02-06", "", "", "1");
        Set<RowIdentity> before = identities(HEADER + a + a + b);

        Set<RowIdentity> same = identities(HEADER + "\n" + b + a + "\n" + a.replace("\n", "\r\n"));
        Set<RowIdentity> longer = identities(HEADER + c + a + b + a + a);
        longer.removeAll(before);

        assertEquals(3, before.size());
        assertEquals(before, same);
        assertEquals(2, longer.size(), "the row that was not there, and the third of the repeated ones");
    }

    @Test
    void rowsThatDifferInAnyColumnAreDifferent() throws IOException {
        String table = "ID,Date,Hours,Remark\n7,2018-02-06,2,\n7,2018-02-06,2,x\n7,2018-02-06,2\n";

        List<CheckedRow> rows = rows(table);

        assertEquals(
                List.of(1, 1, 2),
                rows.stream().map(r -> r.row().identity().occurrence()).toList());
        assertFalse(rows.get(0)
                .row()
                .identity()
                .digest()
                .equals(rows.get(1).row().identity().digest()));
        assertEquals(
                rows.get(0).row().identity().digest(),
                rows.get(2).row().identity().digest());
    }

    @Test
    void theIdentityOfARowNeverChanges() throws IOException {
        RowIdentity identity =
                rows("ID,Date,Hours\n7,2018-02-06,2\n").get(0).row().identity();

        // printf '7\x1f2018-02-06\x1f2' | sha256sum
        assertEquals(
                "00c251649657c438fd8a2acfd43e2e187d43e12a6d6b9e98b5111ee3c2024eca",
                identity.digest().toString());
    }

    private static String row(String volunteer, String date, String start, String end, String hours) {
        return volunteer + ",,Hall,Cooking," + date + ",," + start + "," + end + "," + hours + "\n";
    }

    private Path file(String table) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "hours", ".csv"), table);
    }

    private IntakeCheck check(String table) throws IOException {
        return Intake.open(file(table)).check(TODAY, IntakeProgress.NONE);
    }

    private List<CheckedRow> rows(String table) throws IOException {
        Intake intake = Intake.open(file(table));
        assertEquals("", intake.check(TODAY, IntakeProgress.NONE).describeErrors());
        List<CheckedRow> list = new ArrayList<>();
        try (IntakeRows rows = intake.rows()) {
            rows.forEachRemaining(list::add);
        }
        return list;
    }

    private Set<RowIdentity> identities(String table) throws IOException {
        Set<RowIdentity> identities = new HashSet<>();
        rows(table).forEach(row -> identities.add(row.row().identity()));
        return identities;
    }
}

package linli.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import linli.calendar.WorkCalendar.Mistake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ten working days are more than two weeks when the Spring Festival lies between. */
class WorkCalendarTest {
    private final WorkCalendar china = WorkCalendar.china();

    @ParameterizedTest
    @CsvSource({
        "2026-02-13, true",
        "2026-02-14, true",
        "2026-02-15, false",
        "2026-02-23, false",
        "2026-02-24, true",
        "2026-02-28, true",
        "2026-03-01, false",
        "2025-10-08, false",
        "2025-10-11, true",
        "2024-04-07, true",
        "2031-01-01, true",
        "2031-01-04, false",
    })
    void holidaysAreOffAndSomeWeekendsAreWorked(LocalDate day, boolean worked) {
        assertEquals(worked, china.isWorkingDay(day));
    }

    @Test
    void tenWorkingDaysBeforeTheSpringFestivalLastIntoMarch() {
        LocalDate end = LocalDate.of(2026, 2, 12);
        LocalDate due = china.after(end, 10);
        assertEquals(LocalDate.of(2026, 3, 4), due);
        assertEquals(10, china.between(end, due));
        assertEquals(-10, china.between(due, end));
        assertEquals(0, china.between(end, end));
    }

    @Test
    void aYearThatWasNotAnnouncedYetHasWeekendsOnly() {
        assertTrue(china.knows(2026));
        assertFalse(china.knows(2031));
    }

    @Test
    void aNodesOwnFileComesOnTop(@TempDir Path node) throws IOException {
        Files.writeString(node.resolve(WorkCalendar.FILE), "day,kind,holiday\n2031-01-01,off,元旦\n2026-02-14,off,春节\n");
        WorkCalendar own = WorkCalendar.of(node);
        assertFalse(own.isWorkingDay(LocalDate.of(2031, 1, 1)));
        assertFalse(own.isWorkingDay(LocalDate.of(2026, 2, 14)));
        assertFalse(own.isWorkingDay(LocalDate.of(2026, 2, 16)), "what Linli brings stays");
        assertTrue(own.knows(2031));
    }

    @Test
    void aLineThatIsNoneIsToldAndLeftOutAndTheOthersCount(@TempDir Path node) throws IOException {
        Files.writeString(node.resolve(WorkCalendar.FILE), """
                \uFEFFday,kind,holiday
                2031-13-01,off,元旦
                2031-01-01,off,元旦

                2031-01-02,free,元旦
                2031-01-03
                """);
        WorkCalendar own = WorkCalendar.of(node);
        assertEquals(
                List.of(
                        new Mistake(2, Mistake.Kind.NO_SUCH_DAY),
                        new Mistake(5, Mistake.Kind.NOT_A_LINE),
                        new Mistake(6, Mistake.Kind.NOT_A_LINE)),
                own.mistakes());
        assertFalse(own.isWorkingDay(LocalDate.of(2031, 1, 1)));
        assertTrue(own.mistakes().get(0).describe().startsWith(WorkCalendar.FILE + ", line 2: "));
    }

    @Test
    void aFileOfAnotherCodePageIsReadAndOneThatIsNoFileIsTold(@TempDir Path node) throws IOException {
        Path file = node.resolve(WorkCalendar.FILE);
        Files.writeString(file, "day,kind,holiday\n2031-01-01,off,元旦\n", Charset.forName("GB18030"));
        assertEquals(List.of(), WorkCalendar.of(node).mistakes());
        assertTrue(WorkCalendar.of(node).knows(2031));
        Files.writeString(file, "");
        assertEquals(
                List.of(new Mistake(1, Mistake.Kind.NO_HEADING)),
                WorkCalendar.of(node).mistakes());
        Files.delete(file);
        Files.createDirectory(file);
        assertEquals(
                List.of(new Mistake(0, Mistake.Kind.UNREADABLE)),
                WorkCalendar.of(node).mistakes());
        assertTrue(WorkCalendar.of(node).knows(2026), "what Linli brings stays");
    }
}

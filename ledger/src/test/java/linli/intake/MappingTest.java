package linli.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTest {
    private static final String COLUMNS = "columns: {volunteer: ID, date: Day, hours: Hours}\n";

    @TempDir
    private Path folder;

    @Test
    void theExampleInTheDocumentationIsAMapping() {
        Mapping mapping = Mapping.read(RepositoryFiles.example("paws-mapping.yaml"));

        assertEquals("From.time", mapping.columns().get(Field.START));
        assertEquals(Optional.of(LocalDate.of(2018, 2, 6)), mapping.dates().parse("02-06-2018"));
        assertEquals(Optional.of(LocalTime.of(18, 2)), mapping.times().parse("6:02 pm"));
        assertEquals(ZoneId.of("America/New_York"), mapping.zone());
        assertEquals(Optional.of("(no site)"), mapping.sites().placeOf(""));
        assertEquals(Optional.of("Mutt Strut"), mapping.sites().placeOf("Mutt Strut"));
        assertEquals("culture", mapping.categories().of("Dog walking", "Mutt Strut"));
        assertEquals("service", mapping.categories().of("", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    colums: {}                                      | line 1 | "colums" is not known here. Known are: activities, categories, columns
                    'colums: {}\nsheet: a\nzone: Asia/Shanghai\n'    | line 1 | "colums" is not known here
                    'columns:\n  volunter: ID\n  date: Day\n'        | line 2 | "volunter" is not known here
                    columns: {volunter: ID}                         | line 1 | "volunter" is not known here. Known are: volunteer, name, phone
                    'zone: Asia/Shanghai\n\nsites: {blanc: x}'      | line 3 | "blanc" is not known here. Known are: blank, places, unknown
                    'zone: Asia/Shanghai\nsites: {unknown: drop}'   | line 2 | "drop" is not known here. Known are: keep, refuse
                    'sheet: a\nsheet: b'                            | line 2 | Duplicate
                    'columns:\n  volunteer:'                        | line   | does not fit
                    'columns: [ID, Hours]'                          | line 1 | does not fit
                    'categories: {standard: x}'                     | line 1 | "standard" is not known here. Known are: by-activity, by-site, default
                    '\tcolumns: {}'                                 | line 1 | cannot start any token
                    'sheet: x\n---\nsheet: y'                       | line   | does not fit
                    """)
    void whatIsNotKnownIsRefusedByLine(String yaml, String line, String message) throws IOException {
        IntakeException refused = refused(yaml.translateEscapes());

        assertEquals(IntakeException.Code.MAPPING, refused.code());
        assertTrue(refused.getMessage().contains(line), refused.getMessage());
        assertTrue(refused.getMessage().contains(message), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    zone: Asia/Shanghai                                          | No column is known for: volunteer (the volunteer's number, 志愿者编号); date (服务日期); hours or minutes
                    columns: {volunteer: ID, date: Day, start: From}             | No column is known for: hours or minutes, or start and end
                    columns: {volunteer: ID, date: Day, hours: H, minutes: M}    | Both hours and minutes
                    'columns: {volunteer: ID, date: D, hours: H}\ndates: YYYY-MM-DD' | "YYYY-MM-DD" does not say enough
                    'columns: {volunteer: ID, date: D, hours: H}\ndates: [yyyy-MM]'  | "yyyy-MM" does not say enough
                    'columns: {volunteer: ID, date: D, hours: H}\ntimes: hh:mm'      | "hh:mm" does not say enough
                    'columns: {volunteer: ID, date: D, hours: H}\ndates: yyyy-bb'    | "yyyy-bb" is no format
                    'columns: {volunteer: ID, date: D, hours: H}\ndates: []'         | list of formats is empty
                    'zone: Shanghai'                                                 | zone "Shanghai" is not known. Write a time zone such as Asia/Shanghai
                    """)
    void aMappingThatCannotWorkIsRefused(String yaml, String message) throws IOException {
        IntakeException refused = refused(yaml.translateEscapes());

        assertEquals(IntakeException.Code.MAPPING, refused.code());
        assertTrue(refused.getMessage().contains(message), refused.getMessage());
    }

    @Test
    void anEmptyOrMissingFileIsRefused() throws IOException {
        assertEquals(IntakeException.Code.MAPPING, refused("").code());
        assertEquals(IntakeException.Code.MAPPING, refused("# only a comment\n").code());
        assertThrows(IntakeException.class, () -> Mapping.read(folder.resolve("none.yaml")));
    }

    @ParameterizedTest
    @CsvSource({
        "MM-dd-yyyy, 02-06-2018",
        "M/d/yy, 2/6/18",
        "yyyy年M月d日, 2018年2月6日",
        "yyyyMMdd, 20180206",
        "d MMM uuuu, 6 feb 2018",
        "yyyy-MM-dd HH:mm, 2018-02-06 23:59"
    })
    void datesAreReadAsTheMappingWritesThem(String pattern, String text) throws IOException {
        Mapping mapping = read(COLUMNS + "dates: '" + pattern + "'\n");

        assertEquals(Optional.of(LocalDate.of(2018, 2, 6)), mapping.dates().parse(text));
    }

    @ParameterizedTest
    @CsvSource({"h:mm a, 6:02 pm", "h:mm a, 6:02 PM", "ah:mm, 下午6:02", "H:mm, 18:02", "HH点mm分, 18点02分"})
    void timesAreReadAsTheMappingWritesThem(String pattern, String text) throws IOException {
        Mapping mapping = read(COLUMNS + "times: '" + pattern + "'\n");

        assertEquals(Optional.of(LocalTime.of(18, 2)), mapping.times().parse(text));
    }

    @Test
    void daysThatNeverWereAreNoDates() throws IOException {
        Formats<LocalDate> dates =
                read(COLUMNS + "dates: [MM-dd-yyyy, yyyy-MM-dd]\n").dates();

        assertEquals(Optional.empty(), dates.parse("02-30-2018"));
        assertEquals(Optional.empty(), dates.parse("13-01-2018"));
        assertEquals(Optional.empty(), dates.parse("02-06-2018x"));
        assertEquals(Optional.of(LocalDate.of(2016, 2, 29)), dates.parse("2016-02-29"));
    }

    @Test
    void sitesBecomePlacesByTheTable() throws IOException {
        Sites sites = read(COLUMNS + "sites: {blank: 未注明地点, unknown: refuse, places: {' Old City ': 老城}}\n")
                .sites();

        assertEquals(Optional.of("未注明地点"), sites.placeOf(""));
        assertEquals(Optional.of("老城"), sites.placeOf("Old City"));
        assertEquals(Optional.empty(), sites.placeOf("New City"));
    }

    @Test
    void theActivityDecidesTheCategoryBeforeTheSite() throws IOException {
        Categories categories = read(COLUMNS
                        + "categories: {default: d, by-activity: {Cooking: kitchen}, by-site: {Hall: events}}\n")
                .categories();

        assertEquals("kitchen", categories.of("Cooking", "Hall"));
        assertEquals("events", categories.of("Singing", "Hall"));
        assertEquals("d", categories.of("Singing", ""));
    }

    @Test
    void commonHeadingsNeedNoMapping() {
        Mapping chinese = Mapping.guess(List.of("序号", "志愿者编号", "姓名", "服务日期", "服务地点", "活动名称", "服务时长（小时）"));
        Mapping english =
                Mapping.guess(List.of("ID", "Site", "Assignment", "From.date", "To.date", "Start_Time", "Minutes"));

        assertEquals(
                Map.of(
                        Field.VOLUNTEER, "志愿者编号",
                        Field.NAME, "姓名",
                        Field.DATE, "服务日期",
                        Field.SITE, "服务地点",
                        Field.ACTIVITY, "活动名称",
                        Field.HOURS, "服务时长（小时）"),
                chinese.columns());
        assertEquals(Optional.of("未注明地点"), chinese.sites().placeOf(""));
        assertEquals(
                Map.of(
                        Field.VOLUNTEER, "ID",
                        Field.SITE, "Site",
                        Field.ACTIVITY, "Assignment",
                        Field.DATE, "From.date",
                        Field.END_DATE, "To.date",
                        Field.START, "Start_Time",
                        Field.MINUTES, "Minutes"),
                english.columns());
        assertEquals(Optional.of("(no site)"), english.sites().placeOf(""));
    }

    @Test
    void headingsThatAreNotFamiliarAreRefusedWithWhatIsMissing() {
        IntakeException refused =
                assertThrows(IntakeException.class, () -> Mapping.guess(List.of("Who", "When", "Hours")));

        assertEquals(IntakeException.Code.COLUMNS, refused.code());
        assertEquals(
                "No column is known for: volunteer (the volunteer's number, 志愿者编号); date (服务日期). The headings are: Who,"
                        + " When, Hours. Say in a mapping file which column is which, and pass it with --mapping.",
                refused.getMessage());
    }

    @Test
    void columnsTheTableDoesNotHaveOrHasTwiceAreRefused() throws IOException {
        Mapping mapping = read(COLUMNS);

        IntakeException missing =
                assertThrows(IntakeException.class, () -> mapping.positionsIn(List.of("ID", "day", "Hours")));
        IntakeException twice =
                assertThrows(IntakeException.class, () -> mapping.positionsIn(List.of("ID", "Day", "Hours", "Day")));

        assertEquals("The table has no column \"Day\" (date). Its headings are: ID, day, Hours.", missing.getMessage());
        assertTrue(twice.getMessage().contains("several columns \"Day\""), twice.getMessage());
    }

    private Mapping read(String yaml) throws IOException {
        return Mapping.read(Files.writeString(folder.resolve("m.yaml"), yaml));
    }

    private IntakeException refused(String yaml) {
        return assertThrows(IntakeException.class, () -> read(yaml));
    }
}

package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clerk brings in a table of past service, in a real browser. */
class DeskImportPagesTest {
    private static final String HEAD = "志愿者编号,姓名,服务日期,服务时长,活动名称\n";

    @TempDir
    static Path folder;

    private static StaffedVillage village;

    @BeforeAll
    static void found() {
        village = new StaffedVillage(folder);
    }

    @AfterAll
    static void close() {
        village.close();
    }

    private static void choose(Visit visit, String rows) {
        visit.page
                .locator("#table")
                .setInputFiles(
                        new FilePayload("hours.csv", "text/csv", (HEAD + rows).getBytes(StandardCharsets.UTF_8)));
        visit.press("检查表格");
    }

    /** The lines of the table that a button brings. */
    private static List<String> report(Visit visit, String button) {
        Download download = visit.page.waitForDownload(() -> visit.press(button));
        try {
            return Files.readAllLines(download.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int pending() {
        return village.village.ledger.books().toDo().pending().size();
    }

    @Test
    void aTableIsLookedAtThenRecordedAndNeverTwice() {
        int before = pending();
        String good = "A001,王大妈,2024-03-15,2.5,清洁家园\nA002,刘大爷,2024-03-16,1,清洁家园\n";
        try (Visit clerk = DeskDoor.signedIn(village, "clerk")) {
            clerk.open("/desk/import").look("import");
            choose(clerk, good + "A003,孙阿姨,二〇二四年,1,清洁家园\n");
            clerk.reads("1 处错误").reads("不是日期").look("import-errors");
            List<String> lines = report(clerk, "下载逐行结果");
            assertEquals("2,没有问题,,,", lines.get(1));
            assertEquals("4,有错误，未导入,服务日期: 不是日期，请写成 2024-03-15 这样。,,", lines.get(3));
            assertEquals(before, pending(), "nothing of a table with an error is recorded");

            clerk.press("重新选择表格");
            choose(clerk, good);
            clerk.reads("其中新登记").look("import-preview");
            assertEquals(before, pending(), "looking records nothing");
            clerk.press("确认导入 2 行").reads("已导入 2 行").look("import-done");
            String recorded = report(clerk, "下载逐行结果").get(1);
            assertTrue(recorded.matches("2,已导入,,,\\S+"), recorded);
            assertEquals(before + 2, pending());

            clerk.open("/desk/import");
            choose(clerk, good + "A001,王大妈,2024-03-20,3,清洁家园\n");
            clerk.press("确认导入 1 行").reads("2 行以前导入过");
            assertEquals(before + 3, pending());
            clerk.open("/desk/import");
            choose(clerk, good);
            clerk.reads("没有新的记录");
        }
        assertEquals(1, village.village.office.find("王大妈").size());
    }

    @Test
    void aMappingSaysWhichColumnIsWhatAndOfWhatKind() {
        String table = "who,when,length,what,remark\n7,2024-04-02,90,陪诊,-\n8,2024-04-03,25:30,陪诊,-\n";
        String mapping = """
                columns: {volunteer: who, date: when, hours: length, activity: what}
                categories: {by-activity: {陪诊: elder-care}}
                """;
        try (Visit clerk = DeskDoor.onPhone(village, "clerk").inEnglish().expectingRefusals()) {
            clerk.open("/desk/import");
            choose(clerk, table, mapping.replace("columns", "column"));
            clerk.reads("\"column\" is not known here").look("import-mapping-wrong-phone-en");
            choose(clerk, table, mapping.replace("hours", "minutes").replace("elder-care", "space-travel"));
            clerk.reads("Not a number");
            clerk.press("Choose the table again");
            choose(clerk, table, mapping);
            clerk.reads("by the mapping")
                    .reads("not used: remark")
                    .reads(": 2 rows")
                    .reads("over 24 hours");
            clerk.look("import-mapped-phone-en");
            assertEquals("3,good,,Over 24 hours.,", report(clerk, "Download").get(2));
            clerk.press("Record 2 rows").reads("rows recorded").look("import-done-phone-en");
        }
        assertEquals("elder-care", kindOf("陪诊"));
    }

    private static void choose(Visit visit, String table, String mapping) {
        visit.page.locator("#table").setInputFiles(file("t.csv", table));
        visit.page.locator("#mapping").setInputFiles(file("m.yaml", mapping));
        visit.press("Look at it");
    }

    private static FilePayload file(String name, String content) {
        return new FilePayload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
    }

    private static String kindOf(String activity) {
        return village.village.ledger.books().activities().stream()
                .filter(one -> one.name().equals(activity))
                .map(one -> one.category())
                .findFirst()
                .orElse("");
    }

    @Test
    void aTableThatIsNoneIsRefusedInWords() {
        try (Visit clerk = DeskDoor.signedIn(village, "clerk").inEnglish().expectingRefusals()) {
            clerk.open("/desk/import").look("import-en");
            clerk.page
                    .locator("#table")
                    .setInputFiles(new FilePayload("x.csv", "text/csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)));
            clerk.press("Look at it").reads("A column is missing");
            clerk.open("/desk/import");
            clerk.page.locator("#table").setInputFiles(new FilePayload("x.csv", "text/csv", new byte[1536 * 1024]));
            clerk.press("Look at it").reads("Too much at once");
        }
    }
}

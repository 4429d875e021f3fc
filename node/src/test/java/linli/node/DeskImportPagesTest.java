package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
            assertEquals(before, pending(), "nothing of a table with an error is recorded");

            clerk.press("重新选择表格");
            choose(clerk, good);
            clerk.reads("其中新登记").look("import-preview");
            assertEquals(before, pending(), "looking records nothing");
            clerk.press("确认导入 2 行").reads("已导入 2 行").look("import-done");
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

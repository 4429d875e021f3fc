package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import linli.entry.VolunteerNo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An audit is begun on a page, and its report is signed. */
class CountyAuditPageTest {
    @TempDir
    Path folder;

    @Test
    void anAuditIsBegunOnThePageAndItsReportCanBeVerifiedElsewhere() throws IOException {
        try (CountyHouse house = new CountyHouse(folder);
                CountyHouse.Community heping = house.enrol("heping", "和平社区").begin();
                Visit auditor = house.signedIn("zhou", Visit.atDesk(house.address()))) {
            VolunteerNo zhang = heping.volunteer();
            heping.serve(zhang, heping.activity("陪独居老人聊天", "elder-care"), 0, 150);
            heping.bring();
            auditor.press("审计").open("/county/audit").reads("还没有做过审计").look("county-audit");
            auditor.page.locator("button.main").click();
            auditor.reads("没有问题").look("county-audits");
            auditor.press("查看报告").reads("与日志一致").look("county-audited");
            assertTrue(auditor.text().contains("周审计 (zhou)"), auditor.text());

            Path report = download(auditor);
            String key = house.ledger.node().log().toString();
            assertEquals(0, verify(report, "--key", key).exit());
            assertEquals(0, verify(report, "--dir", house.folder()).exit());
            Path altered = folder.resolve("altered.txt");
            Files.writeString(altered, Files.readString(report).replace("Clean", "Fine"));
            assertEquals(1, verify(altered, "--key", key).exit());
            Shell.Result refused = verify(altered, "--dir", house.folder());
            assertEquals(1, refused.exit());
            assertTrue(refused.out().contains("NOT VALID"), refused.out());
            assertThrows(IllegalArgumentException.class, () -> house.ledger.sign("qinghe.linli\n6\n"), "a checkpoint");

            house.restart(() -> {});
            house.signedIn("zhou", auditor.inEnglish()).press("Audit").reads("Clean: ");
            auditor.press("Read the report").reads("nothing to object").look("county-audited-en");
            assertEquals(Files.readString(report), Files.readString(download(auditor)));
        }
    }

    private Path download(Visit auditor) {
        Download download = auditor.page.waitForDownload(
                () -> auditor.page.locator("a[download]").click());
        Path file = folder.resolve(download.suggestedFilename());
        download.saveAs(file);
        return file;
    }

    private static Shell.Result verify(Path report, Object... by) {
        return Shell.linli(
                Stream.concat(Stream.of("verify", report), Stream.of(by)).toArray());
    }
}

package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
            auditor.press("审计").open("/county/audit").reads("逐条验证签名").look("county-audit");
            auditor.page.locator("button.main").click();
            auditor.reads("没有问题").reads("与日志一致").look("county-audited");
            assertTrue(auditor.text().contains("周审计 (zhou)"), auditor.text());

            Download download = auditor.page.waitForDownload(() -> auditor.press("下载签名报告"));
            Path report = folder.resolve("report.txt");
            download.saveAs(report);
            String key = house.ledger.node().log().toString();
            assertEquals(0, verify(report, key).exit());
            Files.writeString(report, Files.readString(report).replace("Clean", "Fine"));
            assertEquals(1, verify(report, key).exit());

            assertThrows(IllegalArgumentException.class, () -> house.ledger.sign("qinghe.linli\n6\n"), "a checkpoint");
            auditor.press("English").reads("nothing to object").look("county-audited-en");
        }
    }

    private static Shell.Result verify(Path report, String key) {
        return Shell.linli("verify", report, "--key", key);
    }
}

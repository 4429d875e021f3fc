package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import linli.ledger.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The county changes its policy on a page. */
class CountyPolicyPagesTest {
    @TempDir
    Path folder;

    private static final String LONGER_SHOW =
            Policy.defaultDocument().replace("\"publicityDays\": 3", "\"publicityDays\": 7");

    @Test
    void aNewPolicyIsLookedAtBeforeItIsInForce() {
        try (CountyHouse house = new CountyHouse(folder);
                Visit admin = house.signedIn("chen", Visit.atDesk(house.address()))) {
            admin.reads("还没有社区加入").look("county-empty");
            admin.press("积分政策").reads("时长公示").look("county-policy");
            admin.fill("或者把内容粘贴在这里", "{\"format\": 1}")
                    .press("核对")
                    .reads("这份文件不能用")
                    .reads("第 1 行：");
            admin.look("county-policy-mistake");
            upload(admin, Policy.defaultDocument()).press("核对").reads("没有什么可以发布");
            admin.press("返回正在执行的政策");
            upload(admin, LONGER_SHOW).press("核对").reads("会改变 1 处").look("county-policy-draft");
            assertEquals(1, house.ledger.books().policy().orElseThrow().version());
            admin.press("发布第 2 版").reads("新政策已生效").reads("7 天").look("county-policy-adopted");
            assertEquals(
                    LONGER_SHOW.strip(),
                    house.ledger.books().policy().orElseThrow().document());
            admin.press("English").reads("Hours are on public show for").look("county-policy-en");
        }
    }

    @Test
    void anAuditorChecksAndAdoptsNothing() {
        try (CountyHouse house = new CountyHouse(folder);
                Visit auditor = house.signedIn("zhou", Visit.atDesk(house.address()))) {
            auditor.open("/county/policy");
            upload(auditor, LONGER_SHOW).press("核对").reads("由县级管理员办理");
            assertFalse(auditor.text().contains("发布第 2 版"));
        }
    }

    private static Visit upload(Visit visit, String document) {
        visit.page
                .locator("#file")
                .setInputFiles(
                        new FilePayload("policy.json", "application/json", document.getBytes(StandardCharsets.UTF_8)));
        return visit;
    }
}

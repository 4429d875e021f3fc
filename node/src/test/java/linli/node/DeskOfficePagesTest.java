package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import linli.entry.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A manager and the office itself, in a real browser: who is in it, and its devices. */
class DeskOfficePagesTest {
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

    @Test
    void somebodyIsAppointedHandedAPasswordAndDismissed() {
        try (Visit manager = DeskDoor.signedIn(village, "manager").expectingRefusals()) {
            manager.open("/desk/staff").look("office-staff");
            manager.fill("姓名", "孙丽").fill("账号", "wang").press("任命");
            manager.reads("没有选择职责");
            manager.page.locator("input[value=clerk]").check();
            manager.page.locator("section button.main").click();
            manager.reads("这个账号已有人使用");
            manager.fill("账号", "sun-li");
            manager.page.locator("section button.main").click();
            manager.reads("已任命").look("office-member");
            manager.press("生成初始密码").reads("只显示这一次").look("office-password");
            String password = manager.page.locator("code.large").nth(1).innerText();
            assertTrue(village.passwords()
                    .find(village.member("sun-li"))
                    .orElseThrow()
                    .matches(password.toCharArray(), village.village.clock.instant()));
            manager.open("/desk/staff/sun-li").reads("已发初始密码");
            assertFalse(manager.text().contains(password));
            manager.page.locator("input[value=approver]").check();
            manager.press("保存").reads("职责已更改");
            assertEquals(
                    List.of(Role.CLERK, Role.APPROVER), village.member("sun-li").roles());
            manager.press("免去职务").page.locator("#reason").fill("调离本社区");
            manager.page.locator("details[open] button.main").click();
            manager.reads("已免去职务").reads("孙丽 (sun-li)");
            assertFalse(village.member("sun-li").inOffice());
        }
    }

    @Test
    void aKioskIsPairedWithACodeAndStopped() {
        String token = village.kioskToken();
        try (Visit manager = DeskDoor.signedIn(village, "manager")) {
            manager.open("/desk/kiosks").fill("设备名称", "一楼大厅").look("office-kiosks");
            manager.press("生成启用码").reads("10 分钟").look("office-code");
            manager.open("/desk/kiosks").press("停用");
            manager.page.locator("details[open] button.main").click();
            manager.reads("设备已停用");
            assertTrue(village.kiosks().byToken(token).isEmpty());
            manager.press("English").reads("No kiosk is paired").look("office-kiosks-en");
        }
    }
}

package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import linli.entry.VolunteerNo;
import linli.profile.Profile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clerk and the volunteers, in a real browser. */
class DeskVolunteersPagesTest {
    private static final String SOUGHT = "编号、姓名、电话或原编号";

    @TempDir
    static Path folder;

    private static StaffedVillage village;
    private static Neighbour neighbour;

    @BeforeAll
    static void found() {
        village = new StaffedVillage(folder.resolve("heping"));
        neighbour = new Neighbour(folder.resolve("dongmen"), village.village);
    }

    @AfterAll
    static void close() {
        neighbour.close();
        village.close();
    }

    @Test
    void aClerkFindsPersonsByNameAndByNumberAndNoNameIsInAnAddress() {
        try (Visit clerk = DeskDoor.signedIn(village, "clerk")) {
            clerk.open("/desk/volunteers").reads("张桂兰").look("desk-volunteers");
            clerk.fill(SOUGHT, "桂兰").press("查找").reads("找到 1 人");
            assertEquals("/desk/volunteers/search", clerk.path());
            clerk.fill(SOUGHT, "没有这个人").press("查找").reads("没有找到").look("desk-volunteers-none");
            clerk.fill(SOUGHT, village.li.toString()).press("查找").reads("正在服务");
            assertEquals("/desk/volunteers/" + village.li, clerk.path());
            clerk.look("desk-person");
            clerk.press("English").reads("Hours that count").look("desk-person-en");
        }
    }

    @Test
    void aChildIsEnrolledWithItsGuardianAndGetsACard() throws Exception {
        try (Visit clerk = DeskDoor.signedIn(village, "clerk").expectingRefusals()) {
            clerk.open("/desk/volunteers/new").look("desk-enrol");
            clerk.fill("姓名", "赵小明").fill("出生日期", "2015-03-01").fill("联系电话", "138 0013 8000");
            clerk.page.locator("input[name=consents]").check();
            clerk.fill("密码（PIN）", "4826").fill("再输一次密码", "4826");
            clerk.press("登记").reads("需要监护人同意").look("desk-enrol-refused");
            assertEquals("赵小明", clerk.page.getByLabel("姓名").inputValue(), "what was typed stays");
            clerk.fill("监护人（未满 14 周岁必填）", "赵大伟（父亲）13900139000").press("登记").reads("已登记");
            VolunteerNo number = VolunteerNo.parse(clerk.path().substring("/desk/volunteers/".length()));
            Profile profile = village.village.office.profile(number).orElseThrow();
            assertEquals("13800138000", profile.phone());
            assertTrue(profile.pinHash() != null && profile.pinHash().matches("4826".toCharArray()));
            clerk.press("打印卡片").reads("扫描二维码").look("desk-card");
            clerk.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            clerk.look("desk-card-print");
            clerk.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            assertEquals(
                    number.toString(),
                    QrReader.read(clerk.page
                            .locator(".code svg")
                            .evaluate("e => e.outerHTML")
                            .toString()));
        }
    }

    @Test
    void whatIsKnownIsCorrectedAndHandedOutAndForgotten() throws IOException {
        VolunteerNo number = village.village.enrol("孙秀兰", null);
        String here = "/desk/volunteers/" + number;
        try (Visit manager = DeskDoor.signedIn(village, "manager").expectingRefusals()) {
            manager.open(here).reads("还没有设置密码");
            manager.press("更正资料").fill("居住区域", "和平里五号楼").press("保存").reads("资料已更正");
            manager.press("设置密码").fill("密码（PIN）", "1111").fill("再输一次密码", "1112");
            manager.press("设置密码").reads("两次输入的密码不一致");
            manager.fill("密码（PIN）", "9385").fill("再输一次密码", "9385");
            manager.page.locator("main button.main").click();
            manager.reads("密码已设置");
            manager.press("资料副本").reads("和平里五号楼").look("desk-copy");
            Download copy = manager.page.waitForDownload(() -> manager.press("下载（JSON）"));
            assertEquals(
                    village.village
                            .office
                            .disclose(number)
                            .orElseThrow()
                            .disclosure()
                            .json(),
                    Files.readString(copy.path()));
            manager.open(here).press("删除资料").reads("任何人都无法恢复").look("desk-forget");
            manager.page.locator("input[name=sure]").check();
            manager.press("永久删除").reads("个人资料已永久删除").look("desk-forgotten");
        }
        assertTrue(village.village.office.profile(number).isEmpty());
    }

    @Test
    void everyPointIsExplainedAndACertificateIsHandedOut() {
        String here = "/desk/volunteers/" + village.zhang;
        try (Visit clerk = DeskDoor.signedIn(village, "clerk")) {
            clerk.open(here).press("积分来由").reads("正是现有积分：50 分").look("desk-why");
            clerk.open(here).press("服务证明").reads("还没有出具过证明").press("出具证明");
            clerk.reads("证明已出具").reads("45 分钟").look("desk-certificates");
            String sheet = clerk.page.locator("tbody a.button").getAttribute("href");
            clerk.open(sheet).reads("张桂兰");
        }
    }

    @Test
    void somebodyIsEnrolledInEnglish() {
        try (Visit clerk = DeskDoor.onPhone(village, "clerk").inEnglish()) {
            clerk.open("/desk/volunteers/new").fill("Name", "Wu Meihua").fill("Date of birth", "1958-05-02");
            clerk.page.locator("input[name=consents]").check();
            clerk.fill("PIN", "6173").fill("PIN again", "6173").look("desk-enrol-phone-en");
            clerk.press("Enrol").reads("Enrolled.").reads("Wu Meihua").look("desk-person-phone-en");
        }
    }

    @Test
    void aGuestGetsACertificateUnderTheNameOnTheirCard() {
        VolunteerNo guest = neighbour.enrol();
        village.village.approve(village.village.backfill(guest, village.visiting, 120));
        try (Visit clerk = DeskDoor.signedIn(village, "clerk").expectingRefusals()) {
            clerk.open("/desk/volunteers/" + guest + "/certificates").reads("照其出示的证件填写姓名");
            clerk.look("desk-certificates-guest").fill("证件上的姓名", "周来客").press("出具证明");
            clerk.reads("证明已出具").page.locator("tbody summary").click();
            clerk.look("desk-certificates-guest-print");
            clerk.page.locator("tbody input[name=guest-name]").fill("周来客");
            Page sheet = clerk.page.waitForPopup(
                    () -> clerk.page.locator("tbody button").click());
            sheet.getByText("周来客").first().waitFor();
            sheet.getByText("2 小时").first().waitFor();
        }
    }

    @Test
    void whoIsNoClerkWorksWithNumbersAlone() {
        try (Visit auditor = DeskDoor.signedIn(village, "auditor")) {
            auditor.open("/desk/volunteers").reads(village.zhang.toString());
            assertFalse(auditor.text().contains("张桂兰"));
            auditor.open("/desk/volunteers/" + village.zhang);
            assertFalse(auditor.text().contains("张桂兰"));
            assertFalse(auditor.text().contains("删除资料"));
        }
    }
}

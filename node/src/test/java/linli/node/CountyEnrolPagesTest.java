package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import linli.enrol.Invite;
import linli.enrol.InviteCode;
import linli.enrol.Invites;
import linli.sync.CountyTls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Communities are let in, and closed, on pages. */
class CountyEnrolPagesTest {
    @TempDir
    Path folder;

    @Test
    void aCodeIsShownOnceWithAllThatACommunityNeeds() {
        try (CountyHouse house = new CountyHouse(folder);
                Visit admin = house.signedIn("chen", Visit.atDesk(house.address()))) {
            admin.press("社区加入").reads("还没有生成过加入码").look("county-enrol");
            fill(admin, "Heping!").press("生成").reads("以字母开头，最多 32 个字符");
            fill(admin, "heping").press("生成").reads("和平社区的加入码").look("county-invited");
            String code = admin.page.locator(".handed").innerText();
            assertEquals(code, InviteCode.parse(code).shown());
            String fingerprint = CountyTls.prepare(house.ledger.node(), Clock.systemUTC())
                    .authority()
                    .fingerprint()
                    .toString();
            assertTrue(admin.text().contains(fingerprint), fingerprint);
            admin.page.reload();
            assertEquals(code, admin.page.locator(".handed").innerText(), "the same request has the same answer");
            admin.press("返回社区加入").reads("等待使用");
            assertFalse(admin.text().contains(code), "shown once");
            fill(admin, "heping").press("生成").reads("已有一张等待使用的加入码").look("county-enrol-open");
            admin.press("作废").reads("加入码已作废");
            assertEquals(
                    List.of(), Invites.open(house.folder(), Clock.systemUTC()).list());
        }
    }

    private static Visit fill(Visit admin, String slug) {
        return admin.fill("社区名称", "和平社区").fill("代号", slug).fill("社区怎样连到县级节点", "https://county.example:7443");
    }

    @Test
    void aCommunityGetsANewKeyAndIsClosedEachInTwoStepsAndForAReason() {
        try (CountyHouse house = new CountyHouse(folder);
                CountyHouse.Community heping =
                        house.enrol("heping", "和平社区").begin().bring();
                Visit admin = house.signedIn("chen", Visit.atDesk(house.address()))) {
            newKey(admin);
            String code = admin.page.locator(".handed").innerText();
            Invite made = Invites.open(house.folder(), Clock.systemUTC()).list().get(0);
            assertEquals(new Invite.NewKey(heping.number, "硬盘损坏"), made.purpose());
            admin.press("返回社区加入").reads("更换密钥：硬盘损坏").look("county-enrol-new-key");
            assertFalse(admin.text().contains(code), "shown once");
            admin.open("/county/branches/1/new-key")
                    .fill("原因", "硬盘损坏")
                    .fill("社区怎样连到县级节点", "https://county.example:7443")
                    .press("看看会怎样")
                    .reads("已有一张等待使用的换钥码");

            inEnglishAndOnAPhone(admin);

            admin.open("/county/branches/1").press("关闭社区").reads("第一步").look("county-close");
            admin.fill("原因", "两个社区合并").press("看看会怎样").reads("4 条记录有效，到第 3 号为止").look("county-close-check");
            admin.press("返回上一步").fill("原因", "密钥失窃").page.locator("#part").check();
            admin.fill("最后一条的号码", "4").press("看看会怎样").reads("从 0 到 3 之间的号码").look("county-close-wrong");
            admin.fill("最后一条的号码", "1").press("看看会怎样").reads("有 2 条作废").look("county-close-part");
            assertTrue(house.ledger.books().branch(heping.number).orElseThrow().open());
            admin.press("关闭和平社区").reads("社区已关闭").reads("共 2 条有效").look("county-closed");
            assertFalse(house.ledger.books().branch(heping.number).orElseThrow().open());
        }
    }

    private static void inEnglishAndOnAPhone(Visit admin) {
        admin.inEnglish().open("/county/enrol").reads("new key: 硬盘损坏").look("county-enrol-en");
        admin.open("/county/branches/1/new-key").reads("step one of two").look("county-new-key-en");
        admin.open("/county/branches/1/close").reads("How many entries count").look("county-close-en");
        admin.cookie("linli-language", "zh").page.setViewportSize(360, 800);
        admin.open("/county/branches/1/close").look("county-close-phone");
        admin.open("/county/branches/1/new-key").look("county-new-key-phone");
        admin.open("/county/enrol").look("county-enrol-phone").page.setViewportSize(1280, 900);
    }

    private static void newKey(Visit admin) {
        admin.press("和平社区").press("更换密钥").reads("第一步").look("county-new-key");
        admin.fill("原因", "硬盘损坏")
                .fill("社区怎样连到县级节点", "https://county.example:7443")
                .press("看看会怎样");
        admin.reads("现在是 4 条，到第 3 号为止").look("county-new-key-check");
        admin.press("生成换钥码").reads("和平社区的换钥码").reads("linli join --again").look("county-new-key-sheet");
    }
}

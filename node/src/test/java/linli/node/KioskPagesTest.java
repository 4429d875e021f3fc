package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.ActivityClosed;
import linli.entry.VolunteeringEvent.CheckOutMissed;
import linli.peer.Vouched;
import linli.sync.SyncStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody stands in the hall, before a screen of 1080 × 1920. */
class KioskPagesTest {
    private static final int MOST_HOME_BYTES = 150_000;

    @TempDir
    static Path folder;

    private static StaffedVillage village;
    private static String device;

    @BeforeAll
    static void found() {
        village = new StaffedVillage(folder);
        device = village.kioskToken();
    }

    @AfterAll
    static void close() {
        village.close();
    }

    private static Visit atKiosk() {
        return Visit.atKiosk(village.address()).cookie("linli-kiosk", device);
    }

    private static SyncStatus metTheCounty() {
        long at = village.village.clock.instant().getEpochSecond() - 7_200;
        return new SyncStatus(40, Optional.of(new Vouched(38, at)), List.of(), List.of(), List.of(), false);
    }

    /** As a card reader does: it types, and presses Enter. */
    private static Visit card(Visit visit, Object number) {
        visit.page.keyboard().type(number.toString());
        visit.page.keyboard().press("Enter");
        return visit;
    }

    private static Visit keys(Visit visit, String digits) {
        digits.chars()
                .forEach(digit ->
                        visit.page.locator("[data-key='" + (char) digit + "']").click());
        return visit;
    }

    private static Visit pin(Visit visit, VolunteerNo who) {
        card(visit.reads("编号"), who).reads("请输入密码");
        return card(visit, Village.PIN);
    }

    /** A screen that lies: whatever leads on is seen at once. */
    private static void inLandscape(Visit visit, String picture) {
        visit.page.setViewportSize(1920, 1080);
        Object below = visit.look(picture).page.evaluate("() => document.documentElement.scrollHeight - innerHeight");
        assertEquals(0, ((Number) below).intValue(), "something is below the fold");
        visit.page.setViewportSize(1080, 1920);
    }

    @Test
    void aDeviceBecomesAKioskByACodeAndShowsFourChoices() {
        String code =
                village.kiosks().issue("大厅", village.village.clock.instant()).code();
        try (Visit device = Visit.atKiosk(village.address()).expectingRefusals()) {
            device.open("/kiosk").look("kiosk-pairing");
            card(device, "00000-00000").reads("启用码不对");
            device.fill("启用码", "");
            keys(device, code.replace("-", "")).press("启用").reads("您好！请选择要办的事");
            device.look("kiosk-home");
            Object bytes = device.open("/kiosk")
                    .page
                    .evaluate("() => performance.getEntries().reduce((sum, one) => sum + (one.transferSize ?? 0), 0)");
            assertTrue(((Number) bytes).intValue() < MOST_HOME_BYTES, bytes.toString());
            device.press("标准字").reads("大字").look("kiosk-home-standard").press("大字");
            village.village.sync = Optional.of(metTheCounty());
            device.press("English").reads("What would you like to do?").reads("everything is saved here");
            device.look("kiosk-home-en");
            inLandscape(device, "kiosk-home-wide-en");
            village.village.sync = Optional.empty();
            device.press("中文").reads("请选择要办的事");
            assertEquals("/kiosk", device.path());
        }
    }

    @Test
    void aCardIsEnoughToCheckInAndOut() {
        VolunteerNo chen = village.village.enrol("陈玉梅", null);
        try (Visit visit = atKiosk().expectingRefusals()) {
            visit.open("/kiosk").press("签到").reads("请刷卡").look("kiosk-check");
            card(visit, "1-2-3").reads("这个编号不对").look("kiosk-check-wrong");
            visit.fill("志愿者编号", "");
            // What the code on a card says may have more around it; and the reader types wherever the focus is.
            visit.page.locator("h1").click();
            card(visit, "LINLI:" + chen).reads("签到成功").look("kiosk-checked-in");
            assertFalse(visit.text().contains("陈玉梅"), "a card tells nobody's name");
            village.village.clock.pass(Duration.ofMinutes(95));
            card(visit.reads("下一位请直接刷卡"), chen).reads("现在签退吗").look("kiosk-out");
            visit.press("签退").reads("签退成功").reads("1 小时 35 分钟").look("kiosk-checked-out");

            EntryId second = village.village.activity("社区大扫除", "中心广场");
            visit.press("回首页").press("签到");
            card(visit.reads("请刷卡"), chen).reads("参加哪个活动").look("kiosk-in");
            visit.press("社区大扫除").reads("签到成功");
            village.village.clock.pass(Duration.ofHours(20));
            village.village.write(
                    Actor.NODE,
                    new CheckOutMissed(
                            chen,
                            village.village
                                    .ledger
                                    .books()
                                    .volunteer(chen)
                                    .orElseThrow()
                                    .openCheckIn()));
            village.village.write(Village.CLERK, new ActivityClosed(second, null, null));
            visit.press("回首页").press("签到");
            card(visit.reads("请刷卡"), chen).reads("忘了签退").reads("签到成功").look("kiosk-missed");
            visit.press("English").reads("You are checked in").reads("you forgot to check out");
            village.village.clock.pass(Duration.ofMinutes(30));
            card(visit.reads("Who is next"), chen)
                    .reads("Check out now?")
                    .look("kiosk-out-en")
                    .press("Check out");
            visit.reads("You are checked out").look("kiosk-checked-out-en");
        }
    }

    @Test
    void sentTwiceACheckInIsOneAndSaysTheSame() {
        VolunteerNo sun = village.village.enrol("孙大海", null);
        Browser browser = village.village.browser();
        browser.cookies.put("linli-kiosk", device);
        String[] sent = {
            "token", Browser.tokenIn(browser.get("/kiosk/check").body()),
            "request", "0123456789abcdef-sun",
            "number", sun.toString()
        };
        Browser.Answer first = browser.form("/kiosk/check", sent);
        assertTrue(first.told().startsWith("303 → /kiosk/check/"), first.told());
        village.village.restart();
        assertEquals(first.told(), browser.form("/kiosk/check", sent).told(), "a device's form outlives a restart");
        assertTrue(browser.get("/kiosk/check").body().contains("<noscript><meta http-equiv=\"refresh\""));
    }

    @Test
    void withAPinSomebodySeesTheirHoursAndPointsAndLeaves() {
        try (Visit visit = atKiosk().expectingRefusals()) {
            visit.open("/kiosk").press("我的时长").reads("您的志愿者编号");
            assertEquals("/kiosk/sign-in", visit.path());
            inLandscape(visit, "kiosk-number-wide");
            card(visit, village.zhang).reads("请输入密码").look("kiosk-pin");
            inLandscape(visit, "kiosk-pin-wide");
            keys(visit, "9753").press("确定").reads("编号与密码不相符");
            keys(visit, Village.PIN).press("确定").reads("张桂兰，您好").look("kiosk-me");
            assertEquals("/kiosk/me", visit.path());
            village.village.sync = Optional.of(metTheCounty());
            inLandscape(visit.press("回首页").reads("张桂兰，您好！请选择"), "kiosk-home-known-wide");
            village.village.sync = Optional.empty();
            visit.press("我的时长").reads("我的积分");
            visit.press("English").reads("My points").look("kiosk-me-en");
            visit.press("Smaller text").reads("Large text").look("kiosk-me-standard-en");
            visit.press("I am done").reads("您好！请选择要办的事");
            assertEquals("kiosk elder", visit.page.locator("html").getAttribute("class"));
            visit.open("/kiosk/me");
            assertEquals("/kiosk/sign-in", visit.path());
        }
    }

    @Test
    void whoWalksAwayIsAskedAndThenForgotten() {
        try (Visit visit = atKiosk()) {
            visit.page.clock().install();
            pin(visit.open("/kiosk/me"), village.zhang).reads("张桂兰，您好");
            visit.page.clock().fastForward(46_000);
            visit.reads("您还在吗").look("kiosk-still").press("我还在");
            visit.page.clock().fastForward(40_000);
            assertFalse(visit.page.locator("#still").isVisible());
            visit.page.clock().fastForward(40_000);
            visit.page.waitForURL("**/kiosk");
            assertFalse(visit.reads("请选择要办的事").text().contains("张桂兰"));
            visit.open("/kiosk/me");
            assertEquals("/kiosk/sign-in", visit.path(), "the node has forgotten them, too");
        }
    }

    @Test
    void whoComesNextFindsChineseAndLargeLettersWhoeverWasThereBefore() {
        try (Visit visit = atKiosk()) {
            visit.page.clock().install();
            visit.open("/kiosk")
                    .press("English")
                    .reads("What would you like to do?")
                    .press("Smaller text");
            visit.reads("Large text").page.clock().fastForward(60_000);
            assertFalse(visit.page.locator("#still").isVisible(), "nobody's words are there to be protected");
            visit.page.clock().fastForward(31_000);
            visit.reads("您好！请选择要办的事").press("签到").reads("请刷卡").press("English").reads("Scan your card");
            visit.page.clock().fastForward(80_000);
            visit.reads("您好！请选择要办的事");
        }
        Browser scriptless = village.village.browser();
        scriptless.cookies.put("linli-kiosk", device);
        scriptless.cookies.put("linli-language", "en");
        scriptless.cookies.put("linli-session", "one that is over");
        assertTrue(scriptless.get("/kiosk/check").body().contains("url=/kiosk/left"));
        assertEquals("303 → /kiosk/left", scriptless.get("/kiosk").told());
        assertEquals("303 → /kiosk", scriptless.get("/kiosk/left").told());
        assertEquals(Set.of("linli-kiosk", "linli-form"), scriptless.cookies.keySet());
    }

    @Test
    void aPageIsReadAloudByAVoiceOfTheDeviceAndByNoOther() {
        try (Visit visit = atKiosk()) {
            visit.open("/kiosk").reads("请选择");
            assertFalse(visit.page.locator("[data-does=read]").isVisible(), "this device has no voice");
            visit.page.addInitScript("""
                    window.spoken = [];
                    window.SpeechSynthesisUtterance = function (text) { this.text = text; };
                    Object.defineProperty(window, "speechSynthesis", {value: {
                        getVoices: () => [{lang: "zh-CN", localService: true}, {lang: "en-GB", localService: false}],
                        addEventListener: () => undefined,
                        cancel: () => undefined,
                        speak: words => window.spoken.push(words.text)}});
                    """);
            visit.open("/kiosk").press("读给我听");
            assertTrue(
                    visit.page.evaluate("() => window.spoken.join()").toString().contains("积分超市"));
            visit.press("English").reads("Points shop");
            assertFalse(visit.page.locator("[data-does=read]").isVisible(), "that voice is elsewhere");
        }
    }
}

package linli.node;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import linli.access.Kiosks;
import linli.demo.DemoCommunity;
import linli.demo.DemoPolicy;
import linli.demo.DemoStory;
import linli.entry.VolunteerNo;
import linli.node.begin.FirstRunDesk;
import linli.node.demo.DemoBranch;
import linli.node.demo.DemoCounty;
import linli.node.serve.HttpServer;
import linli.node.serve.HttpSettings;
import linli.web.setup.SetupApplication;

/**
 * Makes the pictures of {@code docs/tour.md} from a small county with an invented year in it: a program, called by {@code
 * scripts/tour}. It stops where a page is not as it was described.
 */
final class Tour {
    private static final int COMMUNITIES = 6;
    private static final int DAYS = 365;
    private static final int PEOPLE = 40;
    private static final long SEED = 2026;
    private static final int QUALITY = 72;
    private static final String SETUP_CODE = "204816";
    private static final HttpSettings ANY_PORT = new HttpSettings("localhost", 0);

    private final Path pictures;

    private Tour(Path pictures) {
        this.pictures = pictures;
    }

    /** The arguments: an empty folder for the county, and where the pictures go. */
    public static void main(String[] args) {
        int exit = 0;
        try {
            take(args);
        } catch (IOException | RuntimeException | AssertionError e) {
            e.printStackTrace();
            exit = 1;
        }
        // The browser's threads would keep the program for ever.
        System.exit(exit);
    }

    private static void take(String[] args) throws IOException {
        Path pictures = Files.createDirectories(Path.of(args[1]));
        DemoStory told = DemoStory.untilYesterday(
                SEED,
                DAYS,
                PEOPLE,
                DemoCommunity.ALL.subList(0, COMMUNITIES),
                DemoPolicy.lasting(DemoPolicy.USUAL_MONTHS));
        DemoCounty.Story story = new DemoCounty.Story(Path.of(args[0]), told, 1, 0);
        try (DemoCounty demo = DemoCounty.make(story, done -> {})) {
            Tour tour = new Tour(pictures);
            DemoBranch branch = demo.branches().get(0);
            URI community = branch.running().orElseThrow().pages();
            tour.firstRun(story.county().resolveSibling("first"));
            tour.kiosk(branch, community);
            tour.volunteer(branch, community);
            tour.desk(community);
            tour.county(demo.county().pages());
        }
    }

    private void firstRun(Path folder) {
        try (HttpServer questions =
                        HttpServer.start(SetupApplication.servlet(SETUP_CODE, new FirstRunDesk(folder)), ANY_PORT);
                Visit founder = Visit.atDesk(questions.address())) {
            founder.open("/").fill("设置码", SETUP_CODE).press("开始设置").reads("这是谁的节点");
            take(founder, "setup-kind");
            founder.press("建立一个新的网络")
                    .fill("名称", "演示县")
                    .fill("日志标识", "demo.linli")
                    .press("下一步");
            founder.fill("姓名", "陈静").fill("账号", "chen").press("下一步").reads("请再核对一遍");
            founder.press("确认，建立节点").reads("请打印，锁进保险柜");
            take(founder, "setup-paper");
        }
    }

    private void kiosk(DemoBranch branch, URI community) {
        Kiosks kiosks = Kiosks.open(branch.node().ledger().node().folder());
        try (Visit kiosk = Visit.atKiosk(community)) {
            String code = kiosks.issue("大厅", Instant.now()).code();
            kiosk.open("/kiosk");
            kiosk.page.locator("input:not([type=hidden])").first().fill(code);
            kiosk.page
                    .locator("main button.main, main button[type=submit]")
                    .first()
                    .click();
            kiosk.reads("您好！请选择要办的事");
            take(kiosk, "kiosk-home");
            kiosk.open("/kiosk/shop");
            take(kiosk, "kiosk-shop");
            kiosk.open("/kiosk/wishes");
            take(kiosk, "kiosk-wishes");
            kiosk.open("/kiosk/check");
            take(kiosk, "kiosk-check");
            redeem(kiosk, branch.withPin().get(0));
        }
    }

    private void redeem(Visit kiosk, VolunteerNo volunteer) {
        kiosk.open("/kiosk/shop");
        for (int goods : List.of(0, 1, 1)) {
            kiosk.page.locator("[id^=more-]").nth(goods).click();
        }
        kiosk.press("去兑换");
        type(kiosk.reads("您的志愿者编号"), volunteer.toString());
        type(kiosk.reads("请输入密码"), DemoBranch.PIN).reads("换这些，对吗");
        take(kiosk, "kiosk-confirm");
        kiosk.press("确定兑换").reads("兑换成功");
        take(kiosk, "kiosk-receipt");
        kiosk.open("/kiosk/me");
        take(kiosk, "kiosk-me");
    }

    /** As a card reader does, and whoever has a keyboard. */
    private static Visit type(Visit kiosk, String text) {
        kiosk.page.keyboard().type(text);
        kiosk.page.keyboard().press("Enter");
        return kiosk;
    }

    private void volunteer(DemoBranch branch, URI community) {
        try (Visit phone = Visit.onPhone(community)) {
            phone.open("/");
            phone.page.locator("#number").fill(branch.withPin().get(0).toString());
            phone.page.locator("#pin").fill(DemoBranch.PIN);
            phone.page.locator("button.main").click();
            phone.reads("我的服务记录");
            take(phone, "me-hours");
            phone.open("/me/points").reads("积分从哪里来");
            take(phone, "me-points");
        }
    }

    private void desk(URI community) {
        try (Visit clerk = signedIn(community, "manager")) {
            take(clerk, "desk-home");
            for (String page : List.of("hours", "volunteers", "publicity", "wishes", "shop", "sync")) {
                clerk.open("/desk/" + page);
                take(clerk, "desk-" + page);
            }
        }
        try (Visit clerk = signedIn(community, "clerk").inEnglish()) {
            clerk.open("/desk");
            take(clerk, "desk-home-en");
        }
    }

    private void county(URI county) {
        try (Visit admin = signedIn(county, "admin")) {
            admin.open("/county");
            take(admin, "county");
            admin.open("/county/policy");
            take(admin, "county-policy");
            admin.open("/county/entries/1-100");
            take(admin, "county-entry");
            admin.open("/county/audit");
            admin.page.locator("main form button.main").click();
            admin.page.locator("a[href^='/county/audit/reports/']").first().click();
            admin.reads("审计报告");
            take(admin, "county-audit");
        }
        try (Visit screen = Visit.atBigScreen(county)) {
            signIn(screen, "admin");
            screen.open("/screen");
            screen.page.waitForTimeout(2_500);
            take(screen, "screen");
        }
    }

    private static Visit signedIn(URI node, String handle) {
        return signIn(Visit.atDesk(node), handle);
    }

    private static Visit signIn(Visit visit, String handle) {
        visit.open("/desk/sign-in").fill("账号", handle).fill("密码", DemoBranch.PASSWORD);
        visit.page.locator("button.main").click();
        visit.page.waitForURL(url -> !url.contains("sign-in"));
        return visit;
    }

    /** What is seen at first look, not the whole page. */
    private void take(Visit visit, String name) {
        visit.look(name);
        visit.page.screenshot(new Page.ScreenshotOptions()
                .setPath(pictures.resolve(name.toLowerCase(Locale.ROOT) + ".jpg"))
                .setType(ScreenshotType.JPEG)
                .setQuality(QUALITY));
        System.err.println(name);
    }
}

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
import linli.node.demo.DemoBranch;
import linli.node.demo.DemoCounty;

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
            tour.kiosk(branch, community);
            tour.volunteer(branch, community);
            tour.desk(community);
            tour.county(demo.county().pages());
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
        }
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
            for (String page : List.of("hours", "volunteers", "publicity", "wishes", "shop")) {
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
            admin.open("/county/findings");
            take(admin, "county-findings");
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

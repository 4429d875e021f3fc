package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.PointsEvent.Basis;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.ShopEvent;
import linli.entry.ShopEvent.ItemListed;
import linli.entry.ShopEvent.PointsRedeemed;
import linli.entry.ShopEvent.StockReceived;
import linli.entry.VolunteerNo;
import linli.entry.WishEvent.Kind;
import linli.entry.WishEvent.WishClaimed;
import linli.entry.WishEvent.WishPosted;
import linli.report.Reports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The county's big screen, in a real browser. */
class BigScreenTest {
    private static final Actor CLERK = CountyHouse.Community.CLERK;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    static Path folder;

    private static CountyHouse house;
    private static CountyHouse.Community heping;
    private static VolunteerNo zhang;
    private static EntryId visiting;
    private static String device;

    @BeforeAll
    static void found() {
        house = new CountyHouse(folder);
        device = house.deviceToken();
        heping = house.enrol("heping", "和平社区").begin();
        zhang = heping.volunteer();
        visiting = heping.activity("陪独居老人聊天", "elder-care");
        EntryId cleaning = heping.activity("清扫楼道", "environment");
        for (int month = 0; month < 12; month++) {
            heping.serve(zhang, visiting, month, 300 + 37 * (month % 5));
            heping.serve(heping.volunteer(), cleaning, month, 200 + 90 * (month % 3));
        }
        shopAndWishes();
        heping.bring();
        try (CountyHouse.Community dongmen = house.enrol("dongmen", "东门社区").begin()) {
            EntryId talk = dongmen.activity("反诈宣讲", "culture");
            dongmen.serve(dongmen.volunteer(), talk, 1, 480);
            dongmen.serve(dongmen.volunteer(), talk, 0, 600);
            dongmen.bring();
        }
    }

    private static void shopAndWishes() {
        heping.write(CountyHouse.Community.MANAGER, new PointsAdjusted(zhang, 90, Basis.CIVIC_ACT, "帮助邻居", null));
        EntryId soap = heping.write(CountyHouse.Community.MANAGER, new ItemListed("肥皂", "块", 5, null));
        heping.write(CLERK, new StockReceived(soap, 20, null));
        heping.write(CLERK, new PointsRedeemed(zhang, List.of(new ShopEvent.Line(soap, 4)), 20));
        LocalDate lastDay = LocalDate.of(2026, 12, 1);
        for (Kind kind : List.of(Kind.WISH, Kind.ORDER, Kind.ORDER, Kind.REPAIR)) {
            EntryId wish = heping.write(CLERK, new WishPosted(kind, null, "换灯泡", null, 5, lastDay));
            house.pass(Duration.ofMinutes(25));
            if (kind == Kind.ORDER) {
                heping.write(CLERK, new WishClaimed(wish, zhang, null));
            }
        }
    }

    @AfterAll
    static void close() {
        heping.close();
        house.close();
    }

    private static Visit onTheWall() {
        Visit visit = Visit.atBigScreen(house.address()).cookie("linli-kiosk", device);
        visit.page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        return visit;
    }

    @Test
    void aPairedDeviceShowsTheCountyAndFollowsItByItself() {
        try (Visit wall = onTheWall()) {
            wall.open("/screen").page.waitForSelector("#pulse.live");
            assertEquals(6, wall.page.locator(".chart canvas").count());
            wall.look("screen");
            Object scrolls = wall.page.evaluate("() => document.documentElement.scrollHeight > innerHeight");
            assertEquals(false, scrolls, "everything is seen at once");
            String before = wall.page.locator("#hours").innerText();
            assertFalse(wall.text().contains(zhang.toString()), "nobody is shown");

            heping.serve(zhang, visiting, 0, 600);
            heping.bring();
            wall.page.waitForFunction("before => document.getElementById('hours').innerText !== before", before);
            assertEquals(
                    Math.round(Reports.hours(house.ledger.books()).approvedMinutes() / 60.0),
                    Long.parseLong(wall.page.locator("#hours").innerText().replace(",", "")));
            String heard = wall.page.locator("#ranking").getAttribute("aria-label");
            assertTrue(heard.contains("和平社区") && heard.contains("东门社区"), heard);

            wall.press("以表格显示").reads("社区活跃排行").look("screen-tables");
        }
    }

    @Test
    void whoeverComesTooManyIsToldLaterAndFollowsAsSoonAsThereIsRoom() throws Exception {
        List<InputStream> others = new ArrayList<>();
        try (Visit wall = onTheWall().expectingRefusals()) {
            HttpResponse<InputStream> other = listen("GET");
            for (; other.statusCode() == 200; other = listen("GET")) {
                others.add(other.body());
                assertEquals(200, listen("HEAD").statusCode(), "who only asks takes nobody's place");
            }
            assertEquals(503, other.statusCode());
            assertTrue(others.size() <= 16, () -> others.size() + " listen");
            wall.page.clock().install();
            wall.open("/screen").reads("稍后自动更新").look("screen-later");
            String before = wall.page.locator("#hours").innerText();
            heping.serve(zhang, visiting, 0, 600);
            heping.bring();
            wall.page.clock().runFor(31_000);
            wall.page.waitForFunction("before => document.getElementById('hours').innerText !== before", before);
            for (InputStream gone : others) {
                gone.close();
            }
            heping.serve(zhang, visiting, 0, 60);
            heping.bring();
            for (int i = 0; i < 20 && !wall.page.locator("#pulse.live").isVisible(); i++) {
                wall.page.clock().runFor(31_000);
                wall.page.waitForTimeout(500);
            }
            assertTrue(wall.page.locator("#pulse.live").isVisible());
        }
    }

    /** A device that listens without a browser. */
    private static HttpResponse<InputStream> listen(String method) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(house.address().resolve("/screen/live"))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Accept", "text/event-stream")
                .header("Cookie", "linli-kiosk=" + device)
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
    }

    @Test
    void silenceIsBrokenByAHeartbeatAndAScreenEndsAndComesBackWithTheNode() throws Exception {
        // Whoever listened before is gone with it, and has left their places.
        house.restart(() -> {});
        HttpResponse<InputStream> listener = listen("GET");
        assertEquals(
                "text/event-stream",
                listener.headers().firstValue("Content-Type").orElseThrow());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(listener.body(), StandardCharsets.UTF_8));
                Visit wall = onTheWall().expectingRefusals()) {
            wall.open("/screen").page.waitForSelector("#pulse.live");
            String line = lines.readLine();
            while (!line.equals(":")) {
                line = Objects.requireNonNull(lines.readLine());
            }
            house.restart(() -> {
                assertTrue(ends(lines), "it ends at once, and not when somebody speaks next");
                wall.page.waitForSelector("#later:not([hidden])");
            });
            wall.page.waitForSelector("#pulse.live");
        }
    }

    /** Reads past what was said before the end. */
    private static boolean ends(BufferedReader lines) {
        return CompletableFuture.supplyAsync(() -> {
                    try {
                        lines.lines().forEach(line -> {});
                    } catch (UncheckedIOException e) {
                        // Cut off is an end, too.
                    }
                    return true;
                })
                .completeOnTimeout(false, LONG.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    @Test
    void itIsEnglishToo() {
        try (Visit wall = onTheWall().inEnglish()) {
            wall.open("/screen").page.waitForSelector("#pulse.live");
            wall.reads("Most active communities").look("screen-en");
        }
    }

    @Test
    void onASmallScreenThePanelsStandBelowEachOther() {
        try (Visit phone = Visit.onPhone(house.address()).cookie("linli-kiosk", device)) {
            phone.open("/screen").page.waitForSelector("#pulse.live");
            phone.look("screen-phone");
        }
    }

    @Test
    void whoHasNoOfficeIsLedToTheDoor() {
        try (Visit nobody = Visit.atBigScreen(house.address())) {
            nobody.open("/screen");
            assertEquals("/desk/sign-in", nobody.path());
        }
    }
}

package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
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

    @TempDir
    static Path folder;

    private static CountyHouse house;
    private static CountyHouse.Community heping;
    private static VolunteerNo zhang;
    private static EntryId visiting;

    @BeforeAll
    static void found() {
        house = new CountyHouse(folder);
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
        Visit visit = Visit.atBigScreen(house.address()).cookie("linli-kiosk", house.deviceToken());
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
    void itIsEnglishToo() {
        try (Visit wall = onTheWall().inEnglish()) {
            wall.open("/screen").page.waitForSelector("#pulse.live");
            wall.reads("Most active communities").look("screen-en");
        }
    }

    @Test
    void onASmallScreenThePanelsStandBelowEachOther() {
        try (Visit phone = Visit.onPhone(house.address()).cookie("linli-kiosk", house.deviceToken())) {
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

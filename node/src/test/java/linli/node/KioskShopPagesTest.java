package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.PointsEvent.Basis;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.ShopEvent.ItemListed;
import linli.entry.ShopEvent.ItemPictured;
import linli.entry.ShopEvent.ItemRepriced;
import linli.entry.ShopEvent.Line;
import linli.entry.ShopEvent.PointsRedeemed;
import linli.entry.ShopEvent.StockReceived;
import linli.entry.VolunteerNo;
import linli.ledger.Redemption;
import linli.picture.Picture;
import linli.picture.Pictures;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The points shop at a kiosk: whatever happens on the way, it is taken once. */
class KioskShopPagesTest {
    @TempDir
    static Path folder;

    private static StaffedVillage village;
    private static String device;
    private static EntryId rice;
    private static EntryId oil;
    private static EntryId haircut;
    private static EntryId soap;

    @BeforeAll
    static void found() throws IOException {
        village = new StaffedVillage(folder);
        device = village.kioskToken();
        rice = item("东北大米 5kg", "袋", 20, 9, null);
        oil = item("菜籽油", "桶", 15, 1, null);
        item("洗衣液", "瓶", 8, 0, null);
        haircut = item("上门理发", "次", 12, 5, 90);
        soap = item("香皂", "块", 2, 40, null);
        Picture picture = Picture.of(drawing());
        new Pictures(folder).put(picture);
        village.village.write(Village.CLERK, new ItemPictured(rice, picture.hash()));
    }

    @AfterAll
    static void close() {
        village.close();
    }

    private static EntryId item(String name, String unit, long points, int stock, Integer validDays) {
        EntryId item = village.village.write(Village.CLERK, new ItemListed(name, unit, points, validDays));
        if (stock > 0) {
            village.village.write(Village.CLERK, new StockReceived(item, stock, null));
        }
        return item;
    }

    private static byte[] drawing() throws IOException {
        BufferedImage image = new BufferedImage(160, 160, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0xf3ece2));
        pen.fillRect(0, 0, 160, 160);
        pen.setColor(new Color(0xb8792a));
        pen.fillRoundRect(40, 24, 80, 116, 20, 20);
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    private static VolunteerNo withPoints(String name, int points) {
        VolunteerNo who = village.village.enrol(name, Village.PIN);
        village.village.write(
                new Actor.Staff("lin"), new PointsAdjusted(who, points, Basis.OPENING_BALANCE, "旧账结转", null));
        return who;
    }

    private static List<Redemption> of(VolunteerNo who) {
        return village.village.ledger.books().shop().redemptions(who, null, 10);
    }

    private static Visit atKiosk() {
        return Visit.atKiosk(village.address()).cookie("linli-kiosk", device).expectingRefusals();
    }

    private static Visit type(Visit visit, Object text) {
        visit.page.keyboard().type(text.toString());
        visit.page.keyboard().press("Enter");
        return visit;
    }

    private static Visit signIn(Visit visit, VolunteerNo who) {
        type(visit.reads("您的志愿者编号"), who);
        return type(visit.reads("请输入密码"), Village.PIN);
    }

    /** Puts so many of an item into the basket, one after the other. */
    private static Visit take(Visit visit, EntryId item, int quantity) {
        for (int taken = 1; taken <= quantity; taken++) {
            visit.page.locator("#more-" + item).click();
            visit.page
                    .locator("#less-" + item + " + [aria-label='已选 " + taken + "']")
                    .waitFor();
        }
        return visit;
    }

    @Test
    void whatIsChosenIsTakenOnceHoweverOftenItIsAskedFor() {
        VolunteerNo wu = withPoints("吴秀兰", 60);
        try (Visit visit = atKiosk()) {
            visit.open("/kiosk").press("积分超市").reads("东北大米").look("kiosk-shop");
            visit.page.setViewportSize(360, 800);
            visit.look("kiosk-shop-narrow");
            visit.page.setViewportSize(1080, 1920);
            take(visit, rice, 2).reads("40 分").press("去兑换");
            signIn(visit, wu).reads("换这些，对吗").reads("还剩").look("kiosk-confirm");
            visit.page.reload();
            Page other = visit.anotherWindow(
                    visit.page.url().replace(village.address().toString(), ""));
            visit.press("确定兑换").reads("兑换成功").look("kiosk-receipt");
            String receipt = visit.path();
            other.getByText("确定兑换").click();
            other.waitForURL("**" + receipt);
            other.goBack();
            other.waitForURL("**" + receipt);
            assertEquals(1, of(wu).size());
            assertEquals(40, of(wu).get(0).points());
            visit.press("English")
                    .reads("Print the receipt")
                    .look("kiosk-receipt-en")
                    .press("中文");
            paper(visit.reads("打印小票"), 219, "kiosk-receipt-58mm");
            paper(visit, 302, "kiosk-receipt-80mm");
        }
    }

    /** A roll of so many pixels, at 96 for an inch. */
    private static void paper(Visit visit, int width, String picture) {
        visit.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        visit.page.setViewportSize(width, 900);
        visit.look(picture);
    }

    @Test
    void aNodeThatGoesAwayInTheMiddleLosesNothing() {
        VolunteerNo zhou = withPoints("周建军", 50);
        try (Visit visit = atKiosk()) {
            take(visit.open("/kiosk/shop"), rice, 1).press("去兑换");
            signIn(visit, zhou).reads("换这些，对吗");
            village.village.close();
            visit.press("确定兑换").reads("正在等待节点回应").look("kiosk-away");
            village.village.startAgain();
            visit.reads("已经恢复").press("确定兑换");
            signIn(visit, zhou).reads("换这些，对吗").press("确定兑换").reads("兑换成功");
            assertEquals(1, of(zhou).size());
        }
    }

    @Test
    void whatCannotBeIsSaidKindlyAndTakesNoPoints() {
        VolunteerNo zheng = withPoints("郑小红", 30);
        try (Visit visit = atKiosk();
                Visit poor = atKiosk()) {
            take(poor.open("/kiosk/shop"), rice, 2).reads("40 分").press("去兑换");
            signIn(poor, zheng).reads("积分还差 10 分").look("kiosk-not-enough").press("改一改");
            poor.reads("还差 10 分").press("我办完了").reads("请选择");

            take(visit.open("/kiosk/shop"), oil, 1).press("去兑换");
            signIn(visit, zheng).reads("换这些，对吗");
            village.village.write(Village.CLERK, new ItemRepriced(oil, 16));
            visit.press("确定兑换").reads("价格刚刚变了").look("kiosk-price-differs");
            village.village.write(Village.CLERK, new PointsRedeemed(village.zhang, lines(oil), 16));
            village.village.write(Village.CLERK, new ItemRepriced(oil, 15));
            visit.press("确定兑换").reads("库存不够");
            assertEquals(List.of(), of(zheng));
        }
    }

    @Test
    void whoHasTakenEnoughForTodayIsToldSoCalmly() {
        VolunteerNo tang = withPoints("唐慧", 30);
        for (int times = 0; times < 5; times++) {
            village.village.write(Village.CLERK, new PointsRedeemed(tang, lines(soap), 2));
        }
        try (Visit visit = atKiosk()) {
            take(visit.open("/kiosk/shop"), soap, 1).press("去兑换");
            signIn(visit, tang).reads("换这些，对吗").press("确定兑换");
            visit.reads("今天的次数已满").reads("请明天再来兑换").look("kiosk-day-limit");
            assertEquals(5, of(tang).size());
            assertEquals(20, village.village.ledger.books().held(tang));
        }
    }

    @Test
    void fromTheShelfToTheReceiptInEnglishOnAScreenThatLies() {
        VolunteerNo qian = withPoints("钱文", 30);
        try (Visit visit = Visit.atBigScreen(village.address()).cookie("linli-kiosk", device)) {
            visit.inEnglish().open("/kiosk").reads("What would you like to do?").press("Points shop");
            visit.reads("to be used within 90 days").look("kiosk-shop-wide-en");
            visit.page.locator("#more-" + soap).click();
            visit.page.locator("#less-" + soap).waitFor();
            visit.press("Next");
            type(visit.reads("What is your number?"), qian);
            type(visit.reads("Please type your PIN"), Village.PIN);
            visit.reads("Is this what you want?").look("kiosk-confirm-wide-en").press("Yes, for 2 points");
            visit.reads("It is yours")
                    .look("kiosk-receipt-wide-en")
                    .press("I am done")
                    .reads("您好！请选择要办的事");
            assertEquals(1, of(qian).size());
        }
    }

    private static List<Line> lines(EntryId item) {
        return List.of(new Line(item, 1));
    }

    @Test
    void aKeyboardAloneIsEnough() {
        VolunteerNo feng = withPoints("冯国庆", 20);
        try (Visit visit = atKiosk()) {
            visit.open("/kiosk");
            follow(visit, "积分超市").reads("还有");
            follow(visit, "＋").reads("－");
            follow(visit, "去兑换");
            signIn(visit, feng).reads("换这些，对吗");
            follow(visit, "确定兑换").reads("兑换成功");
            assertEquals(1, of(feng).size());
            follow(visit, "我办完了").reads("您好！请选择要办的事");
        }
    }

    /** Tabs until something of this name has the focus, and presses Enter. */
    private static Visit follow(Visit visit, String name) {
        for (int i = 0; i < 40; i++) {
            visit.page.keyboard().press("Tab");
            Object focused = visit.page.evaluate("() => document.activeElement.innerText");
            if (focused.toString().contains(name)) {
                visit.page.keyboard().press("Enter");
                return visit;
            }
        }
        throw new AssertionError("no key leads to " + name);
    }

    @Test
    void withoutAScriptItGoesByFormsAndIsOneAllTheSame() {
        VolunteerNo xu = withPoints("许文", 30);
        Browser browser = village.village.browser();
        browser.cookies.put("linli-kiosk", device);
        String next = "/kiosk/shop/confirm?basket=" + rice + ".1&request=0123456789abcdef-xu";
        assertEquals("303 → /kiosk/sign-in", browser.get(next).told());
        String token = Browser.tokenIn(browser.get("/kiosk/sign-in").body());
        assertEquals(
                "303 → /kiosk/shop/confirm",
                browser.form(
                                "/kiosk/sign-in",
                                "token",
                                token,
                                "next",
                                next,
                                "number",
                                xu.toString(),
                                "pin",
                                Village.PIN)
                        .told());
        String page = browser.get(next).body();
        assertTrue(page.contains("name=\"request\" value=\"0123456789abcdef-xu\""), page);
        String first = redeem(browser, Browser.tokenIn(page)).told();
        assertTrue(first.startsWith("303 → /kiosk/shop/receipts/"), first);
        assertEquals(first, redeem(browser, Browser.tokenIn(page)).told());
        assertEquals(first, browser.get(next).told(), "loaded anew, the question shows its answer");
        assertEquals(403, redeem(browser, "somebody else's").status());
        assertEquals(1, of(xu).size());
    }

    private static Browser.Answer redeem(Browser browser, String token) {
        return browser.form(
                "/kiosk/shop/redemptions",
                "token",
                token,
                "request",
                "0123456789abcdef-xu",
                "basket",
                rice + ".1",
                "points",
                "20");
    }

    @Test
    void aServiceThatIsPaidForIsShownAtTheCounterAsACoupon() {
        VolunteerNo wei = withPoints("卫平", 30);
        try (Visit visit = atKiosk()) {
            signIn(visit.open("/kiosk/coupons"), wei).reads("现在没有可以用的服务券").look("kiosk-coupons-none");
            take(visit.press("去积分超市").reads("上门理发"), haircut, 2).press("去兑换");
            visit.reads("换这些，对吗").press("确定兑换").reads("兑换成功").look("kiosk-receipt-coupons");
            visit.press("看我的服务券").reads("还有 2 次").look("kiosk-coupons");
            String number = of(wei).get(0).id().toString();
            assertTrue(visit.text().contains(number));
            assertEquals("/kiosk/coupons", visit.path());
        }
    }

    @Test
    void nobodyElseReadsAReceipt() {
        VolunteerNo han = withPoints("韩梅", 20);
        EntryId taken = village.village.write(new Actor.Volunteer(han), new PointsRedeemed(han, lines(rice), 20));
        try (Visit visit = atKiosk()) {
            visit.open("/kiosk/me");
            signIn(visit, village.li).reads("李建国");
            visit.open("/kiosk/shop/receipts/" + taken).reads("没有这个页面").look("kiosk-not-found");
            assertTrue(visit.page.url().endsWith(taken.toString()));
        }
    }
}

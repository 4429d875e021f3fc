package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.RequestId;
import linli.entry.VolunteerNo;
import linli.entry.WishEvent.Kind;
import linli.entry.WishEvent.WishAccepted;
import linli.entry.WishEvent.WishClaimed;
import linli.entry.WishEvent.WishFulfilled;
import linli.entry.WishEvent.WishPosted;
import linli.ledger.Wish;
import linli.office.WishDesk;
import linli.profile.WishDetails;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wall of wishes at a kiosk. */
class KioskWishPagesTest {
    @TempDir
    static Path folder;

    @TempDir
    static Path nextDoor;

    private static StaffedVillage village;
    private static Neighbour neighbour;
    private static String device;

    @BeforeAll
    static void found() {
        village = new StaffedVillage(folder);
        device = village.kioskToken();
        neighbour = new Neighbour(nextDoor.resolve("dongmen"), village.village);
    }

    @AfterAll
    static void close() {
        neighbour.close();
        village.close();
    }

    private static Wish wish(String title) {
        WishDesk.Asking asking = new WishDesk.Asking(
                Kind.WISH,
                null,
                title,
                new WishDetails("眼睛看不清小字", "和平里三号楼 201", "赵奶奶", "13800000000"),
                null,
                null,
                RequestId.random());
        return village.village
                .ledger
                .books()
                .wishes()
                .find(village.village
                        .office
                        .wishes()
                        .post(asking, Village.CLERK)
                        .idOrThrow())
                .orElseThrow();
    }

    private static Visit atKiosk() {
        return Visit.atKiosk(village.address()).cookie("linli-kiosk", device).expectingRefusals();
    }

    /** Zhang asks, it hangs on the wall, and Li says that it is done. */
    private static EntryId saidToBeDone(String title) {
        Village node = village.village;
        EntryId wish = node.write(
                new Actor.Volunteer(village.zhang),
                new WishPosted(
                        Kind.WISH, village.zhang, title, null, 5, node.today().plusDays(9)));
        node.write(Village.CLERK, new WishAccepted(wish));
        node.write(new Actor.Volunteer(village.li), new WishClaimed(wish, village.li, null));
        node.write(new Actor.Volunteer(village.li), new WishFulfilled(wish, null));
        return wish;
    }

    private static Visit signIn(Visit visit) {
        visit.reads("您的志愿者编号").page.keyboard().type(village.zhang + "\n");
        visit.reads("请输入密码").page.keyboard().type(Village.PIN + "\n");
        return visit;
    }

    private static Wish.State state(EntryId wish) {
        return village.village.ledger.books().wishes().find(wish).orElseThrow().state();
    }

    @Test
    void aWishIsTakenOnLeftToOthersTakenAgainAndDone() {
        try (Visit visit = atKiosk()) {
            visit.open("/kiosk/wishes").reads("现在没有等待认领的心愿").look("kiosk-wishes-empty");
            Wish glasses = wish("想要一副老花镜");
            wish("想听一段京剧");
            visit.open("/kiosk/wishes").reads("想要一副老花镜").look("kiosk-wishes").press("想要一副老花镜");
            visit.reads("我来帮忙");
            assertFalse(visit.text().contains("赵奶奶"), "the wall tells no address");
            signIn(visit.press("我来帮忙")).reads("我来帮忙").press("我来帮忙").reads("认领成功");
            visit.reads("赵奶奶").look("kiosk-wish-claimed");
            visit.press("让给别人").reads("为什么办不了").look("kiosk-release");
            visit.press("临时有事").reads("已经让给别人了");
            assertEquals(Wish.State.OPEN, state(glasses.id()));
            visit.press("我来帮忙").reads("认领成功");
            visit.open("/kiosk/wishes/mine").reads("我要办的").look("kiosk-mine").press("想要一副老花镜");
            visit.press("已经办好了").reads("辛苦了");
            assertEquals(Wish.State.FULFILLED, state(glasses.id()));
        }
    }

    @Test
    void somebodyAsksForSomething() {
        try (Visit visit = atKiosk()) {
            visit.open("/kiosk/wishes/new");
            signIn(visit).reads("您需要什么").look("kiosk-ask").press("报修").reads("什么坏了");
            visit.press("提交").reads("有一项没有填");
            visit.page.getByText("水管漏水").click();
            assertEquals("水管漏水", visit.page.locator("#title").inputValue(), "what is pressed is filled in");
            visit.look("kiosk-ask-pressed")
                    .fill("或者自己写一句", "三楼楼道灯不亮")
                    .press("写下地址、联系人或电话")
                    .fill("电话", "not a phone")
                    .look("kiosk-ask-what");
            visit.press("提交").reads("资料有误");
            visit.fill("电话", "138 0000 0000").press("提交").reads("已经提交").reads("三楼楼道灯不亮");
        }
    }

    @Test
    void withoutAScriptWhatIsPressedIsSentAndWhoAsksIsCalledAsTheNodeKnowsThem() {
        Village node = village.village;
        node.office.correct(
                village.li, known -> known.toBuilder().phone("138 1234 5678").build());
        Browser browser = node.browser();
        browser.cookies.put("linli-kiosk", device);
        String page = atForm(browser, village.li, "/kiosk/wishes/new?kind=order");
        assertTrue(page.contains("尾号 5678") && !page.contains("13812345678"), page);
        String[] sent = {
            "token", Browser.tokenIn(page),
            "request", "0123456789abcdef-li",
            "kind", "order",
            "common", "代取药",
            "title", "",
            "call-me", "yes"
        };
        assertEquals(
                "303 → /kiosk/wishes/mine", browser.form("/kiosk/wishes", sent).told());
        Wish asked = node.ledger.books().wishes().open().stream()
                .filter(wish -> village.li.equals(wish.wisher()))
                .findFirst()
                .orElseThrow();
        assertEquals("代取药", asked.title());
        assertEquals(
                Optional.of(new WishDetails(null, null, "李建国", "13812345678")),
                node.office.wishes().details(asked.id(), Village.CLERK));
    }

    @Test
    void whatWasTypedStandsThereWhenThePinIsGivenAgain() {
        try (Visit visit = atKiosk()) {
            signIn(visit.open("/kiosk/wishes/new?kind=suggestion")).reads("您有什么好主意");
            visit.fill("或者自己写一句", "东门口装一个雨棚");
            village.village.restart();
            visit.press("提交").reads("请再输一次编号和密码").look("kiosk-words-kept");
            signIn(visit).reads("您刚才写的还在").look("kiosk-ask-again");
            assertEquals("东门口装一个雨棚", visit.page.locator("#title").inputValue());
            visit.press("English")
                    .reads("What you wrote is still here")
                    .press("中文")
                    .reads("您刚才写的还在");
            visit.press("提交").reads("已经提交").reads("东门口装一个雨棚");

            visit.page.clock().install();
            visit.open("/kiosk/wishes/new?kind=help").reads("需要帮什么忙");
            visit.fill("或者自己写一句", "帮我把旧柜子搬下楼");
            visit.page.clock().fastForward(80_000);
            visit.page.waitForURL("**/kiosk");
            signIn(visit.open("/kiosk/wishes/new")).reads("接着写刚才的").look("kiosk-ask-begun");
            visit.press("接着写刚才的").reads("您刚才写的还在");
            assertEquals("帮我把旧柜子搬下楼", visit.page.locator("#title").inputValue());
        }
    }

    @Test
    void nobodyElseReadsWhatWasTypedAndSoonNobodyDoes() {
        Browser browser = village.village.browser();
        browser.cookies.put("linli-kiosk", village.kioskToken());
        String form = "/kiosk/wishes/new?kind=help";
        String page = atForm(browser, village.zhang, form);
        browser.cookies.remove("linli-session");
        String[] typed = {
            "token", Browser.tokenIn(page),
            "request", "0123456789abcdef-kept",
            "mark", page.replaceFirst("(?s).*name=\"mark\" value=\"([^\"]+)\".*", "$1"),
            "kind", "help",
            "title", "只给自己看的话",
            "phone", "13800001111"
        };
        Browser.Answer kept = browser.form("/kiosk/wishes", typed);
        assertEquals("303 → /kiosk/sign-in", kept.told());
        assertFalse(kept.header("Location").contains("13800001111"), "no word is in an address");
        assertFalse(atForm(browser, village.li, form).contains("只给自己看的话"));
        String theirs = atForm(browser, village.zhang, form);
        assertTrue(theirs.contains("只给自己看的话") && theirs.contains("0123456789abcdef-kept"), theirs);
        village.village.clock.pass(Duration.ofMinutes(11));
        assertFalse(atForm(browser, village.zhang, form).contains("只给自己看的话"));
    }

    @Test
    void wishesAreThereInEnglish() {
        Wish stool = wish("一把结实的小凳子");
        EntryId watered = saidToBeDone("帮我浇花");
        try (Visit visit = atKiosk().inEnglish()) {
            visit.open("/kiosk")
                    .press("Wishes")
                    .reads("一把结实的小凳子")
                    .look("kiosk-wishes-en")
                    .press("一把结实的小凳子");
            visit.reads("Waiting for somebody").press("I will do it");
            visit.reads("What is your number?").page.keyboard().type(village.zhang + "\n");
            visit.reads("Please type your PIN").page.keyboard().type(Village.PIN + "\n");
            visit.reads("I will do it")
                    .press("I will do it")
                    .reads("It is yours to do")
                    .look("kiosk-wish-claimed-en");
            visit.press("I cannot").reads("Why not?").look("kiosk-release-en").press("I will do it after all");
            visit.reads("It is done").press("It is done").reads("Thank you!");
            assertEquals(Wish.State.FULFILLED, state(stool.id()));
            visit.open("/kiosk/wishes/" + watered)
                    .press("Yes, it is done")
                    .reads("How was it done?")
                    .look("kiosk-agree-en");
            visit.press("Very well").reads("Thank you! It is done.");
            visit.open("/kiosk/wishes/new")
                    .reads("What do you need?")
                    .press("Service")
                    .reads("Which service?")
                    .look("kiosk-ask-what-en");
            visit.page.getByText("Company to the doctor").click();
            visit.press("Send")
                    .reads("It is sent")
                    .reads("Company to the doctor")
                    .look("kiosk-mine-en");
        }
    }

    /** Signs in, whoever was before, and asks for a page. */
    private static String atForm(Browser browser, VolunteerNo who, String page) {
        browser.cookies.remove("linli-session");
        String token = Browser.tokenIn(browser.get("/kiosk/sign-in").body());
        browser.form("/kiosk/sign-in", "token", token, "next", page, "number", who.toString(), "pin", Village.PIN);
        return browser.get(page).body();
    }

    @Test
    void whoAskedSaysWhetherItIsDone() {
        EntryId read = saidToBeDone("请人读报");
        EntryId lamp = saidToBeDone("换灯泡");
        try (Visit visit = atKiosk()) {
            signIn(visit.open("/kiosk/wishes/mine")).reads("请您确认").look("kiosk-mine-to-confirm");
            visit.press("请人读报").reads("对方说已经办好了").look("kiosk-wish-said-done");
            visit.press("办好了，我来确认").reads("办得怎么样").look("kiosk-agree");
            assertEquals(Wish.State.FULFILLED, state(read), "a question is asked first");
            visit.press("非常满意").reads("已经确认，谢谢您");
            assertEquals(Wish.State.CONFIRMED, state(read));

            visit.open("/kiosk/wishes/" + lamp).press("还没有办好").reads("哪里还没有办好").look("kiosk-objection");
            visit.press("只办了一部分").reads("会重新挂出来").reads("等待有人认领");
            assertEquals(Wish.State.OPEN, state(lamp));

            visit.press("不需要了，撤回").reads("不需要帮忙了吗").look("kiosk-withdrawal");
            visit.press("还需要，先留着").reads("换灯泡").press("不需要了，撤回");
            visit.press("事情已经解决了").reads("已经撤回。").look("kiosk-wish-withdrawn");
            assertEquals(Wish.State.CLOSED, state(lamp));
            visit.open("/kiosk/wishes/" + lamp + "/withdrawal").reads("没有这个页面");
        }
    }

    @Test
    void aWishOfAnotherCommunityIsAskedForAndTheAnswerIsTold() {
        Village node = village.village;
        EntryId errand = neighbour.write(new WishPosted(
                Kind.ORDER, null, "代买菜和日用品", null, 6, node.today().plusDays(9)));
        try (Visit visit = atKiosk()) {
            visit.open("/kiosk/wishes").press("外社区的心愿").reads("东门社区").look("kiosk-elsewhere");
            signIn(visit.press("代买菜和日用品").reads("同意以后才算认领").press("我想去帮忙")).reads("我想去帮忙");
            visit.look("kiosk-afar").press("我想去帮忙").reads("等待东门社区答复").look("kiosk-afar-waits");
            visit.press("我不去了").reads("不去帮忙了吗").press("路太远了").reads("已经告诉那个社区");
            visit.press("我想去帮忙").reads("等待东门社区答复");
            EntryId asked = node.ledger
                    .books()
                    .wishes()
                    .sentFor(village.zhang, 1)
                    .get(0)
                    .request()
                    .id();
            neighbour.write(new WishClaimed(errand, village.zhang, asked));
            visit.open("/kiosk/wishes/mine").reads("去外社区帮忙").reads("已经同意").press("代买菜和日用品");
            visit.reads("请到那里的服务台问地址").look("kiosk-afar-granted");
        }
    }
}

package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.RequestId;
import linli.entry.ShopEvent.ItemListed;
import linli.entry.ShopEvent.Line;
import linli.entry.ShopEvent.PointsRedeemed;
import linli.entry.ShopEvent.StockReceived;
import linli.entry.WishEvent.Kind;
import linli.entry.WishEvent.WishAccepted;
import linli.entry.WishEvent.WishClaimed;
import linli.entry.WishEvent.WishFulfilled;
import linli.entry.WishEvent.WishPosted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A volunteer with a telephone, in a real browser. */
class MyPagesTest {
    @TempDir
    Path folder;

    private StaffedVillage village;

    @BeforeEach
    void found() {
        village = new StaffedVillage(folder);
    }

    @AfterEach
    void close() {
        village.close();
    }

    private Visit signedIn(Visit phone) {
        phone.open("/");
        phone.page.locator("#number").fill(village.zhang.toString());
        phone.page.locator("#pin").fill(Village.PIN);
        phone.page.locator("button.main").click();
        return phone;
    }

    private EntryId claimed() {
        EntryId wish = village.village.write(
                Village.CLERK,
                new WishPosted(
                        Kind.WISH,
                        null,
                        "换灯泡",
                        null,
                        10,
                        village.village.today().plusDays(9)));
        village.village.write(new Actor.Volunteer(village.zhang), new WishClaimed(wish, village.zhang, null));
        return wish;
    }

    /** Asked for, and said to be done by Li. */
    private void saidToBeDone() {
        EntryId wish = village.village.write(
                new Actor.Volunteer(village.zhang),
                new WishPosted(
                        Kind.WISH,
                        village.zhang,
                        "请人读报",
                        null,
                        5,
                        village.village.today().plusDays(9)));
        village.village.write(Village.CLERK, new WishAccepted(wish));
        village.village.write(new Actor.Volunteer(village.li), new WishClaimed(wish, village.li, null));
        village.village.write(new Actor.Volunteer(village.li), new WishFulfilled(wish, null));
    }

    private void haircut() {
        EntryId item = village.village.write(Village.CLERK, new ItemListed("上门理发", "次", 12, 90));
        village.village.write(Village.CLERK, new StockReceived(item, 5, null));
        village.village.write(
                new Actor.Volunteer(village.zhang), new PointsRedeemed(village.zhang, List.of(new Line(item, 1)), 12));
    }

    @Test
    void everythingThatIsTheirsIsSeenAndDoneOnATelephone() {
        claimed();
        haircut();
        saidToBeDone();
        village.village
                .office
                .setPin(village.zhang, Village.PIN.toCharArray(), Village.CLERK, RequestId.random())
                .orElseThrow()
                .idOrThrow();
        try (Visit phone = signedIn(Visit.onPhone(village.address()))) {
            phone.reads("张桂兰，您好").reads("您的密码是工作人员").look("me-hours");
            phone.press("积分").reads("积分从哪里来").reads("旧账结转").look("me-points");
            phone.press("服务券").reads("上门理发").reads("还有 1 次").look("me-coupons");
            phone.press("心愿").reads("换灯泡").look("me-wishes");
            phone.page.locator("select[name=stars]").selectOption("5");
            phone.press("办好了，我来确认").reads("已经确认，谢谢您").press("办好了").reads("辛苦了");
            phone.press("证明").reads("还没有出具过证明").look("me-certificates");
            phone.press("我的资料").reads("社区保存的资料").look("me-data");
            phone.fill("哪里不对，应当是什么", "十一月二十日的时长少了一小时").press("提交申请").reads("申请已提交");
            assertTrue(phone.text().contains("请求更正资料或记录"), phone.text());
            phone.press("不需要了，撤回")
                    .page
                    .locator("details[open] input[name=reason]")
                    .fill("已经查清楚了");
            phone.page.locator("details[open] button").click();
            phone.reads("已经撤回。");
            Browser elsewhere = village.village.browser();
            elsewhere.signIn(village.zhang.toString(), Village.PIN);
            phone.press("我的资料").page.locator("#old-pin").fill(Village.PIN);
            phone.page.locator("#new-pin").fill(Village.PIN);
            phone.page.locator("form[action='/me/data/pin'] button").click();
            phone.reads("密码已修改");
            assertEquals("303 → /", elsewhere.get("/me").told(), "whoever came in with the PIN before is out");
            assertFalse(phone.open("/me").text().contains("您的密码是工作人员"), "it is their own again");
        }
        try (Visit phone = signedIn(Visit.onPhone(village.address()).inEnglish())) {
            phone.press("Points").reads("Where they come from").look("me-points-en");
            phone.press("My data").reads("What the community keeps").look("me-data-en");
        }
    }

    @Test
    void whoAsksToBeForgottenIsAndOnlyWithThePin() {
        try (Visit phone = signedIn(Visit.onPhone(village.address()).expectingRefusals())) {
            phone.open("/me/data").press("我想删除个人资料").reads("永久删除").look("me-deletion");
            phone.page.locator("[name=understood]").check();
            phone.page.locator("#last-pin").fill("97531");
            phone.press("永久删除").reads("未能登录");
            assertTrue(village.village.office.profile(village.zhang).isPresent());
            phone.page.locator("#last-pin").fill(Village.PIN);
            phone.press("永久删除").reads("个人资料已永久删除");
            assertEquals("/", phone.path());
            assertTrue(village.village.office.profile(village.zhang).isEmpty());
        }
    }
}

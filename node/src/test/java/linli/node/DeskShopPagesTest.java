package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import linli.entry.EntryId;
import linli.entry.ShopEvent.ItemListed;
import linli.entry.ShopEvent.Line;
import linli.entry.ShopEvent.PointsRedeemed;
import linli.entry.ShopEvent.StockReceived;
import linli.ledger.ShopBook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clerk and the points shop, in a real browser. */
class DeskShopPagesTest {
    /** One red point. */
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGO4IyLxHwAFBgJTwJmVEQAAAABJRU5ErkJggg==");

    @TempDir
    static Path folder;

    private static StaffedVillage village;
    private static EntryId haircut;
    private static EntryId early;

    @BeforeAll
    static void found() {
        village = new StaffedVillage(folder);
        Village node = village.village;
        haircut = node.write(Village.CLERK, new ItemListed("理发", "次", 5, 30));
        node.write(Village.CLERK, new StockReceived(haircut, 20, "和平理发店"));
        early = node.write(Village.CLERK, new PointsRedeemed(village.zhang, List.of(new Line(haircut, 1)), 5));
        node.clock.pass(Duration.ofHours(3));
    }

    @AfterAll
    static void close() {
        village.close();
    }

    private static ShopBook shop() {
        return village.village.ledger.books().shop();
    }

    private static void pressOpen(Visit visit) {
        visit.page.locator("details[open] button.main").click();
    }

    @Test
    void anItemIsListedDeliveredRedeemedAndTheSlipUndone() {
        try (Visit clerk = DeskDoor.signedIn(village, "clerk").expectingRefusals()) {
            clerk.open("/desk/shop").press("上架新商品").reads("每件积分").look("shop-new");
            clerk.fill("商品名称", "洗衣液").fill("单位", "瓶").fill("每件积分", "15");
            clerk.page.locator("#picture").setInputFiles(new FilePayload("x.png", "image/png", new byte[] {1, 2, 3}));
            clerk.press("上架").reads("不是图片");
            assertEquals(1, shop().items().size(), "nothing is listed with a picture that is none");
            clerk.page.locator("#picture").setInputFiles(new FilePayload("x.png", "image/png", PNG));
            clerk.press("上架").reads("已上架");
            clerk.press("登记进货或捐赠").fill("数量（瓶）", "10").fill("捐赠人（没有就留空）", "县商会");
            pressOpen(clerk);
            clerk.reads("进货已登记").reads("捐赠：县商会").look("shop-item");
            EntryId item = EntryId.parse(clerk.path().replaceAll(".*/", ""));

            clerk.open("/desk/shop/counter").look("shop-counter");
            clerk.fill("志愿者编号", village.zhang.toString()).press("开始兑换").reads("张桂兰");
            clerk.fill("洗衣液的数量", "4").press("合计").reads("积分还差").look("shop-counter-short");
            clerk.fill("洗衣液的数量", "1").fill("理发的数量", "1").press("重新合计");
            clerk.reads("确认兑换，扣 20 分").look("shop-counter-check");
            clerk.press("确认兑换，扣 20 分").reads("兑换成功").reads("还有 1").look("shop-receipt");
            assertEquals(9, shop().item(item).orElseThrow().stock());
            clerk.press("撤销这笔兑换").page.locator("#reason").fill("拿错了");
            pressOpen(clerk);
            clerk.reads("兑换已撤销").look("shop-receipt-undone");
            assertEquals(10, shop().item(item).orElseThrow().stock());

            clerk.open("/desk/shop/items/" + item).press("调整价格").fill("新价格（积分）", "25");
            pressOpen(clerk);
            clerk.reads("价格已调整").reads("定价 25 分");
            clerk.open("/desk/shop").look("shop-shelf");
            clerk.open("/desk/shop/redemptions").reads("洗衣液 × 1").look("shop-redemptions");
            clerk.open("/desk/shop/items/" + item)
                    .press("下架")
                    .page
                    .locator("#reason")
                    .fill("供货停了");
            pressOpen(clerk);
            clerk.reads("已下架");
        }
    }

    @Test
    void aSecondPersonStandsBesideWhoCountsAndWhoUndoesLater() {
        try (Visit clerk = DeskDoor.signedIn(village, "clerk").expectingRefusals()) {
            clerk.open("/desk/shop/items/" + haircut).press("盘点（两人）").fill("实际点到（次）", "18");
            clerk.fill("第二人账号", "li-fang").fill("第二人密码", "not hers at all");
            pressOpen(clerk);
            clerk.reads("第二人").look("shop-second-refused");
            clerk.fill("第二人密码", StaffedVillage.PASSWORD);
            pressOpen(clerk);
            clerk.reads("盘点已登记").reads("王秀英、李芳").look("shop-counted");

            clerk.open("/desk/shop/redemptions/" + early).press("撤销这笔兑换").reads("另一位同事在场");
            clerk.page.locator("#reason").fill("店家停业");
            clerk.fill("第二人账号", "li-fang").fill("第二人密码", StaffedVillage.PASSWORD);
            clerk.look("shop-undo-two");
            pressOpen(clerk);
            clerk.reads("兑换已撤销");
            assertTrue(shop().redemption(early).orElseThrow().reversal() != null);
        }
    }

    @Test
    void aCouponIsUsedByTheVolunteersNumberAndTheDayIsClosed() {
        EntryId redemption = village.village.write(
                Village.CLERK, new PointsRedeemed(village.zhang, List.of(new Line(haircut, 2)), 10));
        try (Visit clerk = DeskDoor.signedIn(village, "clerk").expectingRefusals()) {
            clerk.open("/desk/shop/coupons").fill("志愿者编号或小票号", "12").press("查找").reads("编号");
            clerk.fill("志愿者编号或小票号", village.zhang.toString()).press("查找").reads("核销一次");
            clerk.look("shop-coupons");
            clerk.page
                    .locator("tr", new Page.LocatorOptions().setHasText(redemption.toString()))
                    .locator("button")
                    .click();
            clerk.reads("已核销一次").reads("理发");
            assertEquals(1, shop().uses(redemption).size());
            clerk.press("日结").reads("净收积分").look("shop-closing");
            clerk.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            clerk.reads("复核人签字").look("shop-closing-print");
            clerk.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            clerk.press("English").reads("Points taken").look("shop-closing-en");
            clerk.open("/desk/shop").look("shop-shelf-en");
        }
        try (Visit clerk = DeskDoor.onPhone(village, "clerk").inEnglish()) {
            clerk.open("/desk/shop/items/" + haircut).press("Count the stock (two people)");
            clerk.page.locator("details[open] input[name=quantity]").fill("17");
            clerk.fill("Second person’s handle", "li-fang").fill("Second person’s password", StaffedVillage.PASSWORD);
            clerk.look("shop-count-phone-en");
            pressOpen(clerk);
            clerk.reads("王秀英").look("shop-counted-phone-en");
        }
        try (Visit auditor = DeskDoor.onPhone(village, "auditor")) {
            auditor.open("/desk/shop/items/" + haircut).look("shop-item-phone");
            auditor.open("/desk/shop/closing").look("shop-closing-phone");
        }
    }
}

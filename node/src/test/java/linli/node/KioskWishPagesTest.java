package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import linli.entry.RequestId;
import linli.entry.WishEvent.Kind;
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

    private static Visit signIn(Visit visit) {
        visit.reads("您的志愿者编号").page.keyboard().type(village.zhang + "\n");
        visit.reads("请输入密码").page.keyboard().type(Village.PIN + "\n");
        return visit;
    }

    private static Wish.State state(Wish wish) {
        return village.village
                .ledger
                .books()
                .wishes()
                .find(wish.id())
                .orElseThrow()
                .state();
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
            assertEquals(Wish.State.OPEN, state(glasses));
            visit.press("我来帮忙").reads("认领成功");
            visit.open("/kiosk/wishes/mine").reads("我要办的").look("kiosk-mine").press("想要一副老花镜");
            visit.press("已经办好了").reads("辛苦了");
            assertEquals(Wish.State.FULFILLED, state(glasses));
        }
    }

    @Test
    void somebodyAsksForSomething() {
        try (Visit visit = atKiosk()) {
            visit.open("/kiosk/wishes/new");
            signIn(visit).reads("要什么帮助").look("kiosk-ask").press("报修").reads("什么坏了");
            visit.fill("用一句话说", "三楼楼道灯不亮").fill("电话", "not a phone").look("kiosk-ask-what");
            visit.press("提交").reads("资料有误");
            visit.fill("电话", "138 0000 0000").press("提交").reads("已经提交").reads("三楼楼道灯不亮");
            visit.press("English")
                    .reads("What I asked for")
                    .look("kiosk-mine-en")
                    .press("中文");
        }
    }
}

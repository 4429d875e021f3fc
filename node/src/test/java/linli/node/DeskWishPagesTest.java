package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.TeamEvent;
import linli.entry.TeamEvent.TeamFormed;
import linli.entry.TeamEvent.TeamJoined;
import linli.entry.WishEvent.Kind;
import linli.entry.WishEvent.WishClaimRequested;
import linli.entry.WishEvent.WishPosted;
import linli.ledger.Wish;
import linli.ledger.Wish.State;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clerk, the wall of wishes and the teams, in a real browser. */
class DeskWishPagesTest {
    @TempDir
    static Path folder;

    @TempDir
    static Path nextDoor;

    private static StaffedVillage village;
    private static Neighbour neighbour;
    private static EntryId late;
    private static EntryId team;

    @BeforeAll
    static void found() {
        village = new StaffedVillage(folder);
        Village node = village.village;
        late = node.write(Village.CLERK, new WishPosted(Kind.REPAIR, null, "三号楼路灯不亮", null, 10, node.today()));
        node.write(
                new Actor.Volunteer(village.zhang),
                new WishPosted(
                        Kind.WISH,
                        village.zhang,
                        "想要一副老花镜",
                        null,
                        5,
                        node.today().plusDays(20)));
        team = node.write(Village.CLERK, new TeamFormed(TeamEvent.Kind.EMERGENCY, "和平应急队"));
        node.write(Village.CLERK, new TeamJoined(team, village.li));
        EntryId errand = node.write(
                Village.CLERK,
                new WishPosted(Kind.WISH, null, "代买常用药", null, 5, node.today().plusDays(9)));
        neighbour = new Neighbour(nextDoor.resolve("dongmen"), node);
        neighbour.write(new WishClaimRequested(errand, neighbour.enrol()));
        neighbour.write(new WishClaimRequested(errand, neighbour.enrol()));
        neighbour.write(
                new WishPosted(Kind.WISH, null, "请人读报", null, 5, node.today().plusDays(9)));
        node.clock.pass(Duration.ofDays(3));
    }

    @AfterAll
    static void close() {
        neighbour.close();
        village.close();
    }

    private static Wish wish(EntryId id) {
        return village.village.ledger.books().wishes().find(id).orElseThrow();
    }

    private static void pressOpen(Visit visit) {
        visit.page.locator("details[open] button.main").click();
    }

    @Test
    void whatPressesIsOnTopAndAWishGoesFromTheWallToBeingDone() {
        try (Visit clerk = DeskDoor.signedIn(village, "clerk").expectingRefusals()) {
            clerk.open("/desk/wishes").reads("已逾期").look("wishes-board");
            clerk.press("代居民发布").reads("标题（公开展示）").look("wishes-new");
            clerk.page.locator("#kind").selectOption("help");
            clerk.fill("标题（公开展示）", "陪老人去医院").fill("地址", "和平里五号楼 302");
            clerk.fill("联系人", "赵奶奶").fill("联系电话", "138 0013 8000").press("发布").reads("已发布");
            EntryId id = EntryId.parse(clerk.path().replaceAll(".*/", ""));
            clerk.reads("和平里五号楼 302").look("wishes-wish");

            clerk.press("派给队伍或同事").page.locator("#doer").selectOption("team:" + team);
            pressOpen(clerk);
            clerk.reads("已派单").reads("和平应急队");
            clerk.press("由志愿者认领").fill("志愿者编号", village.zhang.toString());
            pressOpen(clerk);
            clerk.reads("不是这支队伍的队员");
            clerk.fill("志愿者编号", village.li.toString());
            pressOpen(clerk);
            clerk.reads("已登记认领");
            clerk.press("已经办好").page.locator("#note").fill("已陪同就诊");
            pressOpen(clerk);
            clerk.reads("须由另一位同事确认").look("wishes-fulfilled");
            assertEquals(State.FULFILLED, wish(id).state());
            try (Visit manager = DeskDoor.signedIn(village, "manager")) {
                manager.open("/desk/wishes/" + id).page.locator("#stars").selectOption("5");
                manager.press("确认办好").reads("积分已计入").look("wishes-confirmed");
                manager.press("删除这些内容");
                pressOpen(manager);
                manager.reads("已永久删除");
                assertFalse(manager.text().contains("赵奶奶"));
            }
            clerk.open("/desk/wishes/ended").reads("陪老人去医院").look("wishes-ended");
        }
    }

    @Test
    void whatCannotBeDoneIsEndedAndWhoIsNotConcernedReadsNoDetails() {
        try (Visit clerk = DeskDoor.signedIn(village, "clerk")) {
            clerk.open("/desk/wishes/" + late).press("不办了").page.locator("#end").selectOption("expired");
            clerk.page.locator("#why").fill("已转物业公司");
            clerk.look("wishes-closing");
            pressOpen(clerk);
            clerk.reads("已终止").reads("已过期限");
            assertEquals(State.CLOSED, wish(late).state());
        }
        try (Visit auditor = DeskDoor.onPhone(village, "auditor")) {
            auditor.open("/desk/wishes").look("wishes-board-phone");
            assertFalse(auditor.text().contains("代居民发布"));
        }
        try (Visit clerk = DeskDoor.signedIn(village, "clerk").inEnglish()) {
            clerk.open("/desk/wishes").reads("To be accepted").look("wishes-board-en");
            clerk.press("Post for a resident").page.locator("#kind").selectOption("repair");
            clerk.fill("Title (for everybody)", "A dripping tap")
                    .page
                    .locator("main button.main")
                    .click();
            clerk.reads("Posted.");
            clerk.press("Give it to a team or a colleague")
                    .page
                    .locator("#doer")
                    .selectOption("team:" + team);
            pressOpen(clerk);
            clerk.reads("Given out.").look("wishes-wish-en");
        }
    }

    @Test
    void otherCommunitiesAreAnsweredAndAsked() {
        try (Visit clerk = DeskDoor.signedIn(village, "clerk").expectingRefusals()) {
            clerk.open("/desk/wishes").reads("外社区志愿者申请认领").look("wishes-requests");
            clerk.press("不同意").page.locator("details[open] textarea").fill("已有人选");
            clerk.page.locator("details[open] button").click();
            clerk.reads("已答复不同意").reads("代买常用药");
            clerk.press("同意").reads("已同意").look("wishes-granted");
            assertEquals(
                    1, village.village.ledger.books().toDo().wishes().claimed().size());

            clerk.open("/desk/wishes").press("外社区的心愿").reads("东门社区");
            clerk.press("替志愿者申请")
                    .page
                    .locator("details[open] input[name=number]")
                    .fill(village.zhang.toString());
            pressOpen(clerk);
            clerk.reads("等待对方社区答复").look("wishes-elsewhere");
            clerk.press("撤回申请").page.locator("details[open] textarea").fill("本人临时有事");
            clerk.page.locator("details[open] button").click();
            clerk.reads("已撤回。");
        }
    }

    @Test
    void aTeamIsFormedJoinedLeftAndDissolved() {
        try (Visit clerk = DeskDoor.signedIn(village, "clerk")) {
            clerk.open("/desk/teams").fill("队伍名称", "理发服务队");
            clerk.page.locator("#kind").selectOption("volunteer");
            clerk.look("teams").press("成立").reads("队伍已成立").reads("还没有队员");
            EntryId formed = EntryId.parse(clerk.path().replaceAll(".*/", ""));
            clerk.fill("志愿者编号", village.zhang.toString());
            clerk.page.locator("main form button.main").first().click();
            clerk.reads("已加入").reads("张桂兰").look("team");
            clerk.page.locator(".here button").click();
            clerk.reads("已退出");
            clerk.press("解散队伍").page.locator("#reason").fill("并入志愿服务总队");
            pressOpen(clerk);
            clerk.reads("队伍已解散");
            assertEquals(
                    List.of(),
                    village.village.ledger.books().teams().standing().stream()
                            .filter(one -> one.id().equals(formed))
                            .toList());
            assertTrue(clerk.text().contains("和平应急队"));
        }
    }
}

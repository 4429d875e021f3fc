package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import linli.calendar.WorkCalendar;
import linli.entry.EntryId;
import linli.entry.HoursEvent.NationalAnswer;
import linli.entry.HoursEvent.NationalAnswered;
import linli.entry.VolunteeringEvent.ActivityOpened;
import linli.ledger.ServiceRecord;
import linli.ledger.ServiceRecord.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day's work at the desk, in a real browser: activities, hours, approvals, what hangs on the wall. */
class DeskWorkPagesTest {
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

    @Test
    void whatIsToBeDoneStandsOnTheFirstPageAndLeadsThere() throws IOException {
        Village node = village.village;
        EntryId approved = node.ledger.books().toDo().onShow().get(0).id();
        node.write(Village.CLERK, new NationalAnswered(List.of(new NationalAnswer(approved, false, "证件号码不符"))));
        Files.writeString(folder.resolve(WorkCalendar.FILE), "day,kind,holiday\n2027-02-30,off,春节\n");
        node.write(
                Village.CLERK,
                new ActivityOpened(
                        "端午包粽子",
                        "社区食堂",
                        "elder-care",
                        node.today().minusDays(40),
                        node.today().minusDays(39),
                        null,
                        90));
        node.backfill(village.zhang, village.visiting, 25 * 60);
        try (Visit clerk = DeskDoor.signedIn(village, "clerk")) {
            clerk.open("/desk").reads("要办的事").reads("端午包粽子");
            clerk.reads("holidays.csv 第 2 行").look("desk-home");
            clerk.press("被全国志愿服务系统退回").reads("证件号码不符").look("desk-national");
            clerk.open("/desk");
            clerk.press("条公示记录有异议").reads("处理异议");
            assertEquals("/desk/publicity", clerk.path());
            clerk.open("/desk").press("条待审核记录需要留意").reads("超过 24 小时");
            clerk.open("/desk").press("English").reads("To be done").look("desk-home-en");
        }
        assertTrue(
                village.as("clerk").get("/api/v1/reports/deadlines").body().contains("NO_SUCH_DAY"),
                "a line that is wrong keeps no deadline from being told");
        try (Visit clerk = DeskDoor.onPhone(village, "clerk").inEnglish()) {
            clerk.open("/desk/national").look("desk-national-phone-en");
        }
        try (Visit clerk = DeskDoor.onPhone(village, "clerk")) {
            clerk.open("/desk").look("desk-home-phone");
            clerk.open("/desk/hours").look("desk-approvals-phone");
            clerk.open("/desk/volunteers/" + village.li).look("desk-person-phone");
        }
    }

    @Test
    void anActivityIsOpenedServedInWrittenDownAndClosed() {
        try (Visit clerk = DeskDoor.signedIn(village, "clerk").expectingRefusals()) {
            clerk.open("/desk/activities").reads("陪独居老人聊天").look("desk-activities");
            clerk.press("新活动").reads("服务类别").look("desk-open");
            clerk.fill("活动名称", "清扫楼道").fill("地点", "和平里二号楼");
            clerk.page.getByLabel("服务类别").selectOption("elder-care");
            clerk.press("开始活动").reads("活动已开始");
            String activity = clerk.path();
            clerk.fill("志愿者编号", village.li.toString());
            clerk.page.locator("main form button.main").click();
            clerk.reads("已经签到了").fill("志愿者编号", village.zhang.toString());
            clerk.page.locator("main form button.main").click();
            clerk.reads("已签到。");
            clerk.look("desk-activity");
            clerk.page.locator(".here button").click();
            clerk.reads("已签退").press("补录时长").reads("服务内容").look("desk-recording");
            clerk.fill("志愿者编号", village.zhang.toString()).fill("从", "22:30").fill("到", "01:00");
            clerk.fill("服务内容", "夜间值守").press("登记").reads("等待另一位同事审核");
            clerk.fill("志愿者编号", village.li.toString()).fill("计入小时", "1").fill("计入分钟", "15");
            clerk.press("登记").page.waitForFunction("document.getElementById('number').value === ''");
            clerk.open(activity).reads("2 小时 30 分钟").reads("1 小时 15 分钟");
            clerk.press("结束活动")
                    .page
                    .getByLabel("评价", new Page.GetByLabelOptions().setExact(true))
                    .selectOption("5");
            clerk.page.locator("main button.main").click();
            clerk.reads("活动已结束").reads("5 星").look("desk-activity-closed");
            clerk.open("/desk/attendance").reads(village.li.toString()).look("desk-attendance");
            clerk.page.locator(".here button").click();
            clerk.reads("已签退").reads("现在没有人在服务");
        }
    }

    @Test
    void anApproverTicksWhatIsRightAndRejectsWhatIsNot() {
        EntryId wrong = village.village.backfill(village.village.enrol("周正", null), village.visiting, 25 * 60);
        try (Visit approver = DeskDoor.signedIn(village, "approver").expectingRefusals()) {
            approver.open("/desk/hours").look("desk-approvals");
            String first = approver.page.locator("tbody tr").first().innerText();
            assertTrue(first.contains("超过 24 小时"), "what needs a look comes first: " + first);
            approver.press("通过勾选的").reads("没有勾选");
            approver.page.locator("tbody tr").nth(1).locator("input").check();
            approver.press("通过勾选的").reads("已通过");
            assertEquals(2, village.village.ledger.books().toDo().pending().size());
            approver.press("查看").reads("服务记录").look("desk-record-pending");
            approver.page
                    .getByText("驳回", new Page.GetByTextOptions().setExact(true))
                    .click();
            approver.page.locator("#reason-reject").fill("时长有误");
            approver.press("驳回这条记录").reads("已驳回");
            assertEquals(State.REJECTED, record(wrong).state());
        }
        try (Visit clerk = DeskDoor.signedIn(village, "clerk")) {
            clerk.open("/desk/hours/" + wrong).press("登记更正后的记录").reads("代替");
            clerk.fill("计入小时", "2").press("登记").reads("更正").look("desk-record-corrected");
        }
    }

    @Test
    void twoRecordsThatFillADayTogetherBothNeedALook() {
        village.village.backfill(village.li, village.visiting, 7 * 60);
        village.village.backfill(village.li, village.visiting, 6 * 60);
        try (Visit approver = DeskDoor.signedIn(village, "approver")) {
            approver.open("/desk/hours?show=look");
            assertEquals(3, approver.page.locator("tbody tr.late").count(), "with the one that was there");
        }
    }

    @Test
    void someAreApprovedAndTheOthersRejectedForOneReason() {
        village.village.backfill(village.li, village.visiting, 75);
        try (Visit approver = DeskDoor.signedIn(village, "approver").inEnglish().expectingRefusals()) {
            approver.open("/desk/hours").page.locator("tbody input").last().check();
            approver.press("Approve ticked").reads("Approved");
            assertEquals(2, village.village.ledger.books().toDo().pending().size());
            approver.press("Tick what needs no look").look("desk-approvals-en");
            opened(approver, "Reject ticked");
            approver.press("Reject the ticked records").reads("Something is missing");
            approver.page.locator("#reason").fill("written down twice");
            approver.press("Reject the ticked records").reads("Nothing waits for approval");
        }
        assertTrue(village.village.ledger.books().toDo().pending().isEmpty());
    }

    @Test
    void nobodyApprovesWhatTheyWroteDownThemselves() {
        try (Visit manager = DeskDoor.signedIn(village, "manager")) {
            manager.open("/desk/hours/new")
                    .fill("志愿者编号", village.zhang.toString())
                    .fill("计入小时", "3");
            manager.press("登记").reads("等待另一位同事审核");
            manager.press("English")
                    .fill("Volunteer number", village.zhang.toString())
                    .fill("Hours", "1");
            manager.look("desk-recording-en")
                    .page
                    .locator("main form button.main")
                    .click();
            manager.reads("a colleague has to approve it");
            manager.press("中文").open("/desk/hours").reads("与您有关").look("desk-approvals-own");
            manager.press("勾选无需留意的").press("通过勾选的").reads("已通过");
            assertEquals(2, village.village.ledger.books().toDo().pending().size());
        }
    }

    @Test
    void anObjectionIsSettledByWhomDidNotApproveAndARecordIsTakenBack() {
        try (Visit manager = DeskDoor.signedIn(village, "manager")) {
            manager.open("/desk/publicity?show=disputed").press("处理异议").reads("当天下雨，活动取消");
            manager.reads("异议请由另一位同事处理").look("desk-record-disputed");
            manager.open("/desk/publicity").look("desk-publicity");
            manager.press("查看或登记异议");
            opened(manager, "登记异议").fill("当天没有见到人");
            manager.page.locator("details[open] button").click();
            manager.reads("异议已登记");
            manager.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            manager.open("/desk/publicity").reads(village.li.toString());
            assertFalse(manager.text().contains("李建国"), "what hangs on the wall names nobody");
            manager.look("desk-publicity-print");
        }
        try (Visit approver = DeskDoor.signedIn(village, "approver")) {
            approver.open("/desk/publicity?show=disputed");
            approver.page.locator("tbody a.button").last().click();
            opened(approver, "异议不成立").fill("已核实，活动照常");
            approver.press("驳回异议").reads("异议已驳回");
            opened(approver, "撤销已计入的记录").fill("当事人要求");
            approver.press("撤销这条记录").reads("积分已收回").look("desk-record-reversed");
        }
        assertEquals(1, village.village.ledger.books().toDo().onShow().size());
    }

    /** The field for a reason, once what it is for was opened. */
    private static Locator opened(Visit visit, String what) {
        visit.page
                .locator("summary", new Page.LocatorOptions().setHasText(what))
                .click();
        return visit.page.locator("details[open] textarea").last();
    }

    private ServiceRecord record(EntryId id) {
        return village.village.ledger.books().record(id).orElseThrow();
    }
}

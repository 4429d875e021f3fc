package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import linli.audit.AuditCode;
import linli.entry.EntryId;
import linli.entry.HoursEvent.HoursApproved;
import linli.entry.HoursEvent.HoursRecorded;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.PinSet;
import linli.ledger.Rejection;
import linli.log.LogFault;
import linli.web.page.Language;
import linli.web.page.Words;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who runs the county and who audits it, at their desks, in a real browser. */
class CountyPagesTest {
    @TempDir
    static Path folder;

    private static CountyHouse house;
    private static VolunteerNo zhang;
    private static EntryId refused;

    @BeforeAll
    static void found() {
        house = new CountyHouse(folder);
        try (CountyHouse.Community heping = house.enrol("heping", "和平社区").begin();
                CountyHouse.Community dongmen = house.enrol("dongmen", "东门社区").begin();
                CountyHouse.Community xihe = house.enrol("xihe", "西河社区").begin()) {
            house.enrol("beishan", "北山社区");
            zhang = heping.volunteer();
            EntryId visiting = heping.activity("陪独居老人聊天", "elder-care");
            heping.serve(zhang, visiting, 0, 150);
            heping.write(CountyHouse.Community.CLERK, new PinSet(zhang));
            EntryId waiting = heping.write(
                    CountyHouse.Community.CLERK,
                    new HoursRecorded(zhang, visiting, LocalDate.of(2026, 11, 20), null, null, 90, null, null));
            // A clerk approves what they wrote down themselves.
            refused = heping.against(CountyHouse.Community.CLERK, new HoursApproved(List.of(waiting), 1));
            heping.bring();
            dongmen.serve(dongmen.volunteer(), dongmen.activity("清扫楼道", "environment"), 0, 60);
            dongmen.bring();
            xihe.bring();
            house.close(dongmen);
            xihe.fork();
            house.pass(Duration.ofHours(2));
        }
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static Visit auditor() {
        return house.signedIn("zhou", Visit.atDesk(house.address()));
    }

    @Test
    void anAuditorSeesEveryCommunityAndWhatIsWrong() {
        try (Visit auditor = auditor()) {
            assertEquals("/county", auditor.path());
            String page = auditor.text();
            for (String told : List.of("和平社区", "全部到第", "2 小时前", "已关闭", "日志出现矛盾", "还没有收到任何记录")) {
                assertTrue(page.contains(told), told + " is not on\n" + page);
            }
            auditor.look("county-branches");
            auditor.press("西河社区").reads("每把密钥对应一份日志").look("county-branch");
            assertFalse(auditor.text().contains("关闭社区"), "an auditor closes nothing");
            auditor.press("English").reads("Its log contradicts itself").look("county-branch-en");
        }
    }

    @Test
    void aFindingLeadsToTheEntryItsProofAndItsFiles() {
        try (Visit auditor = auditor()) {
            auditor.press("审计发现").reads("共 1 条").reads("wang 不担任审核人").look("county-findings");
            auditor.page.locator("#branch").selectOption("2");
            auditor.press("筛选").reads("没有符合筛选条件的发现");
            auditor.open("/county/findings").press("查看记录与证明").reads("这条记录没有效力");
            assertEquals("/county/entries/" + refused, auditor.path());
            auditor.reads("县级").look("county-entry");
            Download proof = auditor.page.waitForDownload(() -> auditor.press("下载证明"));
            assertEquals("linli-" + refused + ".tlog-proof", proof.suggestedFilename());
            auditor.fill("记录编号或志愿者编号", zhang.toString())
                    .press("查找")
                    .reads("没有姓名")
                    .reads("密码由工作人员王秀英")
                    .look("county-volunteer");
            auditor.press("查记录").fill("记录编号或志愿者编号", "1-99999").press("查找").reads("县里没有“1-99999”");
            auditor.look("county-search");
        }
    }

    @Test
    void anAuditTellsWhatIsWrongInWords() {
        try (Visit auditor = auditor()) {
            auditor.open("/county/audit").page.locator("button.main").click();
            auditor.reads("个问题").press("查看报告").reads("wang 不担任审核人").look("county-audited-found");
        }
    }

    @Test
    void onAPhoneEverythingCanBeReadToo() {
        try (Visit phone = house.signedIn("zhou", Visit.onPhone(house.address()))) {
            phone.look("county-phone");
            phone.open("/county/entries/" + refused).look("county-entry-phone");
            phone.open("/county/policy").look("county-policy-phone");
            phone.open("/county/findings").look("county-findings-phone");
            phone.open("/county/volunteers/" + zhang).look("county-volunteer-phone");
            phone.open("/county/audit").look("county-audit-phone");
        }
    }

    @Test
    void theSameIsSaidInEnglish() {
        try (Visit auditor =
                house.signedIn("zhou", Visit.atDesk(house.address()).inEnglish())) {
            auditor.reads("Communities: 4").look("county-branches-en");
            auditor.press("Findings").reads("wang does not hold the office of APPROVER");
            auditor.look("county-findings-en")
                    .press("proof")
                    .reads("has no effect")
                    .look("county-entry-en");
            auditor.open("/county/volunteers/" + zhang)
                    .reads("The PIN was set by 王秀英")
                    .look("county-volunteer-en");
        }
    }

    @Test
    void whateverAnAuditCanFindHasWordsOfItsOwn() {
        for (Language language : Language.values()) {
            Words words = Words.of(language);
            Stream.of(Rejection.values()).forEach(rule -> assertTrue(words.has("county.rule." + rule), rule.name()));
            Stream.of(AuditCode.values(), LogFault.Code.values())
                    .flatMap(Stream::of)
                    .forEach(code -> assertTrue(words.has("county.audit.code." + code), code.name()));
        }
    }
}

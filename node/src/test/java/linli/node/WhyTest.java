package linli.node;

import static linli.node.Shell.linli;
import static linli.node.Shell.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.HoursEvent.HoursReversed;
import linli.entry.HoursEvent.PublicityEnded;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.PointsEvent.Basis;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.Role;
import linli.entry.ShopEvent.ItemListed;
import linli.entry.ShopEvent.Line;
import linli.entry.ShopEvent.PointsRedeemed;
import linli.entry.ShopEvent.StockReceived;
import linli.entry.VolunteerNo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a balance is what it is, told beside the running node. */
class WhyTest {
    private static final Actor MANAGER = new Actor.Staff("lin");

    @TempDir
    private Path folder;

    private Village village;
    private VolunteerNo zhang;
    private EntryId record;
    private EntryId rice;

    /** Ninety minutes that have been on show, a gift, and rice from the shop. */
    @BeforeEach
    void earnAndSpend() {
        village = Village.found(folder);
        village.write(Actor.NODE, new StaffAppointed("lin", "林主任", List.of(Role.MANAGER), null));
        zhang = village.enrol("张桂兰", Village.PIN);
        record = village.backfill(zhang, village.activity("陪独居老人聊天", "和平里三号楼"), 90);
        village.approve(record);
        village.clock.pass(Duration.ofDays(4));
        village.write(Actor.NODE, new PublicityEnded(List.of(record)));
        village.write(MANAGER, new PointsAdjusted(zhang, 20, Basis.CIVIC_ACT, "拾金不昧", null));
        rice = village.write(Village.CLERK, new ItemListed("大米", "袋", 6, null));
        village.write(Village.CLERK, new StockReceived(rice, 5, null));
        redeem();
        village.ledger.checkpoint();
    }

    @AfterEach
    void close() {
        village.close();
    }

    private void redeem() {
        village.write(new Actor.Volunteer(zhang), new PointsRedeemed(zhang, List.of(new Line(rice, 2)), 12));
    }

    private long held() {
        return village.ledger.books().held(zhang);
    }

    private String why(Object... more) {
        Object[] words = Stream.concat(Stream.of("why", zhang, "--dir", folder), Stream.of(more))
                .toArray();
        return ok(words);
    }

    private static void assertSays(String told, String... all) {
        for (String said : all) {
            assertTrue(told.contains(said), () -> said + " is not in\n" + told);
        }
    }

    @Test
    void everyChangeIsToldDownToActivityTimeRuleAndBothPeople() {
        long earned = held() - 20 + 12;
        String told = why();
        assertSays(
                told,
                "志愿者 " + zhang + " 为什么有 " + held() + " 积分（和平社区 Heping）",
                "“陪独居老人聊天”，2026年11月23日，服务 1 小时 30 分钟（记录 " + record + "）",
                "补录：由工作人员登记",
                "积分政策第 1 版：每小时 3 分，计分时长 1 小时 30 分钟，合 " + earned + " 分",
                "登记：王秀英（wang）",
                "审核：李芳（li-fang）",
                "林主任（lin）：调整志愿者 " + zhang + " 的积分：20 分（文明行为）。原因：拾金不昧",
                "用 12 积分兑换 “大米”（",
                "以上变动合计 " + held() + " 分，正是现有积分：" + held() + " 分。");
        assertTrue(told.indexOf("陪独居老人聊天") < told.indexOf("拾金不昧"), "in the order in which it happened");
        assertFalse(told.contains("张桂兰"), "the number is enough");
    }

    @Test
    void theSameIsToldInEnglish() {
        assertSays(
                why("--language", "en"),
                "Why volunteer " + zhang + " holds " + held() + " points at 和平社区 Heping",
                "“陪独居老人聊天”, 23 November 2026, 1 h 30 min (record " + record + ")",
                "Policy version 1: 3 points an hour, 1 h 30 min credited",
                "Recorded by 王秀英 (wang)",
                "Approved by 李芳 (li-fang)",
                "林主任 (lin) adjusts the points of volunteer " + zhang + " by 20 (civic act). Reason: 拾金不昧",
                "All changes come to " + held() + " points, and that is the balance: " + held() + " points.");
    }

    @Test
    void aLongStoryIsToldInPagesThatCarryTheBalanceForward() {
        String newest = why("--limit", 1, "--language", "en");
        assertSays(newest, "Brought forward", "Brought forward " + (held() + 12) + ", and these changes of -12");
        assertFalse(newest.contains("拾金不昧"), newest);
        String command = newest.substring(newest.indexOf("linli why") + "linli why ".length())
                .lines()
                .findFirst()
                .orElseThrow();
        String from = command.substring(command.indexOf("--from ") + "--from ".length());
        String before = why("--from", from, "--language", "en");
        assertSays(before, "拾金不昧", "陪独居老人聊天", "so many were held then: " + (held() + 12) + " points.");
        assertFalse(before.contains("that is the balance"), before);
    }

    @Test
    void whatWasTakenBackSaysWhoTookItBackAndWhatIsOwedForIt() {
        redeem();
        village.write(Village.APPROVER, new HoursReversed(record, "当天下雨，活动取消"));
        assertSays(why(), "李芳（li-fang）：撤销时长记录 " + record + "。原因：当天下雨，活动取消", "不足的 4 分记为欠分", "尚欠 4 分，从以后所得积分中抵还。");
    }

    @Test
    void programsReadTheSameThatTheApiAnswers() throws IOException {
        village.restart();
        JsonNode told = new ObjectMapper().readTree(why("--json"));
        long sum = StreamSupport.stream(told.get("items").spliterator(), false)
                .mapToLong(line -> line.get("points").asLong())
                .sum();
        assertEquals(held(), sum);
        JsonNode hours = told.get("items").get(2).get("hours");
        assertEquals("陪独居老人聊天", hours.get("activityName").asText());
        assertEquals("李芳", hours.at("/approver/name").asText());
        ApiClient self = ApiClient.volunteer(village.server.address(), null, zhang, Village.PIN);
        assertEquals(told, ApiClient.json(self.get("/api/v1/me/why")));
        String table =
                self.send("GET", "/api/v1/me/why.csv", null, "Accept", "*/*").body();
        assertSays(table, "hours.pointsPerHour,hours.creditedMinutes,hours.points,hours.recorder.kind", "拾金不昧");
        assertEquals(4, table.lines().count());
    }

    @Test
    void whoWasForgottenHasANumberStillAndTheSameExplanation() {
        String before = why();
        village.forget(zhang);
        assertEquals(before, why());
    }

    @Test
    void whoHasNothingYetIsToldSo() {
        VolunteerNo li = village.enrol("李建国", null);
        assertSays(ok("why", li, "--dir", folder), "这些积分还没有过变动。", "合计 0 分");
    }

    @Test
    void aNumberThatNobodyHasIsNoBalanceOfNought() {
        VolunteerNo nobodys = new VolunteerNo(new EntryId(0, 999_999));
        assertEquals(2, linli("why", nobodys, "--dir", folder).exit(), "nobody has it");
        String mistyped = zhang.toString().replaceAll(".$", String.valueOf((lastDigit() + 1) % 10));
        assertEquals(2, linli("why", mistyped, "--dir", folder).exit(), "the check digit is wrong");
        assertEquals(2, linli("why", zhang, "--branch", 7, "--dir", folder).exit(), "not there");
        assertEquals(2, linli("why", zhang, "--from", "0-1", "--dir", folder).exit(), "none of their lines");
        assertEquals(2, linli("why", zhang, "--limit", 0, "--dir", folder).exit());
    }

    private int lastDigit() {
        String number = zhang.toString();
        return number.charAt(number.length() - 1) - '0';
    }
}

package linli.node;

import static linli.node.ApiClient.json;
import static linli.node.ApiClient.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import linli.node.Browser.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked for once is done once, and what is refused is said in words that stay. */
class ActsTest {
    private static final String KEY = "Idempotency-Key";

    @TempDir
    Path folder;

    private StaffedVillage village;
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void found() {
        village = new StaffedVillage(folder);
    }

    @AfterEach
    void close() {
        village.close();
    }

    private long size() {
        return village.village.ledger.log().size();
    }

    /** Sends the same twice with a while between, and says that it is written once and answered alike. */
    private void assertOnce(String who, String path, String body) {
        Answer first = village.as(who).post(path, body, KEY, key);
        assertEquals(201, first.status(), first.body());
        assertEquals("", first.header("Idempotency-Replayed"));
        long size = size();
        village.village.clock.pass(Duration.ofMinutes(5));
        Answer again = village.as(who).post(path, body, KEY, key);
        assertEquals("true", again.header("Idempotency-Replayed"), again.body());
        assertEquals(first.status() + first.body(), again.status() + again.body());
        assertEquals(size, size());
    }

    @Test
    void theSameKeyAgainIsAnsweredAgainAndWritesNothing() {
        assertOnce("clerk", "/api/v1/activities", "{'name':'理发','place':'广场','category':'service'}");
    }

    @Test
    void whatIsReckonedFromHowThingsStandIsStillTheSameRequest() {
        assertOnce("clerk", "/api/v1/transfers", "{'volunteer':'" + village.zhang + "','points':20,'toBranch':1}");
        assertEquals(
                30,
                json(village.as("clerk").get("/api/v1/volunteers/" + village.zhang + "/points"))
                        .get("held")
                        .asInt());
    }

    @Test
    void manyAtOnceUnderOneKeyAreOne() {
        String body = "{'volunteer':'" + village.zhang + "','points':20,'toBranch':1}";
        ApiClient clerk = village.as("clerk");
        long size = size();
        List<String> answers = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> clerk.post("/api/v1/transfers", body, KEY, key))
                .map(answer -> answer.status() + answer.body())
                .distinct()
                .toList();
        assertEquals(1, answers.size(), answers.toString());
        assertEquals(size + 1, size());
    }

    @Test
    void aCheckOutSentAgainIsNoSecondOne() {
        assertOnce("kiosk", "/api/v1/attendance/check-outs", "{'volunteer':'" + village.li + "'}");
    }

    @Test
    void aPersonEnrolledTwiceUnderOneKeyIsOneVolunteer() {
        assertOnce("clerk", "/api/v1/volunteers", "{'profile':{'name':'赵敏','consentedOn':'2026-11-23'},'pin':'8024'}");
        assertEquals(
                1,
                json(village.as("clerk").post("/api/v1/volunteers/search", "{'text':'赵敏'}"))
                        .get("items")
                        .size());
    }

    @Test
    void aSlipReadTwiceUnderOneKeyIsAnsweredAgainAndUnderAnotherRefused() {
        String body = "{'slip':'" + village.slip().replace("\n", "\\n") + "'}";
        assertOnce("clerk", "/api/v1/transfers/received", body);
        assertEquals("409 already_received", told(village.as("clerk").post("/api/v1/transfers/received", body)));
    }

    @Test
    void theSameKeyWithAnotherBodyIsAConflictWhereverItIsSent() {
        ApiClient clerk = village.as("clerk");
        assertEquals(
                201,
                clerk.post("/api/v1/activities", "{'name':'理发','place':'广场','category':'service'}", KEY, key)
                        .status());
        assertEquals(
                "409 request_reused",
                told(clerk.post("/api/v1/activities", "{'name':'磨刀','place':'广场','category':'service'}", KEY, key)));
        assertEquals(
                "409 request_reused",
                told(clerk.post("/api/v1/activities/" + village.visiting + "/closing", "{}", KEY, key)));
    }

    @Test
    void everyCallerHasKeysOfTheirOwn() {
        String body = "{'name':'理发','place':'广场','category':'service'}";
        assertEquals(
                201,
                village.as("clerk").post("/api/v1/activities", body, KEY, key).status());
        Answer other = village.as("manager").post("/api/v1/activities", body, KEY, key);
        assertEquals("201 ", other.status() + " " + other.header("Idempotency-Replayed"));
    }

    @Test
    void aKeyHoldsBeyondARestart() {
        String body = "{'name':'理发','place':'广场','category':'service'}";
        Answer first = village.as("clerk").post("/api/v1/activities", body, KEY, key);
        village.village.restart();
        Answer again = village.staff("wang").post("/api/v1/activities", body, KEY, key);
        assertEquals(first.body() + "true", again.body() + again.header("Idempotency-Replayed"));
    }

    @Test
    void withoutAKeyNothingIsWritten() {
        String body = "{'name':'理发','place':'广场','category':'service'}";
        ApiClient clerk = village.as("clerk");
        long size = size();
        assertEquals("400 idempotency_key_missing", told(clerk.withoutKey().post("/api/v1/activities", body)));
        for (String bad : List.of("short", "x".repeat(65), "with spaces in it", "with-signs-in-it!")) {
            assertEquals("400 idempotency_key_malformed", told(clerk.post("/api/v1/activities", body, KEY, bad)));
        }
        assertEquals(size, size());
    }

    @Test
    void aRefusalIsNotKeptSoTheSameRequestMaySucceedLater() {
        String body = "{'volunteer':'" + village.li + "','activity':'" + village.visiting + "'}";
        ApiClient kiosk = village.as("kiosk");
        assertEquals("409 already_checked_in", told(kiosk.post("/api/v1/attendance/check-ins", body, KEY, key)));
        kiosk.post("/api/v1/attendance/check-outs", "{'volunteer':'" + village.li + "'}");
        assertEquals(
                201, kiosk.post("/api/v1/attendance/check-ins", body, KEY, key).status());
    }

    @Test
    void refusalsHaveTheirCodeTheirStatusAndASentence() {
        ApiClient clerk = village.as("clerk");
        ApiClient approver = village.as("approver");
        String pending = "0-12";
        List<String> told = new ArrayList<>();
        told.add(told(clerk.post("/api/v1/activities/0-999/closing", "{}")));
        told.add(told(clerk.post("/api/v1/activities", "{'name':'x','place':'x','category':'none'}")));
        told.add(told(clerk.post("/api/v1/activities", "{'name':' ','place':'x','category':'service'}")));
        told.add(told(clerk.post("/api/v1/activities", "{'name':'x','place':'x'}")));
        told.add(told(clerk.post("/api/v1/hours/0-13/dispute", "{'reason':'x'}")));
        told.add(told(clerk.post("/api/v1/hours/0-13/dispute", "{'reason':'x'}")));
        told.add(told(approver.post("/api/v1/hours/0-13/rejection", "{'reason':'x'}")));
        told.add(told(approver.post("/api/v1/hours/approvals", "{'records':['" + pending + "'],'policyVersion':7}")));
        told.add(told(
                clerk.post("/api/v1/transfers", "{'volunteer':'" + village.zhang + "','points':999,'toBranch':1}")));
        told.add(
                told(clerk.post("/api/v1/transfers", "{'volunteer':'" + village.zhang + "','points':1,'toBranch':9}")));
        told.add(told(
                clerk.post("/api/v1/volunteers", "{'profile':{'name':'x','phone':'x','consentedOn':'2026-11-23'}}")));
        told.add(told(clerk.post("/api/v1/volunteers", "{'profile':{'name':'x'}}")));
        told.add(told(clerk.send("PUT", "/api/v1/volunteers/" + village.zhang + "/pin", "{'pin':'1234'}")));
        assertEquals(
                List.of(
                        "404 unknown_activity",
                        "404 unknown_category",
                        "422 value_refused",
                        "400 bad_request",
                        "201",
                        "409 disputed",
                        "409 record_not_pending",
                        "409 policy_version",
                        "409 not_enough_points",
                        "404 unknown_branch",
                        "422 profile_invalid",
                        "422 value_refused",
                        "422 pin_refused"),
                told);
        Answer refused = clerk.post("/api/v1/hours/0-13/dispute", "{'reason':'x'}");
        assertEquals(
                "an objection to record 0-13 is open already",
                json(refused).get("detail").asText());
    }

    @Test
    void aSecondPersonTypesTheirOwnPassword() {
        ApiClient manager = village.as("manager");
        String much = "{'volunteer':'" + village.zhang + "','points':101,'basis':'civic_act','reason':'x'%s}";
        assertEquals("403 second_person_needed", told(manager.post("/api/v1/adjustments", much.formatted(""))));
        String second = ",'second':{'handle':'%s','password':'%s'}";
        assertEquals(
                "403 second_refused",
                told(manager.post(
                        "/api/v1/adjustments", much.formatted(second.formatted("li-fang", "not the password")))));
        assertEquals(
                "403 second_person_needed",
                told(manager.post(
                        "/api/v1/adjustments", much.formatted(second.formatted("lin", StaffedVillage.PASSWORD)))));
        village.as("clerk");
        assertEquals(
                "403 role_missing",
                told(manager.post(
                        "/api/v1/adjustments", much.formatted(second.formatted("wang", StaffedVillage.PASSWORD)))));
        assertEquals(
                201,
                manager.post(
                                "/api/v1/adjustments",
                                much.formatted(second.formatted("li-fang", StaffedVillage.PASSWORD)))
                        .status());
    }

    @Test
    void nothingOfAPersonComesIntoTheLog() {
        String body = "{'profile':{'name':'欧阳志远','phone':'13900001111','consentedOn':'2026-11-23'}}";
        assertEquals(201, village.as("clerk").post("/api/v1/volunteers", body).status());
        byte[] newest = village.village.ledger.log().entry(size() - 1);
        assertFalse(new String(newest, StandardCharsets.UTF_8).contains("欧阳志远"));
    }
}

package linli.node;

import static linli.node.ApiClient.json;
import static linli.node.ApiClient.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import linli.node.Browser.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wishes and teams over the API: who sees what of them, and who may do what. */
class WishApiTest {
    private static final String ASKED = "{'kind':'help','title':'换灯泡','details':{'address':'三栋二单元'}}";

    @TempDir
    Path folder;

    private StaffedVillage village;
    private ApiClient li;

    @BeforeEach
    void found() {
        village = new StaffedVillage(folder);
        li = ApiClient.volunteer(village.address(), null, village.li, Village.PIN);
    }

    @AfterEach
    void close() {
        village.close();
    }

    private static String entry(Answer answer) {
        assertEquals(201, answer.status(), answer.body());
        return json(answer).get("entry").asText();
    }

    private static int count(ApiClient who, String path) {
        return json(who.get(path)).get("items").size();
    }

    @Test
    void whatNobodyHasAcceptedIsForStaffAndWhoAsked() {
        String wish = "/api/v1/wishes/" + entry(village.as("volunteer").post("/api/v1/wishes", ASKED));
        assertEquals(0, count(li, "/api/v1/wishes"));
        assertEquals(0, count(village.as("kiosk"), "/api/v1/wishes?open=true"));
        assertEquals("404 not_found", told(li.get(wish)));
        assertEquals(1, count(village.as("volunteer"), "/api/v1/wishes"));
        assertEquals(1, count(village.as("auditor"), "/api/v1/wishes?state=proposed&kind=help"));
        assertEquals(0, count(village.as("auditor"), "/api/v1/wishes?kind=repair"));
        entry(village.as("clerk").post(wish + "/acceptance", "{}"));
        JsonNode seen = json(li.get(wish));
        assertEquals("open", seen.get("state").asText());
        assertFalse(seen.has("wisher"), "who asked is none of their business");
        assertEquals(
                village.zhang.toString(),
                json(village.as("clerk").get(wish)).get("wisher").asText());
    }

    @Test
    void theAddressIsForWhoeverHasItInHandAndOnlyThen() {
        String wish = "/api/v1/wishes/" + entry(village.as("volunteer").post("/api/v1/wishes", ASKED));
        village.as("clerk").post(wish + "/acceptance", "{}");
        assertEquals("404 not_found", told(li.get(wish + "/details")));
        assertEquals("404 not_found", told(village.as("approver").get(wish + "/details")));
        assertEquals("409 own_wish", told(village.as("volunteer").post(wish + "/claim", "{}")));
        entry(li.post(wish + "/claim", "{}"));
        assertEquals("三栋二单元", json(li.get(wish + "/details")).get("address").asText());
        assertEquals(
                village.li.toString(),
                json(village.as("volunteer").get(wish)).at("/claim/volunteer").asText(),
                "who asked knows who comes");
        assertEquals("403 role_missing", told(village.as("volunteer").post(wish + "/fulfilment", "{}")));
        entry(li.post(wish + "/fulfilment", "{}"));
        assertEquals("403 role_missing", told(li.post(wish + "/confirmation", "{'stars':5,'policyVersion':1}")));
        assertEquals(
                "409 policy_version",
                told(village.as("volunteer").post(wish + "/confirmation", "{'stars':5,'policyVersion':2}")));
        entry(village.as("volunteer").post(wish + "/confirmation", "{'stars':5,'policyVersion':1}"));
        assertEquals("404 not_found", told(li.get(wish + "/details")), "it is done, and the address theirs no more");
        assertEquals(1, count(li, "/api/v1/me/wishes"));
        assertTrue(village.village.ledger.books().held(village.li) > 0);
    }

    @Test
    void askingForTheSameAgainOnTheNextDayIsStillTheSameWish() {
        String key = UUID.randomUUID().toString();
        Answer first = village.as("clerk").post("/api/v1/wishes", ASKED, "Idempotency-Key", key);
        village.village.clock.pass(Duration.ofDays(1));
        Answer again = village.staff("wang").post("/api/v1/wishes", ASKED, "Idempotency-Key", key);
        assertEquals(first.body() + "true", again.body() + again.header("Idempotency-Replayed"));
    }

    @Test
    void whatShouldBeDoneByNowIsAListOfItsOwnInPages() {
        for (int i = 0; i < 3; i++) {
            entry(village.as("clerk")
                    .post("/api/v1/wishes", "{'kind':'repair','title':'路灯 " + i + "','lastDay':'2026-11-24'}"));
        }
        assertEquals(0, count(village.as("clerk"), "/api/v1/wishes?overdue=true"));
        village.village.clock.pass(Duration.ofDays(2));
        ApiClient clerk = village.staff("wang");
        JsonNode page = json(clerk.get("/api/v1/wishes?overdue=true&limit=2"));
        assertEquals(2, page.get("items").size());
        assertEquals(
                1,
                count(
                        clerk,
                        "/api/v1/wishes?overdue=true&limit=2&from="
                                + page.get("next").asText()));
        assertEquals(3, count(clerk, "/api/v1/wishes?overdue=true&branch=0"));
        assertEquals(0, count(clerk, "/api/v1/wishes?branch=7"));
        assertEquals("400 bad_request", told(clerk.get("/api/v1/wishes?branch=x")));
        assertEquals("400 bad_request", told(clerk.get("/api/v1/wishes?overdue=perhaps")));
    }

    @Test
    void aRefusedWishDisappearsFromTheWall() {
        String wish = "/api/v1/wishes/" + entry(village.as("volunteer").post("/api/v1/wishes", ASKED));
        assertEquals(
                "403 role_missing",
                told(village.as("volunteer").post(wish + "/closing", "{'end':'refused','reason':'x'}")));
        entry(village.as("clerk").post(wish + "/closing", "{'end':'refused','reason':'不属于社区'}"));
        assertEquals("404 not_found", told(li.get(wish)));
        assertEquals(
                "refused",
                json(village.as("volunteer").get(wish)).at("/closing/end").asText());
        assertEquals("409 wish_state", told(village.as("clerk").post(wish + "/acceptance", "{}")));
        assertEquals("400 bad_request", told(village.as("clerk").post(wish + "/acceptance", "{'x':1}")));
    }

    @Test
    void aKioskShowsTheWallAndTakesNothingOn() {
        String wish = "/api/v1/wishes/" + entry(village.as("clerk").post("/api/v1/wishes", ASKED));
        ApiClient kiosk = village.as("kiosk");
        assertEquals(1, count(kiosk, "/api/v1/wishes?open=true"));
        assertEquals("403 not_allowed", told(kiosk.post(wish + "/claim", "{'volunteer':'" + village.li + "'}")));
        assertEquals("403 not_allowed", told(kiosk.get(wish + "/details")));
        entry(village.as("volunteer at kiosk").post(wish + "/claim", "{}"));
    }

    @Test
    void oneJoinsAndLeavesForOneselfAndAClerkForAnybody() {
        String team = "/api/v1/teams/"
                + entry(village.as("clerk").post("/api/v1/teams", "{'kind':'volunteer','name':'理发队'}"));
        entry(li.post(team + "/members", "{}"));
        assertEquals("409 already_member", told(li.post(team + "/members", "{}")));
        assertEquals("403 role_missing", told(li.post(team + "/members", "{'volunteer':'" + village.zhang + "'}")));
        entry(village.as("clerk").post(team + "/members", "{'volunteer':'" + village.zhang + "'}"));
        JsonNode page = json(village.as("clerk").get(team + "/members?limit=1"));
        assertEquals(1, page.get("items").size());
        assertEquals(
                1,
                count(
                        village.as("clerk"),
                        team + "/members?limit=1&from=" + page.get("next").asText()));
        entry(li.post(team + "/departures", "{}"));
        assertEquals(0, count(li, "/api/v1/me/teams"));
        assertEquals(1, count(village.as("volunteer"), "/api/v1/me/teams"));
        assertEquals(
                "404 unknown_team", told(village.as("clerk").post("/api/v1/teams/0-9/dissolution", "{'reason':'x'}")));
    }
}

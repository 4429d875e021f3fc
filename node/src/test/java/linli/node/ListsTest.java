package linli.node;

import static linli.node.ApiClient.json;
import static linli.node.ApiClient.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import linli.node.Browser.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists in pages and as tables, and what can be asked of them. */
class ListsTest {
    @TempDir
    static Path folder;

    private static StaffedVillage village;

    @BeforeAll
    static void found() {
        village = new StaffedVillage(folder);
        for (int i = 0; i < 7; i++) {
            village.village.activity("活动 " + i, "广场");
            village.village.backfill(i % 2 == 0 ? village.zhang : village.li, village.visiting, 10 + i);
        }
    }

    @AfterAll
    static void close() {
        village.close();
    }

    private static List<String> ids(JsonNode page, String field) {
        return StreamSupport.stream(page.get("items").spliterator(), false)
                .map(item -> item.get(field).asText())
                .toList();
    }

    private static JsonNode page(String path) {
        Answer answer = village.as("clerk").get(path);
        assertEquals(200, answer.status(), answer.body());
        return json(answer);
    }

    /** All pages of a list, of three items each. */
    private static List<String> all(String path, String field) {
        List<String> read = new ArrayList<>();
        String from = "";
        do {
            JsonNode page = page(path + (path.contains("?") ? "&" : "?") + "limit=3" + from);
            read.addAll(ids(page, field));
            from = page.has("next") ? "&from=" + page.get("next").asText() : null;
        } while (from != null);
        return read;
    }

    @Test
    void everyListIsTheSameInPagesAndWhole() {
        for (String[] list : new String[][] {
            {"/api/v1/activities", "id"},
            {"/api/v1/hours", "id"},
            {"/api/v1/hours?state=pending", "id"},
            {"/api/v1/hours?volunteer=" + village.zhang, "id"},
            {"/api/v1/hours?volunteer=" + village.zhang + "&state=approved", "id"},
            {"/api/v1/volunteers", "number"},
            {"/api/v1/staff", "handle"},
            {"/api/v1/publicity", "id"},
            {"/api/v1/attendance", "checkIn"},
            {"/api/v1/volunteers/" + village.zhang + "/passbook", "cause"},
            {"/api/v1/volunteers/" + village.zhang + "/why", "cause"},
        }) {
            List<String> whole = ids(page(list[0]), list[1]);
            assertFalse(whole.isEmpty(), list[0]);
            assertEquals(whole, all(list[0], list[1]), list[0]);
        }
    }

    @Test
    void filtersAreHeldTogether() {
        assertEquals(
                4 + 1,
                ids(page("/api/v1/hours?state=pending&volunteer=" + village.zhang), "id")
                        .size());
        assertEquals(
                3 + 4 + 2,
                ids(page("/api/v1/hours?state=pending&activity=" + village.visiting), "id")
                        .size());
        assertEquals(List.of(), ids(page("/api/v1/hours?day=2026-11-01"), "id"));
        assertEquals(List.of("0-14"), ids(page("/api/v1/hours?state=approved&volunteer=" + village.li), "id"));
        assertEquals(List.of(), ids(page("/api/v1/hours?flag=overlap"), "id"));
        assertEquals(5, ids(page("/api/v1/staff?inOffice=true"), "handle").size());
    }

    @Test
    void whatIsAskedForWronglyIsNotAnsweredWithEverything() {
        for (String query : List.of(
                "state=done",
                "flag=x",
                "day=yesterday",
                "volunteer=1",
                "activity=x",
                "limit=0",
                "limit=201",
                "from=x")) {
            assertTrue(told(village.as("clerk").get("/api/v1/hours?" + query)).startsWith("400 "), query);
        }
        assertEquals("400 bad_request", told(village.as("clerk").get("/api/v1/activities?open=maybe")));
        assertEquals("404 not_found", told(village.as("clerk").get("/api/v1/hours/x")));
        assertEquals("404 not_found", told(village.as("clerk").get("/api/v1/volunteers/x")));
    }

    @Test
    void aListIsATableForWhoAsksByHeaderOrByAddress() {
        ApiClient clerk = village.as("clerk");
        Answer byHeader = clerk.send("GET", "/api/v1/activities", null, "Accept", "text/csv");
        Answer byAddress = clerk.send("GET", "/api/v1/activities.csv", null, "Accept", "*/*");
        assertEquals("text/csv;charset=utf-8", byHeader.header("Content-Type").replace(" ", ""));
        assertEquals(byHeader.body(), byAddress.body());
        List<String> lines = byHeader.body().lines().toList();
        assertEquals("\uFEFFid,name,place,category,firstDay,lastDay,inCharge,usualMinutes,open,stars", lines.get(0));
        assertEquals(8, lines.size() - 1);
        assertTrue(lines.get(8).startsWith("0-9,陪独居老人聊天,和平里三号楼,elder-care,,,,,true,"), lines.get(8));
        assertEquals("attachment; filename=\"linli.csv\"", byHeader.header("Content-Disposition"));
    }

    @Test
    void aTableSaysInAHeaderWhereItGoesOn() {
        Answer part = village.as("clerk").send("GET", "/api/v1/hours.csv?limit=4&state=pending", null, "Accept", "*/*");
        String link = part.header("Link");
        assertTrue(link.matches("<http://.*/api/v1/hours.*from=0-[0-9]+.*>; rel=\"next\""), link);
        assertEquals(
                200,
                village.as("clerk")
                        .send("GET", "/api/v1/hours?limit=10000", null, "Accept", "text/csv")
                        .status());
    }

    @Test
    void aReportIsTheOneOfTheCommandLineAndATableToo() {
        JsonNode report = page("/api/v1/reports/hours");
        assertEquals(
                report.get("totalMinutes").asInt(),
                report.get("approvedMinutes").asInt()
                        + report.get("pendingMinutes").asInt());
        Answer table = village.as("auditor").send("GET", "/api/v1/reports/hours.csv", null, "Accept", "*/*");
        assertTrue(table.body().startsWith("\uFEFFbranch,place,volunteers,records,hours"), table.body());
    }

    @Test
    void whatIsNoListIsNoTable() {
        assertEquals("406 not_acceptable", told(village.as("clerk").send("GET", "/api/v1/hours/0-12.csv", null)));
    }

    @Test
    void anAuditorReadsEverythingButNames() {
        ApiClient auditor = village.as("auditor");
        for (String path : List.of(
                "/api/v1/hours", "/api/v1/volunteers", "/api/v1/volunteers/" + village.zhang, "/api/v1/findings")) {
            Answer answer = auditor.get(path);
            assertEquals(200, answer.status(), path);
            assertFalse(answer.body().contains("张桂兰"), path);
        }
        assertEquals("403 not_allowed", told(auditor.get("/api/v1/volunteers/" + village.zhang + "/profile")));
        assertEquals("403 not_allowed", told(auditor.post("/api/v1/volunteers/search", "{'text':'张'}")));
    }
}

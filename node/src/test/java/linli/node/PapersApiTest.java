package linli.node;

import static linli.node.ApiClient.json;
import static linli.node.ApiClient.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.node.Browser.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates, receipts and the national system's tables through the API. */
class PapersApiTest {
    private static final String ANSWERS = "/api/v1/national/answers";

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

    private Answer issue(String key) {
        return village.as("clerk")
                .post("/api/v1/volunteers/" + village.zhang + "/certificates", "{}", "Idempotency-Key", key);
    }

    private String issued() {
        return json(issue(UUID.randomUUID().toString())).get("entry").asText();
    }

    private Answer verified(String receipt) {
        String body =
                JsonNodeFactory.instance.objectNode().put("receipt", receipt).toString();
        return village.as("anybody")
                .sendBody(
                        "POST",
                        "/api/v1/verifications?language=zh",
                        BodyPublishers.ofString(body),
                        "X-CSRF-Token",
                        csrf());
    }

    private String csrf() {
        return json(village.as("anybody").get("/api/v1/session"))
                .get("csrfToken")
                .asText();
    }

    @Test
    void anOrderSentAgainIsTheSameCertificateThoughThereAreMoreHoursAndItIsAnotherDay() {
        String key = UUID.randomUUID().toString();
        Answer first = issue(key);
        assertEquals(201, first.status(), first.body());
        village.village.clock.pass(Duration.ofDays(1));
        village.village.approve(village.village.backfill(village.zhang, village.visiting, 30));
        village.forget("clerk");
        Answer again = issue(key);
        assertEquals("true", again.header("Idempotency-Replayed"), again.body());
        assertEquals(first.body(), again.body());
    }

    @Test
    void aSheetIsForTheClerkAndForWhomItIsAbout() {
        String sheet = "/api/v1/certificates/" + issued() + "/sheet";
        Answer own = village.as("volunteer").send("GET", sheet, null, "Accept", "text/html");
        assertTrue(own.body().contains("<strong>张桂兰</strong>") && own.body().contains("<svg"), own.body());
        assertTrue(own.header("Content-Security-Policy").contains("style-src 'unsafe-inline'"), "its style is within");
        assertEquals(
                own.body(),
                village.as("clerk")
                        .send("GET", sheet, null, "Accept", "text/html")
                        .body());
        ApiClient other = ApiClient.volunteer(village.address(), null, village.li, Village.PIN);
        assertEquals("404 not_found", told(other.send("GET", sheet, null, "Accept", "text/html")));
        assertEquals(
                "403 not_allowed",
                told(village.as("auditor").send("GET", sheet, null, "Accept", "text/html")),
                "it bears a name");
    }

    @Test
    void aCertificateWhoseHoursWereTakenBackIsNotPrintedAgain() {
        String id = issued();
        village.village.approve(village.village.backfill(village.zhang, village.visiting, 30));
        JsonNode certificate = json(village.as("auditor").get("/api/v1/certificates/" + id));
        assertFalse(certificate.get("stands").asBoolean());
        assertEquals(
                "409 certificate_hours_changed",
                told(village.as("clerk")
                        .send("GET", "/api/v1/certificates/" + id + "/sheet", null, "Accept", "text/html")));
    }

    @Test
    void whoHasNoApprovedHoursOrWasForgottenGetsNoCertificate() {
        ApiClient clerk = village.as("clerk");
        String theirs = "/api/v1/volunteers/" + village.zhang + "/certificates";
        assertEquals(
                "409 certificate_no_hours",
                told(clerk.post(theirs, "{'firstDay':'2026-01-01','lastDay':'2026-01-31'}")));
        assertEquals(
                "422 certificate_wrong_days",
                told(clerk.post(theirs, "{'firstDay':'2026-01-01','lastDay':'2027-01-31'}")));
        assertEquals(
                "404 not_found",
                told(clerk.post(
                        "/api/v1/volunteers/" + new VolunteerNo(new EntryId(0, 999_999)) + "/certificates", "{}")));
        village.village.forget(village.zhang);
        assertEquals("409 certificate_no_name", told(clerk.post(theirs, "{}")));
    }

    @Test
    void aReceiptIsVerifiedByAnybodyAndAnAlteredOneIsNot() throws Exception {
        Answer answer = village.as("volunteer").get("/api/v1/entries/0-18/receipt");
        String receipt = json(answer).get("receipt").asText();
        JsonNode verdict = json(verified(receipt));
        assertTrue(verdict.get("valid").asBoolean(), verdict.toPrettyString());
        assertTrue(verdict.at("/statement/said").asText().contains("旧账结转"), verdict.toPrettyString());
        String code = village.as("volunteer")
                .send("GET", "/api/v1/entries/0-18/receipt/code", null, "Accept", "image/svg+xml")
                .body();
        assertEquals(receipt, QrReader.read(code));
        int inTheEntry = receipt.indexOf("extra ") + 100;
        char other = receipt.charAt(inTheEntry) == 'A' ? 'B' : 'A';
        JsonNode altered = json(verified(receipt.substring(0, inTheEntry) + other + receipt.substring(inTheEntry + 1)));
        assertFalse(altered.get("valid").asBoolean());
        assertFalse(altered.has("statement"), "what is not proven is not told");
        assertEquals("not_a_receipt", json(verified("x")).at("/checks/0/check").asText());
    }

    @Test
    void whoBringsTooManyTextsThatProveNothingWaits() {
        for (int i = 0; i < 60; i++) {
            assertEquals(200, verified("x").status());
        }
        assertEquals("429 too_many_tries", told(verified("x")));
    }

    @Test
    void volunteersHaveReceiptsOfTheirOwnAlone() {
        ApiClient zhang = village.as("volunteer");
        for (String theirs : new String[] {"0-11", "0-13", "0-18", issued()}) {
            assertEquals(
                    200, zhang.get("/api/v1/entries/" + theirs + "/receipt").status(), theirs);
        }
        for (String others : new String[] {"0-1", "0-12", "0-14", "0-19", "0-999999"}) {
            assertEquals("404 not_found", told(zhang.get("/api/v1/entries/" + others + "/receipt")), others);
        }
        assertEquals(
                200, village.as("auditor").get("/api/v1/entries/0-2/receipt").status());
        assertEquals(
                "409 receipt_too_long", told(village.as("auditor").get("/api/v1/entries/0-1/receipt")), "a policy");
        assertEquals("404 receipt_no_entry", told(village.as("auditor").get("/api/v1/entries/0-999999/receipt")));
    }

    private Answer answers(String table) {
        return village.as("clerk")
                .sendBody("PUT", ANSWERS, BodyPublishers.ofString(table), "Content-Type", "text/csv; charset=utf-8");
    }

    @Test
    void whatTheNationalSystemAnswersIsTakenInOnce() {
        ApiClient clerk = village.as("clerk");
        String days = "?firstDay=2026-11-01&lastDay=2026-11-30";
        String table = clerk.send("GET", "/api/v1/national/table" + days, null, "Accept", "text/csv")
                .body();
        assertEquals(3, table.lines().count(), table);
        assertTrue(table.contains("张桂兰"), table);
        String answer = "记录编号,结果,编号或原因\n0-13,成功,3302-1\n";
        assertEquals(1, json(answers(answer)).get("accepted").asInt());
        long size = village.village.ledger.log().size();
        JsonNode again = json(answers(answer));
        assertEquals(1, again.get("known").asInt());
        assertEquals("known", again.at("/answers/0/became").asText());
        assertEquals(size, village.village.ledger.log().size());
        assertEquals(
                1,
                json(clerk.get("/api/v1/national/summary" + days + "&onlyNew=true"))
                        .get("alreadyThere")
                        .asInt());
        assertEquals(
                1,
                json(clerk.get("/api/v1/reports/national")).at("/all/accepted").asInt());
        Answer workbook = clerk.send("GET", "/api/v1/national/workbook" + days, null, "Accept", "*/*");
        assertTrue(workbook.body().startsWith("PK"), "a workbook is a ZIP");
    }

    @Test
    void aWrongTableIsRefusedWholeAndSaysWhere() {
        Answer wrong = answers("记录编号,结果,编号或原因\n0-13,也许,1\n0-14,成功,2\n");
        assertEquals("422 table_wrong_rows", told(wrong));
        assertTrue(json(wrong).get("detail").asText().contains("line 2"), wrong.body());
        assertEquals("422 table_columns", told(answers("a,b\n1,2\n")));
        assertEquals("422 table_not_a_table", told(answers("")));
        assertEquals("413 body_too_large", told(answers("x".repeat(1024 * 1024 + 1))));
        assertEquals(
                0,
                json(village.as("clerk").get("/api/v1/reports/national"))
                        .at("/all/accepted")
                        .asInt());
        assertEquals("400 bad_request", told(village.as("clerk").get("/api/v1/national/summary?firstDay=2026-11-01")));
    }
}

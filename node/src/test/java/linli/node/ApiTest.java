package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import linli.entry.EntryCodec;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.log.Hash;
import linli.log.InclusionProof;
import linli.log.MerkleProofs;
import linli.log.Vkey;
import linli.node.Browser.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    private Village village;
    private VolunteerNo zhang;
    private EntryId visiting;

    @BeforeEach
    void found() {
        village = Village.found(folder);
        zhang = village.enrol("张桂兰", Village.PIN);
        visiting = village.activity("陪独居老人聊天", "和平里三号楼");
    }

    @AfterEach
    void close() {
        village.close();
    }

    private static JsonNode json(Answer answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    private Browser signedIn() throws IOException {
        Browser browser = village.browser();
        String token = json(browser.getJson("/api/v1/session")).get("csrfToken").asText();
        Answer answer = browser.sendJson(
                "POST", "/api/v1/session", "{\"number\":\"" + zhang + "\",\"pin\":\"" + Village.PIN + "\"}", token);
        assertEquals(200, answer.status(), answer.body());
        return browser;
    }

    @Test
    void aProgramSignsInReadsAndSignsOut() throws IOException {
        village.approve(village.backfill(zhang, visiting, 90));
        Browser browser = signedIn();
        JsonNode me = json(browser.getJson("/api/v1/me"));
        assertEquals("张桂兰", me.get("name").asText());
        assertEquals(
                "{\"clock\":0,\"backfilled\":90,\"pending\":0}",
                me.get("minutes").toString());
        assertEquals("{\"held\":0,\"announced\":4,\"owed\":0}", me.get("points").toString());

        String csrf = json(browser.getJson("/api/v1/session")).get("csrfToken").asText();
        assertEquals(
                403,
                browser.sendJson("DELETE", "/api/v1/session", "", "another").status());
        assertEquals(200, browser.getJson("/api/v1/me").status());
        assertEquals(
                204, browser.sendJson("DELETE", "/api/v1/session", "", csrf).status());
        assertEquals(401, browser.getJson("/api/v1/me").status());
    }

    @Test
    void signingInWithoutTheTokenIsRefused() throws IOException {
        Browser browser = village.browser();
        Answer answer = browser.send(
                "POST",
                "/api/v1/session",
                BodyPublishers.ofString("{\"number\":\"" + zhang + "\",\"pin\":\"" + Village.PIN + "\"}"),
                "Content-Type",
                "application/json");
        assertEquals("csrf_refused", json(answer).get("code").asText());
    }

    @Test
    void recordsArePagedNewestFirstWithNoneLeftOutOrTwice() throws IOException {
        List<String> written = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            written.add(0, village.backfill(zhang, visiting, 10 + i).toString());
        }
        Browser browser = signedIn();
        List<String> read = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String from = "";
        do {
            JsonNode page = json(browser.getJson("/api/v1/me/records?limit=20" + from));
            page.get("items").forEach(record -> read.add(record.get("id").asText()));
            sizes.add(page.get("items").size());
            from = page.has("next") ? "&from=" + page.get("next").asText() : "";
        } while (!from.isEmpty());
        assertEquals(written, read);
        assertEquals(List.of(20, 20, 5), sizes);
        assertEquals(
                3,
                json(browser.getJson("/api/v1/me/records?limit=3")).get("items").size());
        assertEquals(400, browser.getJson("/api/v1/me/records?limit=201").status());
        assertEquals(400, browser.getJson("/api/v1/me/records?limit=-1").status());
    }

    @Test
    void aRecordCarriesAProofThatAStrangerCanCheck() throws IOException {
        EntryId record = village.visit(zhang, visiting, Duration.ofMinutes(45));
        village.backfill(zhang, visiting, 5);
        Browser browser = signedIn();
        JsonNode proven = json(browser.getJson("/api/v1/me/records/" + record));
        Vkey vkey = Vkey.ofText(
                json(village.browser().getJson("/api/v1/node")).get("vkey").asText());
        byte[] entry = Base64.getDecoder().decode(proven.at("/entry/bytes").asText());
        assertTrue(EntryCodec.verify(entry, vkey, record.index()));

        List<Hash> path = new ArrayList<>();
        proven.at("/proof/path").forEach(hash -> path.add(Hash.ofBase64(hash.asText())));
        Hash root = Hash.ofBase64(proven.at("/proof/root").asText());
        long size = proven.at("/proof/size").asLong();
        assertTrue(MerkleProofs.inclusion(record.index(), size, Hash.ofLeaf(entry), path, root));

        byte[] file = browser.get("/me/records/" + record + "/proof").response().body();
        assertEquals(
                size,
                InclusionProof.ofBytes(file).verify(Hash.ofLeaf(entry), vkey).size());
        assertEquals(proven.at("/proof/tlogProof").asText(), new String(file, StandardCharsets.UTF_8));
        assertEquals(
                Hash.ofLeaf(entry),
                Hash.ofLeaf(browser.get("/me/records/" + record + "/entry")
                        .response()
                        .body()));
    }

    @Test
    void nobodySeesTheRecordsOfAnother() throws IOException {
        VolunteerNo li = village.enrol("李建国", "1357");
        EntryId theirs = village.backfill(li, visiting, 60);
        Browser browser = signedIn();
        for (String path : List.of(
                "/api/v1/me/records/" + theirs,
                "/me/records/" + theirs,
                "/me/records/" + theirs + "/proof",
                "/me/records/" + theirs + "/entry",
                "/me/records/0-999999",
                "/me/records/" + zhang.entry())) {
            assertEquals(404, browser.get(path).status(), path);
        }
        assertEquals(
                0,
                json(browser.getJson("/api/v1/me/records?from=" + theirs))
                        .get("items")
                        .size());
    }

    @Test
    void sumsArePublicAndNameNobody() throws IOException {
        village.approve(village.backfill(zhang, visiting, 90));
        Answer totals = village.browser().getJson("/api/v1/totals");
        assertEquals(
                "[{\"branch\":0,\"place\":\"和平里三号楼\",\"category\":\"elder-care\",\"evidence\":\"backfill\","
                        + "\"approved\":true,\"minutes\":90,\"records\":1}]",
                json(totals).get("items").toString());
        assertFalse(totals.body().contains("张桂兰") || totals.body().contains(zhang.toString()));
        JsonNode policy = json(village.browser().getJson("/api/v1/policy"));
        assertEquals("Asia/Shanghai", policy.at("/policy/zone").asText());
    }

    @Test
    void hoursAreThereAfterARestartAndSessionsAreNot() throws IOException {
        village.approve(village.backfill(zhang, visiting, 90));
        Browser before = signedIn();
        String session = before.cookies.get("linli-session");
        village.restart();
        Browser after = village.browser();
        after.cookies.put("linli-session", session);
        assertEquals(401, after.getJson("/api/v1/me").status());
        assertEquals(
                90,
                json(signedIn().getJson("/api/v1/me")).at("/minutes/backfilled").asInt());
    }
}

package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.node.Browser.Answer;
import linli.peer.Vouched;
import linli.receipt.Receipts;
import linli.sync.SyncStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyPageTest {
    @TempDir
    Path folder;

    private Village village;
    private EntryId record;

    @BeforeEach
    void found() {
        village = Village.found(folder);
        VolunteerNo zhang = village.enrol("张桂兰", Village.PIN);
        record = village.backfill(zhang, village.activity("陪独居老人聊天", "和平里三号楼"), 90);
    }

    @AfterEach
    void close() {
        village.close();
    }

    private String receipt() {
        return Receipts.of(village.ledger).of(record).toText();
    }

    private static String part(String name, String content) {
        return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + content + "\r\n";
    }

    private static Answer post(Browser browser, String text, String file) {
        byte[] body = (part("text", text) + part("file\"; filename=\"a.txt", file) + "--x--\r\n")
                .getBytes(StandardCharsets.UTF_8);
        return browser.send(
                "POST",
                "/verify",
                BodyPublishers.ofByteArray(body),
                "Accept",
                "text/html",
                "Content-Type",
                "multipart/form-data; boundary=x");
    }

    private Browser browser(String language) {
        Browser browser = village.browser();
        browser.cookies.put("linli-language", language);
        return browser;
    }

    @Test
    void whatIsPastedOrUploadedIsToldInBothLanguagesWithoutSigningIn() {
        String said = post(browser("zh"), receipt().replace("\n", "\r\n"), "").body();
        assertTrue(said.contains("凭证有效"), said);
        assertTrue(said.contains("王秀英（wang）"), said);
        assertTrue(said.contains("在活动 “陪独居老人聊天”（"), said);
        assertTrue(said.contains("服务 1 小时 30 分钟"), said);
        assertFalse(said.contains("张桂兰"), "a name that is not in the receipt");
        String english = post(browser("en"), "", receipt()).body();
        assertTrue(english.contains("The receipt is valid") && english.contains("The county has it."), english);
    }

    @Test
    void theFormIsThereForEverybodyAndNamesNoCounty() {
        Answer form = browser("zh").get("/verify");
        assertEquals(200, form.status());
        assertTrue(form.body().contains("enctype=\"multipart/form-data\""), form.body());
        assertTrue(browser("en").get("/").body().contains("href=\"/verify\""));
        assertFalse(form.body().contains("verify."), form.body());
    }

    @Test
    void whatDoesNotHoldIsToldAndNothingInItIsMarkup() {
        String altered =
                post(browser("zh"), receipt().replace("extra ", "extra A"), "").body();
        assertTrue(altered.contains("凭证无效") && altered.contains("role=\"alert\""), altered);
        String markup = receipt().replace("xx.linli/heping", "<b>x</b>");
        String page = post(browser("en"), markup, "").body();
        assertTrue(page.contains("&lt;b&gt;x&lt;/b&gt;") && !page.contains("<b>x</b>"), page);
        assertTrue(post(browser("en"), "", "").body().contains("There is nothing here."));
    }

    @Test
    void aBodyOfAnotherKindOrTooLargeIsAProblem() {
        assertEquals(413, post(browser("zh"), "x".repeat(33_000), "").status());
        Answer form = browser("zh").form("/verify", "text", receipt());
        assertEquals(415, form.status());
        Answer broken = browser("zh")
                .send(
                        "POST",
                        "/verify",
                        BodyPublishers.ofString("nothing"),
                        "Content-Type",
                        "multipart/form-data; boundary=x");
        assertEquals(400, broken.status());
    }

    @Test
    void whoeverTriesTooOftenWaitsAndWhoeverHasReceiptsDoesNot() {
        Browser browser = browser("zh");
        for (int i = 0; i < 70; i++) {
            assertEquals(200, post(browser, receipt(), "").status());
        }
        for (int i = 0; i < 60; i++) {
            assertEquals(200, post(browser, "x", "").status());
        }
        Answer refused = post(browser, receipt(), "");
        assertEquals(429, refused.status());
        assertFalse(refused.header("Retry-After").isEmpty());
        village.clock.pass(Duration.ofMinutes(2));
        assertEquals(200, post(browser, receipt(), "").status());
    }

    @Test
    void aBranchKnowsWhatItsCountyToldIt() {
        try (Outpost branch = new Outpost(folder.resolve("outpost"))) {
            EntryId first = new EntryId(1, 0);
            String text = Receipts.of(branch.ledger).of(first).toText();
            String before = post(branch.browser("en"), text, "").body();
            assertTrue(before.contains("Not seen by the county yet"), before);
            branch.sync = Optional.of(
                    new SyncStatus(1, Optional.of(new Vouched(1, 0)), List.of(), List.of(), List.of(), false));
            assertTrue(post(branch.browser("en"), text, "").body().contains("The county has it."));
        }
    }

    @Test
    void afterSwitchingTheLanguageThePageIsThereAgain() {
        Browser browser = browser("zh");
        String token = Browser.tokenIn(browser.get("/verify").body());
        assertEquals(
                "303 → /verify",
                browser.form("/language", "token", token, "language", "en", "back", "/verify")
                        .told());
    }
}

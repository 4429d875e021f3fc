package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import linli.ledger.Standing;
import linli.node.Browser.Answer;
import linli.peer.PeerException;
import linli.peer.Vouched;
import linli.sync.SyncStatus;
import linli.sync.SyncStatus.Contact;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyncPageTest {
    private static final String RED = "class=\"alarm\"";

    @TempDir
    Path folder;

    private Outpost node;

    @BeforeEach
    void join() {
        node = new Outpost(folder);
    }

    @AfterEach
    void close() {
        node.close();
    }

    private void stands(long ownSize, long countyHolds) {
        Instant met = node.clock.instant().minus(Duration.ofHours(2));
        node.sync = Optional.of(new SyncStatus(
                ownSize,
                Optional.of(new Vouched(countyHolds, met.getEpochSecond())),
                List.of(contact(Optional.of(met), null, false)),
                List.of(),
                List.of(),
                false));
    }

    private void standsWith(List<Contact> contacts, List<Standing> waiting, List<String> forked, boolean heldBack) {
        node.sync = Optional.of(new SyncStatus(4820, Optional.empty(), contacts, waiting, forked, heldBack));
    }

    private static Contact contact(Optional<Instant> met, String problem, boolean underWay) {
        return new Contact("https://county.example:7443", met, Optional.ofNullable(problem), underWay);
    }

    private String page(String language, String path) {
        Answer answer = node.browser(language).get(path);
        assertTrue(answer.status() == 200 || path.equals("/nothing"), answer.body());
        return answer.body();
    }

    private static void shows(String page, String... texts) {
        for (String text : texts) {
            assertTrue(page.contains(text), text + " is not on\n" + page);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing"})
    void everyPageEndsWithWhatTheCountyHolds(String path) {
        stands(4813, 4813);
        shows(page("zh", path), "已保存在本社区 · 县级已保存到第 4,812 号（2 小时前）", "href=\"/sync\"");
        String english = page("en", path);
        shows(english, "Saved here · the county holds everything to #4,812 (2 hours ago)");
        assertFalse(english.contains(RED), english);
    }

    @Test
    void whatWaitsToBeCarriedIsCountedCalmly() {
        stands(4820, 4813);
        shows(page("zh", "/"), "还有 7 条待送县级");
        shows(page("en", "/"), "still to be carried: 7");
        String page = page("en", "/sync");
        shows(page, "goes to the county as soon as it is reached", "everything to #4,812", "7 entries", "2 hours ago");
        assertFalse(page.contains(RED), page);
    }

    @Test
    void aNodeThatStandsAloneSaysNothingAtTheFoot() {
        assertFalse(page("en", "/").contains("class=\"foot\""));
        shows(page("en", "/sync"), "This node stands alone; everything is saved here.");
    }

    @Test
    void beforeTheFirstMeetingEverythingIsSavedHere() {
        standsWith(List.of(contact(Optional.empty(), null, true)), List.of(), List.of(), false);
        shows(page("zh", "/"), "尚未与县级联系，记录都已保存在本机");
        shows(page("en", "/sync"), "The county has not been met yet", "Being met now");
    }

    @Test
    void aNodeThatWasNeverReachedSaysSo() {
        standsWith(List.of(contact(Optional.empty(), null, false)), List.of(), List.of(), false);
        shows(page("zh", "/sync"), "还没有联系上过");
        shows(page("en", "/sync"), "Not met yet");
    }

    @ParameterizedTest
    @EnumSource(PeerException.Code.class)
    void aCodeIsToldInASentence(PeerException.Code code) {
        standsWith(List.of(contact(Optional.empty(), code.name(), false)), List.of(), List.of(), false);
        for (String language : List.of("zh", "en")) {
            String page = page(language, "/sync");
            assertFalse(page.contains(code.name()), page);
            shows(page, language.equals("zh") ? "最近一次没有成功：" : "The last try did not succeed: ");
        }
    }

    @Test
    void anUnknownReasonIsShownAsItIsAndNothingInItIsMarkup() {
        standsWith(
                List.of(contact(Optional.empty(), "the <b>moon</b> was in the way", false)),
                List.of(),
                List.of(),
                false);
        shows(page("en", "/sync"), "the &lt;b&gt;moon&lt;/b&gt; was in the way");
    }

    @Test
    void whatCannotBePostedYetSaysWhatItWaitsFor() {
        standsWith(List.of(), List.of(Standing.awaitingCounty(2, 30, 42, 100)), List.of(), false);
        shows(page("zh", "/sync"), "东门社区", "12 条记录，等待县级日志到第 99 号");
        shows(page("en", "/sync"), "Entries: 12, waiting for the county's log up to #99");
    }

    @Test
    void whatALaterLinliWroteSaysThatThisNodeMustBeUpdated() {
        standsWith(List.of(), List.of(Standing.awaitingUpdate(2, 30, 42)), List.of(), false);
        shows(page("zh", "/sync"), "东门社区", "12 条记录，由更新版本的邻里写入，请升级本机");
        shows(page("en", "/sync"), "Entries: 12, written by a newer Linli; update this node");
    }

    @Test
    void aFrozenLogIsRedOnEveryPage() {
        standsWith(List.of(), List.of(), List.of("xx.linli/dongmen"), false);
        shows(page("zh", "/"), RED, "有一份日志出现矛盾，已被冻结");
        shows(page("zh", "/sync"), RED, "“东门社区”的日志（xx.linli/dongmen）");
        shows(page("en", "/sync"), RED, "The log of 东门社区 (xx.linli/dongmen) was signed in two versions");
    }

    @Test
    void aNodeThatIsHeldBackIsRedOnEveryPage() {
        standsWith(List.of(), List.of(), List.of(), true);
        shows(page("en", "/"), RED, "This node has stopped recording");
        shows(page("zh", "/sync"), RED, "本机已暂停记录", "linli restore");
    }

    @Test
    void everyCommunityIsListedWithWhatIsHereOfIt() {
        stands(1, 1);
        shows(page("zh", "/sync"), "示例县", "4<br>", "和平社区", "1<br>", "已全部入账", "东门社区", "还没有收到");
    }

    @Test
    void thePageShowsItselfAnewAndTheLanguageSwitchComesBackToIt() {
        Answer answer = node.browser("zh").get("/sync");
        assertEquals("10", answer.header("Refresh"));
        assertTrue(answer.header("Content-Security-Policy").startsWith("default-src 'none'"));
        shows(answer.body(), "name=\"back\" value=\"/sync\"");
    }

    @Test
    void lookingOnDoesNotKeepASessionAlive() {
        try (Village village = Village.found(folder.resolve("village"))) {
            Browser browser = village.browser();
            browser.signIn(village.enrol("张桂兰", Village.PIN).toString(), Village.PIN);
            assertEquals("605; url=/", browser.get("/sync").header("Refresh"));
        }
    }

    @Test
    void aProgramIsToldTheSame() throws IOException {
        stands(4820, 4813);
        JsonNode told = new JsonMapper()
                .readTree(node.browser("zh").getJson("/api/v1/sync").body());
        assertEquals("behind", told.get("state").asText());
        assertEquals(7, told.get("toCarry").asLong());
        assertEquals(4813, told.get("countyHolds").get("size").asLong());
        assertEquals(
                "2026-11-23T07:00:00+08:00", told.get("countyHolds").get("at").asText());
        assertEquals(
                "https://county.example:7443",
                told.get("contacts").get(0).get("name").asText());
        assertEquals("东门社区", told.get("branches").get(2).get("name").asText());
        assertEquals(1, told.get("branches").get(1).get("held").asLong());
    }
}

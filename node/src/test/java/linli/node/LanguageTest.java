package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.Sets;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import linli.entry.EntryId;
import linli.entry.HoursEvent.HoursRejected;
import linli.entry.HoursEvent.HoursReversed;
import linli.entry.VolunteerNo;
import linli.web.door.Refusals;
import linli.web.page.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageTest {
    private static final Pattern PLACE_FOR_A_VALUE = Pattern.compile("\\{[0-9]}");

    @TempDir
    Path folder;

    private Village village;

    @BeforeEach
    void found() {
        village = Village.found(folder);
    }

    @AfterEach
    void close() {
        village.close();
    }

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        for (String file : Words.FILES) {
            try (InputStreamReader in = new InputStreamReader(
                    Objects.requireNonNull(Words.class.getResourceAsStream(file + "-" + language + ".properties")),
                    StandardCharsets.UTF_8)) {
                Properties some = new Properties();
                some.load(in);
                assertEquals(Set.of(), Sets.intersection(words.keySet(), some.keySet()), "said twice");
                words.putAll(some);
            }
        }
        return words;
    }

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        Properties zh = words("zh");
        Properties en = words("en");
        assertEquals(zh.stringPropertyNames(), en.stringPropertyNames());
        for (String key : zh.stringPropertyNames()) {
            assertFalse(zh.getProperty(key).isBlank() || en.getProperty(key).isBlank(), key);
            assertEquals(places(zh.getProperty(key)), places(en.getProperty(key)), key);
        }
    }

    @Test
    void whateverIsRefusedIsToldInWordsOfItsOwn() throws IOException {
        Properties zh = words("zh");
        List<String> wordless = Refusals.codes()
                .filter(code ->
                        !zh.containsKey("problem." + code + ".title") || !zh.containsKey("problem." + code + ".detail"))
                .toList();
        assertEquals(List.of(), wordless);
    }

    private static List<String> places(String text) {
        return PLACE_FOR_A_VALUE
                .matcher(text)
                .results()
                .map(place -> place.group())
                .sorted()
                .toList();
    }

    @Test
    void everyPageIsWholeInBothLanguagesAndShowsNoKey() throws IOException {
        VolunteerNo zhang = village.enrol("张桂兰", Village.PIN);
        VolunteerNo li = village.enrol("李建国", Village.PIN);
        EntryId record = inEveryState(zhang);
        for (String language : List.of("zh", "en")) {
            List<String> pages = new ArrayList<>();
            Browser browser = village.browser();
            browser.cookies.put("linli-language", language);
            pages.add(browser.get("/").body());
            pages.add(browser.get("/nothing").body());
            pages.add(browser.get("/verify").body());
            pages.add(browser.signIn("12", Village.PIN).body());
            pages.add(browser.signIn(zhang.toString(), "97531").body());
            browser.signIn(zhang.toString(), Village.PIN);
            pages.add(browser.get("/me").body());
            pages.add(browser.get("/me/records/" + record).body());
            browser.cookies.remove("linli-session");
            browser.signIn(li.toString(), Village.PIN);
            String empty = browser.get("/me").body();
            assertTrue(empty.contains(words(language).getProperty("me.empty")), empty);
            pages.add(empty);
            for (String page : pages) {
                assertTrue(page.contains("<html lang=\"" + (language.equals("zh") ? "zh-Hans" : "en")), page);
                assertFalse(PLACE_FOR_A_VALUE.matcher(page).find(), page);
                words(language).stringPropertyNames().stream()
                        .filter(key -> key.contains("."))
                        .forEach(key -> assertFalse(page.contains(key), key + " on\n" + page));
            }
        }
    }

    private EntryId inEveryState(VolunteerNo who) {
        EntryId activity = village.activity("陪独居老人聊天", "和平里三号楼");
        EntryId approved = village.backfill(who, activity, 90);
        EntryId rejected = village.backfill(who, activity, 90);
        EntryId reversed = village.backfill(who, activity, 25 * 60);
        village.backfill(who, activity, 30);
        village.approve(approved, reversed);
        village.write(Village.APPROVER, new HoursRejected(rejected, "重复登记"));
        village.write(Village.APPROVER, new HoursReversed(reversed, "时长有误"));
        village.visit(who, activity, Duration.ofMinutes(45));
        return approved;
    }

    @Test
    void theLanguageIsRememberedAndThePageStays() {
        VolunteerNo zhang = village.enrol("张桂兰", Village.PIN);
        Browser browser = village.browser();
        browser.signIn(zhang.toString(), Village.PIN);
        String token = Browser.tokenIn(browser.get("/me").body());
        Browser.Answer switched = browser.form("/language", "token", token, "language", "en", "back", "/me");
        assertEquals("303 → /me", switched.told());
        assertTrue(switched.header("Set-Cookie").contains("Max-Age=31536000"));
        assertTrue(browser.get("/me").body().contains("Hello, 张桂兰"));
        assertEquals(
                "303 → /",
                browser.form("/language", "token", token, "language", "zh", "back", "https://evil.example/")
                        .told());
    }
}

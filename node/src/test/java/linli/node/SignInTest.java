package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.node.Browser.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInTest {
    @TempDir
    Path folder;

    private Village village;
    private VolunteerNo zhang;

    @BeforeEach
    void found() {
        village = Village.found(folder);
        zhang = village.enrol("张桂兰", Village.PIN);
    }

    @AfterEach
    void close() {
        village.close();
    }

    @Test
    void aWrongPinAnUnknownNumberAndNoPinGetTheSameAnswer() {
        VolunteerNo withoutPin = village.enrol("李建国", null);
        VolunteerNo unknown = new VolunteerNo(new EntryId(0, 900));
        Browser browser = village.browser();
        List<String> answers = List.of(
                refusal(browser.signIn(zhang.toString(), "1234"), zhang),
                refusal(browser.signIn(unknown.toString(), Village.PIN), unknown),
                refusal(browser.signIn(withoutPin.toString(), Village.PIN), withoutPin));
        assertEquals(answers.get(0), answers.get(1));
        assertEquals(answers.get(0), answers.get(2));
        assertTrue(answers.get(0).contains("还没有密码的，请找工作人员办理"));
    }

    private static String refusal(Answer answer, VolunteerNo number) {
        assertEquals(401, answer.status());
        return answer.body().replace(number.toString(), "…");
    }

    @Test
    void aNumberWithAWrongDigitIsSaidToBeWrong() {
        Answer answer = village.browser().signIn("0-4-4", Village.PIN);
        assertEquals(400, answer.status());
        assertTrue(answer.body().contains("请逐位核对"));
    }

    @Test
    void afterFiveWrongPinsEvenTheRightOneMustWaitAndThenLonger() {
        Browser browser = village.browser();
        assertEquals(List.of(401, 401, 401, 401, 401), wrongPins(browser, 5));
        Answer locked = browser.signIn(zhang.toString(), Village.PIN);
        assertEquals(429, locked.status());
        assertEquals("901", locked.header("Retry-After"));
        assertTrue(locked.body().contains("请等待 15 分钟"), locked.body());

        village.clock.pass(Duration.ofMinutes(15));
        assertEquals(List.of(401, 401, 401, 401, 401), wrongPins(browser, 5));
        assertTrue(browser.signIn(zhang.toString(), Village.PIN).body().contains("请等待 30 分钟"));

        village.clock.pass(Duration.ofMinutes(30));
        assertEquals("303 → /me", browser.signIn(zhang.toString(), Village.PIN).told());
    }

    @Test
    void aRightPinForgivesTheWrongOnesBeforeIt() {
        Browser browser = village.browser();
        wrongPins(browser, 4);
        assertEquals(303, browser.signIn(zhang.toString(), Village.PIN).status());
        assertEquals(List.of(401, 401, 401, 401), wrongPins(village.browser(), 4));
    }

    @Test
    void oneClientTryingManyNumbersMustWaitToo() {
        Browser browser = village.browser();
        for (int i = 0; i < 30; i++) {
            VolunteerNo number = new VolunteerNo(new EntryId(0, 1000 + i));
            assertEquals(401, browser.signIn(number.toString(), "1234").status());
        }
        assertEquals(429, browser.signIn(zhang.toString(), Village.PIN).status());
    }

    private List<Integer> wrongPins(Browser browser, int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> browser.signIn(zhang.toString(), "1234").status())
                .toList();
    }

    @Test
    void aFormThatIsNotOursChangesNothing() {
        Browser stranger = village.browser();
        assertEquals(
                403,
                stranger.form("/sign-in", "number", zhang.toString(), "pin", Village.PIN)
                        .status());
        assertEquals(
                403, stranger.form("/language", "language", "en", "back", "/").status());
        String foreign = Browser.tokenIn(village.browser().get("/").body());
        Answer refused = stranger.form("/sign-in", "token", foreign, "number", zhang.toString(), "pin", Village.PIN);
        assertEquals(403, refused.status());
        assertTrue(refused.body().contains("页面已过期"));

        Browser browser = village.browser();
        browser.signIn(zhang.toString(), Village.PIN);
        assertEquals(403, browser.form("/sign-out", "token", foreign).status());
        assertEquals(200, browser.get("/me").status(), "still signed in");
    }

    @Test
    void theSessionCookieIsOutOfReachAndNewAtEverySignIn() {
        Browser browser = village.browser();
        browser.cookies.put("linli-session", "chosen-by-an-attacker");
        Answer answer = browser.signIn(zhang.toString(), Village.PIN);
        String cookie = answer.response().headers().allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith("linli-session="))
                .findFirst()
                .orElseThrow();
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
        assertFalse(cookie.contains("Secure"), "a browser would not send it back over http");
        assertNotEquals("chosen-by-an-attacker", browser.cookies.get("linli-session"));
        assertEquals(43, browser.cookies.get("linli-session").length(), "32 bytes");
    }

    @Test
    void behindAWebServerWithTlsCookiesAreSecureAndNobodyIsLedAway() {
        Browser browser = village.browser();
        String[] forwarded = {"X-Forwarded-Proto", "https", "X-Forwarded-For", "192.0.2.7", "Accept", "text/html"};
        Answer page = browser.send("GET", "/", BodyPublishers.noBody(), forwarded);
        assertTrue(page.header("Set-Cookie").contains("Secure"), page.header("Set-Cookie"));
        Answer led = browser.send("GET", "/me", BodyPublishers.noBody(), forwarded);
        assertTrue(led.header("Location").matches("https://.*|/.*"), led.header("Location"));
    }

    @Test
    void aSessionLeftAloneEndsAndIsSaidToHaveEnded() {
        Browser browser = village.browser();
        browser.signIn(zhang.toString(), Village.PIN);
        Answer page = browser.get("/me");
        assertTrue(page.header("Refresh").endsWith("url=/"));
        village.clock.pass(Duration.ofMinutes(10).plusSeconds(1));
        assertEquals("303 → /", browser.get("/me").told());
        assertTrue(browser.get("/").body().contains("已自动退出"));
        assertFalse(browser.get("/").body().contains("已自动退出"), "said once");
    }

    @Test
    void whoWasForgottenIsNotLetInAndNotShown() {
        Browser browser = village.browser();
        browser.signIn(zhang.toString(), Village.PIN);
        village.forget(zhang);
        assertEquals("303 → /", browser.get("/me").told());
        assertEquals(401, browser.getJson("/api/v1/me").status());
        assertEquals(
                401, village.browser().signIn(zhang.toString(), Village.PIN).status());
    }
}

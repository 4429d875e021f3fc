package linli.node;

import static linli.node.ApiClient.json;
import static linli.node.ApiClient.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import linli.entry.Actor;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.OfficeEvent.StaffDismissed;
import linli.entry.Role;
import linli.node.Browser.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How staff come in, and how they do not come in any more. */
class StaffSignInTest {
    private static final String CHOSEN = "四月的油菜花开满山坡";

    @TempDir
    Path folder;

    private StaffedVillage village;
    private String initial;

    @BeforeEach
    void found() {
        village = new StaffedVillage(folder);
        initial = village.passwords().handOut(village.member("wang"), village.village.clock.instant());
    }

    @AfterEach
    void close() {
        village.close();
    }

    private Answer signIn(String handle, String password, String more) {
        return ApiClient.anonymous(village.address())
                .post(
                        "/api/v1/session",
                        "{'carry':'bearer','handle':'" + handle + "','password':'" + password + "'" + more + "}");
    }

    private ApiClient signedIn(String password) {
        return ApiClient.staff(village.address(), "wang", password);
    }

    private ApiClient chosen() {
        Answer answer = signIn("wang", initial, ",'newPassword':'" + CHOSEN + "'");
        assertEquals(200, answer.status(), answer.body());
        return ApiClient.of(village.address(), json(answer).get("token").asText());
    }

    @Test
    void anInitialPasswordOpensNothingButTheChoiceOfAnother() {
        assertEquals("403 password_change_needed", told(signIn("wang", initial, "")));
        assertEquals("422 password_refused", told(signIn("wang", initial, ",'newPassword':'ninechars'")));
        ApiClient clerk = chosen();
        assertEquals(200, clerk.get("/api/v1/staff").status());
        assertEquals("401 sign_in_refused", told(signIn("wang", initial, "")));
        assertEquals(200, signIn("wang", CHOSEN, "").status());
    }

    @Test
    void anInitialPasswordNobodyUsedIsOverAfterAWeek() {
        village.village.clock.pass(Duration.ofDays(7).plusSeconds(1));
        assertEquals("401 sign_in_refused", told(signIn("wang", initial, ",'newPassword':'" + CHOSEN + "'")));
    }

    @Test
    void unknownWrongDismissedAndNeverGivenGetTheSameAnswer() {
        List<String> answers = List.of("nobody", "wang", "zhou", "NOT A HANDLE", "x".repeat(10_000)).stream()
                .map(handle -> signIn(handle, "not the password", ""))
                .map(answer -> answer.body().replaceAll("\"id\":\"[0-9a-f]+\"", ""))
                .distinct()
                .toList();
        assertEquals(1, answers.size(), answers.toString());
    }

    @Test
    void afterFiveWrongPasswordsEvenTheRightOneMustWait() {
        ApiClient before = chosen();
        List<String> tries = IntStream.range(0, 6)
                .mapToObj(i -> told(signIn("wang", "not the password", "")))
                .distinct()
                .toList();
        assertEquals(List.of("401 sign_in_refused", "429 too_many_tries"), tries);
        assertEquals("429 too_many_tries", told(signIn("wang", CHOSEN, "")));
        assertEquals(200, before.get("/api/v1/staff").status(), "who is signed in is not shut out");
        village.village.clock.pass(Duration.ofMinutes(15));
        assertEquals(200, signIn("wang", CHOSEN, "").status());
    }

    @Test
    void whoIsDismissedIsNobodyFromTheirNextRequestOn() {
        ApiClient clerk = chosen();
        assertEquals(200, clerk.get("/api/v1/hours").status());
        village.village.write(Actor.NODE, new StaffDismissed("wang", "调岗"));
        assertEquals("401 not_signed_in", told(clerk.get("/api/v1/hours")));
        assertEquals("401 sign_in_refused", told(signIn("wang", CHOSEN, "")));
    }

    @Test
    void whoGetsTheHandleOfSomebodyDismissedDoesNotGetTheirPassword() {
        ApiClient before = chosen();
        village.village.write(Actor.NODE, new StaffDismissed("wang", "调岗"));
        village.village.write(Actor.NODE, new StaffAppointed("wang", "另一个王", List.of(Role.MANAGER), null));
        assertEquals("401 sign_in_refused", told(signIn("wang", CHOSEN, "")));
        assertEquals("401 not_signed_in", told(before.get("/api/v1/staff")));
    }

    @Test
    void rolesAreThoseOfThisMoment() {
        ApiClient clerk = chosen();
        assertEquals("403 not_allowed", told(clerk.get("/api/v1/kiosks")));
        village.village.write(Actor.NODE, new StaffAppointed("wang", "王秀英", List.of(Role.MANAGER), null));
        assertEquals(200, clerk.get("/api/v1/kiosks").status());
        village.village.write(Actor.NODE, new StaffAppointed("wang", "王秀英", List.of(Role.AUDITOR), null));
        assertEquals("403 not_allowed", told(clerk.get("/api/v1/kiosks")));
    }

    @Test
    void aNewPasswordEndsWhatTheOldOneHadOpened() {
        ApiClient one = chosen();
        ApiClient other = signedIn(CHOSEN);
        assertEquals(
                "401 sign_in_refused",
                told(one.send("PUT", "/api/v1/session/password", "{'password':'wrong','newPassword':'long enough'}")));
        Answer changed = one.send(
                "PUT", "/api/v1/session/password", "{'password':'" + CHOSEN + "','newPassword':'long enough it is'}");
        assertEquals(200, changed.status(), changed.body());
        for (ApiClient gone : List.of(one, other)) {
            assertEquals("401 not_signed_in", told(gone.get("/api/v1/staff")));
        }
        ApiClient fresh =
                ApiClient.of(village.address(), json(changed).get("token").asText());
        assertEquals(200, fresh.get("/api/v1/staff").status());
        village.passwords().handOut(village.member("wang"), village.village.clock.instant());
        assertEquals("401 not_signed_in", told(fresh.get("/api/v1/staff")), "handed out anew beside the running node");
    }

    @Test
    void aBrowserMustBringTheTokenAndAProgramNeedNot() {
        chosen();
        Browser browser = village.village.browser();
        String credentials = "{\"handle\":\"wang\",\"password\":\"" + CHOSEN + "\"}";
        assertEquals("403 csrf_refused", told(browser.sendJson("POST", "/api/v1/session", credentials, "guessed")));
        String token = json(browser.getJson("/api/v1/session")).get("csrfToken").asText();
        Answer answer = browser.sendJson("POST", "/api/v1/session", credentials, token);
        assertEquals(200, answer.status(), answer.body());
        assertFalse(json(answer).has("token"), "a browser keeps it where no script can read it");
        assertEquals(43, browser.cookies.get("linli-session").length());

        String body = "{\"policy\":{}}";
        assertEquals("403 csrf_refused", told(browser.sendJson("POST", "/api/v1/policy/check", body, token)));
        String now = json(answer).get("csrfToken").asText();
        assertEquals("422 policy_invalid", told(browser.sendJson("POST", "/api/v1/policy/check", body, now)));
    }

    @Test
    void whoIsThereIsToldWithTheirRoles() {
        String told = json(chosen().get("/api/v1/session")).toString();
        assertTrue(told.startsWith("{\"who\":\"staff\",\"signedIn\":true,\"handle\":\"wang\",\"name\":\"王秀英\","), told);
        assertTrue(told.contains("\"roles\":[\"clerk\"],\"idleSeconds\":1800"), told);
    }
}

package linli.node;

import static linli.node.ApiClient.json;
import static linli.node.ApiClient.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import linli.node.Browser.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The device in the hall: what it may do by itself, and what it takes a PIN for. */
class KioskTest {
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

    private String code() {
        return village.kiosks().issue("大厅", village.village.clock.instant()).code();
    }

    private Answer pair(String code) {
        return ApiClient.anonymous(village.address())
                .post("/api/v1/kiosks", "{'carry':'bearer','code':'" + code + "'}");
    }

    private String checkIn() {
        return "{'volunteer':'" + village.zhang + "','activity':'" + village.visiting + "'}";
    }

    @Test
    void aCodeIsForOneDeviceAndForTenMinutes() {
        String code = code();
        assertEquals(201, pair(code).status());
        assertEquals("401 sign_in_refused", told(pair(code)));
        String late = code();
        village.village.clock.pass(Duration.ofMinutes(10).plusSeconds(1));
        assertEquals("401 sign_in_refused", told(pair(late)));
    }

    @Test
    void guessingACodeHasAnEnd() {
        String told = "";
        for (int i = 0; i < 5; i++) {
            told = told(pair("00000-0000" + i));
        }
        assertEquals("401 sign_in_refused", told);
        assertEquals("429 too_many_tries", told(pair("00000-00009")));
    }

    @Test
    void aCardChecksInAndOutAndDoesNothingElse() {
        ApiClient kiosk = village.as("kiosk");
        assertEquals(201, kiosk.post("/api/v1/attendance/check-ins", checkIn()).status());
        village.village.clock.pass(Duration.ofMinutes(45));
        Answer out = kiosk.post("/api/v1/attendance/check-outs", "{'volunteer':'" + village.zhang + "'}");
        assertEquals(45, json(out).get("minutes").asInt());
        assertFalse(out.body().contains("张桂兰"), "a card tells nobody's name");
        for (String path : List.of(
                "/api/v1/me",
                "/api/v1/me/profile",
                "/api/v1/hours",
                "/api/v1/volunteers/" + village.zhang,
                "/api/v1/volunteers/" + village.zhang + "/profile")) {
            assertEquals("403 not_allowed", told(kiosk.get(path)), path);
        }
        assertEquals(
                "403 not_allowed",
                told(kiosk.post("/api/v1/transfers", "{'volunteer':'" + village.zhang + "','points':1,'toBranch':1}")));
        assertEquals(
                "node",
                json(village.as("clerk").get("/api/v1/hours?volunteer=" + village.zhang))
                        .at("/items/0/recorder/kind")
                        .asText());
    }

    @Test
    void withAPinItIsTheVolunteersOwnHandAndNobodyElses() {
        ApiClient zhang = village.as("volunteer at kiosk");
        assertEquals(
                201,
                zhang.post("/api/v1/attendance/check-ins", "{'activity':'" + village.visiting + "'}")
                        .status());
        assertEquals(
                "403 role_missing",
                told(zhang.post("/api/v1/attendance/check-outs", "{'volunteer':'" + village.li + "'}")));
        village.village.clock.pass(Duration.ofSeconds(60));
        assertEquals(201, zhang.post("/api/v1/attendance/check-outs", "{}").status());
        assertEquals(
                "volunteer",
                json(zhang.get("/api/v1/me/records"))
                        .at("/items/0/recorder/kind")
                        .asText());
    }

    @Test
    void aVolunteersOwnPhoneProvesNoPlace() {
        assertEquals("403 not_allowed", told(village.as("volunteer").post("/api/v1/attendance/check-ins", checkIn())));
    }

    @Test
    void theKioskForgetsWhoWalkedAwayAndStaysAKiosk() {
        String token = village.kioskToken();
        ApiClient kiosk = ApiClient.of(village.address(), token);
        ApiClient zhang = ApiClient.volunteer(village.address(), token, village.zhang, Village.PIN);
        assertEquals(90, json(zhang.get("/api/v1/session")).get("idleSeconds").asInt());
        village.village.clock.pass(Duration.ofSeconds(91));
        assertEquals("401 not_signed_in", told(zhang.get("/api/v1/me")));
        assertEquals("kiosk", json(kiosk.get("/api/v1/session")).get("who").asText());
    }

    @Test
    void aRevokedKioskIsNobodyAndSoIsWhoStandsAtIt() {
        String token = village.kioskToken();
        ApiClient kiosk = ApiClient.of(village.address(), token);
        ApiClient zhang = ApiClient.volunteer(village.address(), token, village.zhang, Village.PIN);
        String id = json(village.as("manager").get("/api/v1/kiosks"))
                .at("/items/0/id")
                .asText();
        assertEquals(
                204,
                village.as("manager")
                        .send("DELETE", "/api/v1/kiosks/" + id, null)
                        .status());
        assertEquals("401 not_signed_in", told(kiosk.get("/api/v1/activities")));
        assertEquals("401 not_signed_in", told(zhang.get("/api/v1/me")));
    }

    @Test
    void aBrowserInTheHallIsAKioskByItsCookieAlsoForThePages() {
        Browser browser = village.village.browser();
        String csrf = json(browser.getJson("/api/v1/session")).get("csrfToken").asText();
        Answer paired = browser.sendJson("POST", "/api/v1/kiosks", "{\"code\":\"" + code() + "\"}", csrf);
        assertEquals(201, paired.status(), paired.body());
        String cookie = paired.response().headers().allValues("Set-Cookie").get(0);
        assertTrue(cookie.startsWith("linli-kiosk=") && cookie.contains("HttpOnly"), cookie);

        String check = checkIn().replace('\'', '"');
        assertEquals("403 csrf_refused", told(browser.sendJson("POST", "/api/v1/attendance/check-ins", check, "x")));
        assertEquals(
                "303 → /me",
                browser.signIn(village.zhang.toString(), Village.PIN).told());
        assertTrue(browser.get("/me").header("Refresh").startsWith("95;"), "a kiosk's session is short");
        assertEquals("大厅", json(browser.getJson("/api/v1/session")).get("kiosk").asText());
    }
}

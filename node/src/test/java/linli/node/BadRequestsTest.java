package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import linli.access.Passwords;
import linli.entry.VolunteerNo;
import linli.node.Browser.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadRequestsTest {
    @TempDir
    static Path folder;

    private static Village village;

    @BeforeAll
    static void found() {
        village = Village.found(folder);
    }

    @AfterAll
    static void close() {
        village.close();
    }

    /** Asserts that it is problem+json as RFC 9457 has it, and tells {@code status code}. */
    private static String problem(Answer answer) throws IOException {
        assertEquals("application/problem+json", answer.header("Content-Type"), answer.body());
        JsonNode problem = new JsonMapper().readTree(answer.body());
        assertEquals(answer.status(), problem.get("status").asInt());
        assertEquals(16, problem.get("id").asText().length());
        assertEquals(
                "urn:linli:problem:" + problem.get("code").asText(),
                problem.get("type").asText());
        assertFalse(problem.get("title").asText().isBlank()
                || problem.get("detail").asText().isBlank());
        return answer.status() + " " + problem.get("code").asText();
    }

    private static String send(String method, String path, String type, BodyPublisher body) throws IOException {
        Browser browser = village.browser();
        String token = new JsonMapper()
                .readTree(browser.getJson("/api/v1/session").body())
                .get("csrfToken")
                .asText();
        return problem(browser.send(
                method, path, body, "Content-Type", type, "X-CSRF-Token", token, "Accept", "application/json"));
    }

    @Test
    void everyRefusalIsAProblemWithAStableCode() throws IOException {
        BodyPublisher none = BodyPublishers.noBody();
        String json = "application/json";
        List<String> told = List.of(
                send("GET", "/api/v1/nothing", json, none),
                send("GET", "/nothing", json, none),
                send("GET", "/api/v1/me", json, none),
                send("DELETE", "/api/v1/session", json, none),
                send("PUT", "/api/v1/node", json, none),
                send("BREW", "/health", json, none),
                send("POST", "/api/v1/session", "text/plain", BodyPublishers.ofString("x")),
                send("POST", "/sign-in", json, BodyPublishers.ofString("{}")),
                send("POST", "/api/v1/session", json, BodyPublishers.ofString("{\"number\":")),
                send("POST", "/api/v1/session", json, BodyPublishers.ofString("{\"number\":\"1\"}")),
                send("POST", "/api/v1/session", json, BodyPublishers.ofString("{\"number\":\"1\",\"pin\":\"1\"}")));
        assertEquals(
                List.of(
                        "404 not_found",
                        "404 not_found",
                        "401 not_signed_in",
                        "401 not_signed_in",
                        "405 method_not_allowed",
                        "405 method_not_allowed",
                        "415 unsupported_media_type",
                        "415 unsupported_media_type",
                        "400 bad_request",
                        "400 bad_request",
                        "400 number_malformed"),
                told);
    }

    @Test
    void aBodyOfMoreThan32KibIsRefusedWhetherItsLengthIsSaidOrNot() throws IOException {
        byte[] large = new byte[32 * 1024 + 1];
        assertEquals(
                "413 body_too_large",
                send("POST", "/api/v1/session", "application/json", BodyPublishers.ofByteArray(large)));
        assertEquals(
                "413 body_too_large",
                send(
                        "POST",
                        "/sign-in",
                        "application/x-www-form-urlencoded",
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));
    }

    @Test
    void whoSendsTheWrongMethodIsToldTheRightOnes() {
        Answer answer = village.browser().send("DELETE", "/api/v1/node", BodyPublishers.noBody());
        assertTrue(answer.header("Allow").contains("GET"), answer.header("Allow"));
    }

    @Test
    void headIsGetWithoutTheBody() {
        Answer head = village.browser().send("HEAD", "/health", BodyPublishers.noBody());
        assertEquals("200 ", head.status() + " " + head.body());
        assertEquals("application/json", head.header("Content-Type"));
    }

    @Test
    void aPersonGetsAPageInTheirLanguage() {
        Browser browser = village.browser();
        Answer zh = browser.get("/nothing");
        assertEquals(
                "404 text/html;charset=utf-8",
                zh.status() + " " + zh.header("Content-Type").replace(" ", ""));
        assertTrue(zh.body().contains("没有这个页面"));
        browser.cookies.put("linli-language", "en");
        assertTrue(browser.get("/nothing").body().contains("This page does not exist"));
    }

    @Test
    void whatIsNotHttpIsAnsweredAndTellsNothingOfTheServer() throws IOException {
        String answer = raw("GARBAGE\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 400") && answer.contains("application/problem+json"), answer);
        assertFalse(answer.toLowerCase(Locale.ROOT).contains("jetty"), answer);
        String tooLong = raw("GET /" + "a".repeat(10_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
        assertTrue(tooLong.startsWith("HTTP/1.1 414") && tooLong.contains("application/problem+json"), tooLong);
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", village.server.address().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void everyAnswerTellsTheBrowserWhatNotToDo() {
        for (String path : List.of("/", "/nothing", "/health", "/api/v1/node", "/me")) {
            Answer answer = village.browser().get(path);
            String policy = answer.header("Content-Security-Policy");
            assertTrue(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), path);
            assertFalse(policy.contains("unsafe"), path);
            assertEquals("nosniff", answer.header("X-Content-Type-Options"), path);
            assertEquals("no-referrer", answer.header("Referrer-Policy"), path);
            assertEquals("same-origin", answer.header("Cross-Origin-Resource-Policy"), path);
            assertEquals("no-store", answer.header("Cache-Control"), path);
            assertEquals("", answer.header("Server"), path);
            assertFalse(
                    answer.body()
                                    .replaceAll("<script src=\"/assets/[^\"]*\" defer></script>", "")
                                    .contains("<script")
                            || answer.body().contains(" style="),
                    path);
        }
    }

    private static ApiClient signedInClerk() {
        Passwords.open(folder)
                .choose(village.ledger.books().staff("wang").orElseThrow(), StaffedVillage.PASSWORD.toCharArray());
        return ApiClient.staff(village.server.address(), "wang", StaffedVillage.PASSWORD);
    }

    @Test
    void theLogHasRoutesAndProblemIdsAndNobodysNumberNameOrPin() throws IOException {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                lines.add(new SimpleFormatter().formatMessage(record));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger root = Logger.getLogger("");
        root.addHandler(handler);
        try {
            VolunteerNo zhang = village.enrol("张桂兰", Village.PIN);
            Browser browser = village.browser();
            browser.signIn(zhang.toString(), "97531");
            browser.signIn(zhang.toString(), Village.PIN);
            browser.get("/me");
            ApiClient clerk = signedInClerk();
            clerk.post("/api/v1/volunteers/search", "{'text':'张桂兰'}");
            clerk.get("/api/v1/volunteers/" + zhang + "/profile");
            clerk.get("/api/v1/hours?volunteer=" + zhang);
            clerk.post("/api/v1/volunteers", "{'profile':{'name':'赵敏','phone':'13900001111'},'pin':'8024'}");
            clerk.send("PUT", "/api/v1/volunteers/" + zhang + "/pin", "{'pin':'86428642'}");
            assertEquals("303 → /", browser.get("/me").told(), "a new PIN ends what the old one had opened");
            browser.signIn(zhang.toString(), "86428642");
            Answer missing = browser.getJson("/api/v1/me/records/" + zhang.entry());
            String id = new JsonMapper().readTree(missing.body()).get("id").asText();
            String all = String.join("\n", lines);
            assertTrue(all.contains("POST /sign-in 401") && all.contains("GET /me 200"), all);
            assertTrue(all.contains("GET /api/v1/me/records/{id} 404"), all);
            assertTrue(all.contains("GET /api/v1/volunteers/{number}/profile 200"), all);
            assertTrue(all.contains("problem " + id + ": not_found"), all);
            for (String secret : List.of(
                    "张桂兰",
                    zhang.toString(),
                    zhang.entry().toString(),
                    "97531",
                    Village.PIN,
                    "赵敏",
                    "13900001111",
                    "8024",
                    "86428642",
                    StaffedVillage.PASSWORD)) {
                assertFalse(all.contains(secret), secret + " is in\n" + all);
            }
        } finally {
            root.removeHandler(handler);
        }
    }
}

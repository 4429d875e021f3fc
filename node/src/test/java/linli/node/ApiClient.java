package linli.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import linli.node.Browser.Answer;

/** A program that talks to the API: it sends JSON and a bearer token, and a new key with everything it asks for. */
final class ApiClient {
    private static final JsonMapper JSON = new JsonMapper();

    private final Browser http;
    private final String token;
    private final boolean keyed;

    private ApiClient(URI address, String token) {
        this(new Browser(address), token, true);
    }

    private ApiClient(Browser http, String token, boolean keyed) {
        this.http = http;
        this.token = token;
        this.keyed = keyed;
    }

    static ApiClient anonymous(URI address) {
        return new ApiClient(address, null);
    }

    static ApiClient of(URI address, String token) {
        return new ApiClient(address, token);
    }

    /** Signs in as a member of staff. */
    static ApiClient staff(URI address, String handle, String password) {
        return signedIn(address, null, "{'handle':'" + handle + "','password':'" + password + "','carry':'bearer'}");
    }

    /** Signs in as a volunteer; at a kiosk where its token is given. */
    static ApiClient volunteer(URI address, String kiosk, Object number, String pin) {
        return signedIn(address, kiosk, "{'number':'" + number + "','pin':'" + pin + "','carry':'bearer'}");
    }

    private static ApiClient signedIn(URI address, String with, String credentials) {
        Answer answer = new ApiClient(address, with).post("/api/v1/session", credentials);
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return new ApiClient(address, json(answer).get("token").asText());
    }

    /** What shows that it is them, also in a browser's cookie. */
    String token() {
        return token;
    }

    /** The same caller, who sends keys only where they are given. */
    ApiClient withoutKey() {
        return new ApiClient(http, token, false);
    }

    static JsonNode json(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(answer.body(), e);
        }
    }

    /** {@code 409 activity_closed}; of what went well, the status alone. */
    static String told(Answer answer) {
        String code =
                answer.status() < 400 ? "" : " " + json(answer).path("code").asText();
        return answer.status() + code;
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    Answer post(String path, String json, String... headers) {
        return send("POST", path, json, headers);
    }

    /** Sends JSON, in which single quotes stand for double ones; nothing where it is null. */
    Answer send(String method, String path, String json, String... headers) {
        BodyPublisher body = json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json.replace('\'', '"'));
        return sendBody(method, path, body, headers);
    }

    Answer sendBody(String method, String path, BodyPublisher body, String... headers) {
        List<String> all = new ArrayList<>();
        if (!List.of(headers).contains("Accept")) {
            all.addAll(List.of("Accept", "application/json"));
        }
        if (body.contentLength() != 0 && !List.of(headers).contains("Content-Type")) {
            all.addAll(List.of("Content-Type", "application/json"));
        }
        if (keyed && !List.of(headers).contains("Idempotency-Key")) {
            all.addAll(List.of("Idempotency-Key", UUID.randomUUID().toString()));
        }
        if (token != null) {
            all.addAll(List.of("Authorization", "Bearer " + token));
        }
        all.addAll(List.of(headers));
        return http.send(method, path, body, all.toArray(String[]::new));
    }
}

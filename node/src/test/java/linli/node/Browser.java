package linli.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a browser does, and no more: keeps cookies, reads forms, follows nothing by itself. */
final class Browser {
    private static final Pattern COOKIE = Pattern.compile("([^=]+)=([^;]*)");
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();
    final Map<String, String> cookies = new LinkedHashMap<>();

    Browser(URI address) {
        this.address = address;
    }

    HttpResponse<byte[]> bytes(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).method(method, body);
        if (!cookies.isEmpty()) {
            StringBuilder all = new StringBuilder();
            cookies.forEach(
                    (name, value) -> all.append(name).append('=').append(value).append("; "));
            request.header("Cookie", all.toString());
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String setCookie) {
        Matcher cookie = COOKIE.matcher(setCookie);
        if (!cookie.lookingAt()) {
            throw new AssertionError("not a cookie: " + setCookie);
        }
        if (setCookie.contains("Max-Age=0")) {
            cookies.remove(cookie.group(1));
        } else {
            cookies.put(cookie.group(1), cookie.group(2));
        }
    }

    Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), "Accept", "text/html,*/*;q=0.8");
    }

    Answer getJson(String path) {
        return send("GET", path, BodyPublishers.noBody(), "Accept", "application/json");
    }

    Answer send(String method, String path, BodyPublisher body, String... headers) {
        return Answer.of(bytes(method, path, body, headers));
    }

    Answer sendJson(String method, String path, String json, String token) {
        return send(
                method, path, BodyPublishers.ofString(json), "Content-Type", "application/json", "X-CSRF-Token", token);
    }

    /** Sends a form: names and values in turn. */
    Answer form(String path, String... fields) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(i == 0 ? "" : "&").append(fields[i]).append('=');
            body.append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return send(
                "POST",
                path,
                BodyPublishers.ofString(body.toString()),
                "Accept",
                "text/html",
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    /** Opens the start page, fills in the form and sends it. */
    Answer signIn(String number, String pin) {
        return form("/sign-in", "token", tokenIn(get("/").body()), "number", number, "pin", pin);
    }

    static String tokenIn(String page) {
        Matcher token = TOKEN.matcher(page);
        if (!token.find()) {
            throw new AssertionError("the page has no form:\n" + page);
        }
        return token.group(1);
    }

    /** A response as a person would tell it: {@code 303 → /me}. */
    record Answer(int status, String body, HttpResponse<byte[]> response) {
        static Answer of(HttpResponse<byte[]> response) {
            return new Answer(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8), response);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String told() {
            String location = header("Location");
            return location.isEmpty()
                    ? String.valueOf(status)
                    : status + " → " + URI.create(location).getPath();
        }
    }
}

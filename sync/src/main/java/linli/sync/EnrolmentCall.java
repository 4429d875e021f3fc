package linli.sync;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import linli.enrol.EnrolAnswer;
import linli.enrol.EnrolException;
import linli.enrol.EnrolRequest;
import linli.enrol.Fingerprint;
import linli.enrol.Joining;
import linli.enrol.PeerTls;

/** The one message of a node that has no certificate yet: {@code POST /enrol}, to the county of a confirmed fingerprint only. */
final class EnrolmentCall {
    /** As long as any enrolment message may be. */
    private static final int MOST_BYTES = 16 * 1024;

    private static final int MOST_SENTENCE = 300;
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final PeerAddress county;
    private final Fingerprint confirmed;

    EnrolmentCall(PeerAddress county, Fingerprint confirmed) {
        this.county = county;
        this.confirmed = confirmed;
    }

    /**
     * What the county answers.
     *
     * @throws SyncException REFUSED in the county's words, UNREACHABLE
     * @throws EnrolException {@code OTHER_COUNTY}, {@code WRONG_PEER}, {@code STRANGER}, {@code MALFORMED}
     */
    EnrolAnswer ask(EnrolRequest request) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(Joining.contextTo(confirmed))
                .sslParameters(PeerTls.parameters())
                .connectTimeout(CONNECT)
                .build();
        HttpRequest message = HttpRequest.newBuilder(county.uri().resolve("enrol"))
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(request.toJson()))
                .build();
        try {
            return answer(client.send(message, BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw EnrolException.behind(e).map(RuntimeException.class::cast).orElseGet(() -> unreachable(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(e);
        }
    }

    private SyncException unreachable(Exception cause) {
        return new SyncException(
                SyncException.Code.UNREACHABLE,
                "the county does not answer at " + county
                        + "; see whether its node is running, and run the same command again: the code is still good",
                cause);
    }

    private static EnrolAnswer answer(HttpResponse<InputStream> response) throws IOException {
        try (InputStream body = response.body()) {
            byte[] bytes = body.readNBytes(MOST_BYTES);
            if (response.statusCode() != 200) {
                throw new SyncException(SyncException.Code.REFUSED, "the county says: " + sentence(bytes), null);
            }
            return EnrolAnswer.ofJson(bytes);
        }
    }

    /** The other end is the county, but it may be ill: one line, and nothing that could move a cursor. */
    private static String sentence(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8)
                .replaceAll("\\p{C}", " ")
                .strip();
        return text.length() <= MOST_SENTENCE ? text : text.substring(0, MOST_SENTENCE) + "…";
    }
}

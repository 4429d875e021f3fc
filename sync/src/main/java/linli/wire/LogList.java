package linli.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import linli.log.Hash;
import linli.log.Limits;
import linli.log.Note;
import linli.log.StrictText;

/**
 * The answer of {@code GET /logs}: every log that a node holds, and how far. Whoever knows all of it already needs no other
 * request.
 *
 * @param logs by origin, each of them once
 */
public record LogList(List<HeldLog> logs) {
    private static final int DEEPEST_NESTING = 16;
    private static final int DIGEST_BYTES = 16;

    // Names of fields come from peers: they are not to be kept, neither by the parser nor by the JVM.
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST_NESTING)
                    .maxStringLength(Limits.NOTE_BYTES)
                    .build())
            .build();

    public LogList {
        if (logs.size() > WireLimits.LOGS) {
            throw WireException.tooLarge("the number of logs", WireLimits.LOGS);
        }
        Set<String> origins = new HashSet<>();
        if (!logs.stream().map(HeldLog::origin).allMatch(origins::add)) {
            throw WireException.malformed("a log is listed twice");
        }
        logs = logs.stream().sorted(Comparator.comparing(HeldLog::origin)).toList();
    }

    /**
     * The list in these bytes. Fields that this version does not know are passed over.
     *
     * @throws WireException MALFORMED or TOO_LARGE
     */
    public static LogList ofBytes(byte[] body) {
        // Left to itself, the parser would also take UTF-16 and UTF-32.
        String text = WireException.reading("list of logs", () -> BodyText.of(body, WireLimits.LOG_LIST_BYTES));
        try (JsonParser json = JSON.createParser(text)) {
            return list(json);
        } catch (IOException e) {
            throw WireException.malformed("not the JSON of a list of logs", e);
        }
    }

    private static LogList list(JsonParser json) throws IOException {
        List<HeldLog> logs = new ArrayList<>();
        boolean listed = false;
        expect(JsonToken.START_OBJECT, json.nextToken());
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            if (field.equals("logs")) {
                expect(JsonToken.START_ARRAY, value);
                readLogs(json, logs);
                listed = true;
            } else {
                json.skipChildren();
            }
        }
        if (!listed || json.nextToken() != null) {
            throw WireException.malformed("a list of logs is one object with the field \"logs\"");
        }
        return new LogList(logs);
    }

    private static void readLogs(JsonParser json, List<HeldLog> logs) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (logs.size() == WireLimits.LOGS) {
                throw WireException.tooLarge("the number of logs", WireLimits.LOGS);
            }
            expect(JsonToken.START_OBJECT, json.currentToken());
            logs.add(log(json));
        }
    }

    private static HeldLog log(JsonParser json) throws IOException {
        String origin = "";
        String checkpoint = "";
        boolean frozen = false;
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            switch (field) {
                case "origin" -> origin = text(json, value);
                case "checkpoint" -> checkpoint = text(json, value);
                case "frozen" -> frozen = json.getBooleanValue();
                default -> json.skipChildren();
            }
        }
        byte[] note = StrictText.utf8(checkpoint);
        return new HeldLog(origin, WireException.reading("list of logs", () -> Note.ofBytes(note)), frozen);
    }

    private static String text(JsonParser json, JsonToken value) throws IOException {
        expect(JsonToken.VALUE_STRING, value);
        return json.getText();
    }

    private static void expect(JsonToken expected, JsonToken found) {
        if (found != expected) {
            throw WireException.malformed("a list of logs has a " + expected + " where something else stands");
        }
    }

    /**
     * The list as JSON; the same logs are the same bytes.
     *
     * @throws WireException TOO_LARGE when no peer would take it
     */
    public byte[] toBytes() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(body)) {
            json.writeStartObject();
            json.writeArrayFieldStart("logs");
            for (HeldLog log : logs) {
                write(log, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        if (body.size() > WireLimits.LOG_LIST_BYTES) {
            throw WireException.tooLarge("the list of logs, in bytes,", WireLimits.LOG_LIST_BYTES);
        }
        return body.toByteArray();
    }

    private static void write(HeldLog log, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("origin", log.origin());
        json.writeStringField("checkpoint", StrictText.utf8(log.checkpoint().toBytes()));
        if (log.frozen()) {
            json.writeBooleanField("frozen", true);
        }
        json.writeEndObject();
    }

    /** Hex that changes when the list does, fit for an ETag. One pass over the list: keep it with the list it is of. */
    public String digest() {
        // Any SHA-256 serves; the log has one at hand.
        return HexFormat.of().formatHex(Hash.ofLeaf(toBytes()).toBytes(), 0, DIGEST_BYTES);
    }
}

package linli.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a bundle consists of. It is written when all its files stand, so a folder without one is not finished.
 *
 * @param from number of the node that wrote it
 * @param reader number of the node that it is meant for
 * @param made when it was written, by the writer's clock
 * @param files in the order in which they are to be read
 */
record Manifest(int from, int reader, Instant made, List<BundleFile> files) {
    static final String NAME = "bundle.json";
    static final int MOST_BYTES = 32 << 20;
    private static final int FORMAT = 1;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    Manifest {
        files = List.copyOf(files);
    }

    /**
     * The manifest in these bytes.
     *
     * @throws IllegalArgumentException when it is none
     * @throws BundleException UNKNOWN_VERSION
     */
    static Manifest ofJson(byte[] json) {
        try {
            JsonNode manifest = JSON.readTree(json);
            requireKnown(manifest.path("format"));
            List<BundleFile> files = new ArrayList<>();
            manifest.path("files").forEach(file -> files.add(file(file)));
            return new Manifest(
                    number(manifest.path("from")),
                    number(manifest.path("for")),
                    Instant.parse(manifest.path("made").asText()),
                    files);
        } catch (IOException | DateTimeException e) {
            throw new IllegalArgumentException("not the manifest of a bundle", e);
        }
    }

    private static void requireKnown(JsonNode format) {
        if (number(format) != FORMAT) {
            throw new BundleException(
                    BundleException.Code.UNKNOWN_VERSION, "the bundle was written by a later Linli; update this one");
        }
    }

    private static BundleFile file(JsonNode file) {
        return new BundleFile(
                file.path("name").asText(),
                file.path("bytes").asLong(-1),
                file.path("sha256").asText());
    }

    private static int number(JsonNode node) {
        if (!node.canConvertToInt() || node.asInt() < 0) {
            throw new IllegalArgumentException("a number is missing");
        }
        return node.asInt();
    }

    byte[] toJson() {
        ObjectNode manifest = JSON.createObjectNode()
                .put("format", FORMAT)
                .put("from", from)
                .put("for", reader)
                .put("made", made.toString());
        ArrayNode listed = manifest.putArray("files");
        files.forEach(file -> listed.addObject()
                .put("name", file.name())
                .put("bytes", file.bytes())
                .put("sha256", file.sha256()));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("names and numbers are always JSON", e);
        }
    }
}

package linli.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The hand-written OpenAPI description. Each resource has a file of its own in {@code openapi/}, with the tags, paths and schemas that
 * it adds to {@code index.json}; an operation that names no other answer has the problem of the index.
 */
final class OpenApi {
    /** In the order in which a reader wants them. */
    static final List<String> FILES = List.of(
            "node",
            "session",
            "kiosk",
            "me",
            "volunteer",
            "activity",
            "attendance",
            "hours",
            "points",
            "certificate",
            "receipt",
            "national",
            "shop",
            "wish",
            "team",
            "staff",
            "policy",
            "network",
            "report");

    private static final JsonMapper JSON = new JsonMapper();

    private OpenApi() {}

    static byte[] assembled() {
        ObjectNode all = read("index");
        FILES.forEach(file -> add(read(file), all));
        all.get("paths").forEach(path -> path.forEach(OpenApi::addProblem));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always JSON", e);
        }
    }

    private static void add(ObjectNode part, ObjectNode all) {
        ((ArrayNode) all.get("tags")).addAll((ArrayNode) part.get("tags"));
        ((ObjectNode) all.get("paths")).setAll((ObjectNode) part.get("paths"));
        ((ObjectNode) all.at("/components/schemas")).setAll((ObjectNode) part.get("schemas"));
    }

    private static void addProblem(JsonNode operation) {
        ObjectNode responses = (ObjectNode) operation.get("responses");
        responses.putObject("default").put("$ref", "#/components/responses/Problem");
    }

    private static ObjectNode read(String file) {
        try {
            return (ObjectNode) JSON.readTree(
                    Resources.toByteArray(Resources.getResource(OpenApi.class, "openapi/" + file + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException("openapi/" + file + ".json is part of the program", e);
        }
    }
}

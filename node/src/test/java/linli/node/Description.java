package linli.node;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** The API's own description of itself, as a node hands it out. */
final class Description {
    private final JsonNode tree;

    Description(Village village) {
        tree = ApiClient.json(village.browser().getJson("/api/v1/openapi.json"));
    }

    /** One method of one path. */
    record Operation(String method, String path, JsonNode tree) {
        String id() {
            return tree.get("operationId").asText();
        }

        String tag() {
            return tree.at("/tags/0").asText();
        }

        List<String> roles() {
            return texts(tree.get("x-roles"));
        }

        boolean writes() {
            return tree.has("x-writes");
        }

        /** The type of its answer, so as to ask for it. */
        String answers() {
            return firstType(tree.at("/responses/200/content"));
        }

        /** The type of what it is sent. */
        String takes() {
            return firstType(tree.at("/requestBody/content"));
        }

        private static String firstType(JsonNode content) {
            return content.isObject() ? content.fieldNames().next() : "application/json";
        }

        List<String> varying() {
            return texts(tree.path("x-varies"));
        }

        String route() {
            return method + " " + path;
        }

        @Override
        public String toString() {
            return id();
        }
    }

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** In the order in which they are written down. */
    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        tree.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        return operations;
    }

    /** What stands where a reference points. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? tree.at(node.get("$ref").asText().substring(1)) : node;
    }

    List<JsonNode> parameters(Operation operation, String in) {
        return StreamSupport.stream(operation.tree().path("parameters").spliterator(), false)
                .map(this::resolved)
                .filter(parameter -> parameter.get("in").asText().equals(in))
                .toList();
    }

    JsonNode tree() {
        return tree;
    }

    /** The first mistake of a value that should follow a schema; empty if there is none. Fields that are not described are mistakes. */
    String mistake(String where, JsonNode value, JsonNode schema) {
        JsonNode known = resolved(schema);
        if (known.has("enum") && !texts(known.get("enum")).contains(value.asText())) {
            return where + " is none of " + known.get("enum") + ": " + value;
        }
        if (known.has("const") && !known.get("const").equals(value)) {
            return where + " is not " + known.get("const");
        }
        if (known.has("pattern") && !value.asText().matches(known.get("pattern").asText())) {
            return where + " is not " + known.get("pattern") + ": " + value;
        }
        return switch (known.path("type").asText("")) {
            case "object" -> mistakeOfObject(where, value, known);
            case "array" -> mistakeOfArray(where, value, known);
            case "string" -> value.isTextual() ? "" : where + " is no text: " + value;
            case "integer" -> value.isIntegralNumber() ? "" : where + " is no whole number: " + value;
            case "boolean" -> value.isBoolean() ? "" : where + " is neither true nor false: " + value;
            default -> "";
        };
    }

    private String mistakeOfObject(String where, JsonNode value, JsonNode schema) {
        if (!value.isObject()) {
            return where + " is no object: " + value;
        }
        for (String required : texts(schema.path("required"))) {
            if (!value.has(required)) {
                return where + "." + required + " is missing";
            }
        }
        boolean open = !schema.has("properties");
        for (var field : value.properties()) {
            JsonNode described = schema.path("properties").path(field.getKey());
            JsonNode anyOther = schema.path("additionalProperties");
            if (described.isMissingNode() && anyOther.isMissingNode() && !open) {
                return where + "." + field.getKey() + " is not described";
            }
            String inner = mistake(
                    where + "." + field.getKey(), field.getValue(), described.isMissingNode() ? anyOther : described);
            if (!inner.isEmpty()) {
                return inner;
            }
        }
        return "";
    }

    private String mistakeOfArray(String where, JsonNode value, JsonNode schema) {
        if (!value.isArray()) {
            return where + " is no list: " + value;
        }
        for (JsonNode item : value) {
            String inner = mistake(where + "[]", item, schema.get("items"));
            if (!inner.isEmpty()) {
                return inner;
            }
        }
        return "";
    }
}

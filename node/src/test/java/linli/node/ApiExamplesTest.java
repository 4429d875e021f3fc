package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import linli.node.Browser.Answer;
import linli.node.Description.Operation;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples of the description are what happens: each is sent to a running node, and the answer is the one that stands there.
 *
 * <p>Each resource is told in a village of its own, in the order in which its operations are written down, by the first of those who
 * may. What is drawn by lot at every run stands in {@code x-varies}.
 */
class ApiExamplesTest {
    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    static List<String> resources() throws IOException {
        try (Village village = Village.found(shared.resolve("described"))) {
            return new Description(village)
                    .operations().stream()
                            .map(Operation::tag)
                            .distinct()
                            .filter(tag -> !tag.equals("page"))
                            .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("resources")
    void whatIsShownIsWhatHappens(String resource) {
        try (StaffedVillage village = new StaffedVillage(folder);
                Meanwhile others = new Meanwhile(folder, village)) {
            Description description = new Description(village.village);
            description.operations().stream()
                    .filter(operation -> operation.tag().equals(resource))
                    .forEach(operation -> {
                        others.before(operation.id());
                        new Example(description, operation, village).tell();
                    });
        }
    }

    private record Example(Description description, Operation operation, StaffedVillage village) {
        void tell() {
            ApiClient caller = village.as(operation.roles().get(0));
            // By cookie, as whoever is not known yet comes, a change brings the token that was handed out before.
            String csrf = ApiClient.json(caller.get("/api/v1/session"))
                    .get("csrfToken")
                    .asText();
            Answer answer = caller.sendBody(
                    operation.method(),
                    path(),
                    body(),
                    "X-CSRF-Token",
                    csrf,
                    "Accept",
                    operation.answers(),
                    "Content-Type",
                    operation.takes());
            JsonNode response = operation.tree().at("/responses/" + answer.status());
            assertTrue(response.isObject(), () -> operation + ": " + answer.status() + " " + answer.body());
            JsonNode content = response.at("/content/application~1json");
            if (content.has("example")) {
                JsonNode told = ApiClient.json(answer);
                assertEquals("", description.mistake(operation.id(), told, content.get("schema")));
                assertEquals(
                        steady(content.get("example")).toPrettyString(),
                        steady(told).toPrettyString(),
                        operation.id());
            }
        }

        private String path() {
            String path = operation.path();
            for (JsonNode parameter : description.parameters(operation, "path")) {
                String name = parameter.get("name").asText();
                path = path.replace("{" + name + "}", parameter.get("example").asText());
            }
            String query = description.parameters(operation, "query").stream()
                    .filter(parameter -> parameter.has("example"))
                    .map(parameter -> parameter.get("name").asText() + "="
                            + parameter.get("example").asText())
                    .reduce("", (all, one) -> all + (all.isEmpty() ? "?" : "&") + one);
            return live(path + query);
        }

        private BodyPublisher body() {
            JsonNode content = operation.tree().at("/requestBody/content");
            JsonNode example = content.at("/application~1json/example");
            JsonNode bytes = content.findPath("x-base64");
            if (!bytes.isMissingNode()) {
                return BodyPublishers.ofByteArray(Base64.getDecoder().decode(bytes.asText()));
            }
            return example.isMissingNode()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(live(example.toString()));
        }

        /** Two things in the examples cannot be known before: a kiosk's code, and the id it gets. */
        private String live(String text) {
            return switch (operation.id()) {
                case "pairKiosk" ->
                    text.replaceAll(
                            "[0-9]{5}-[0-9]{5}",
                            village.kiosks()
                                    .issue("大厅", village.village.clock.instant())
                                    .code());
                case "revokeKiosk" ->
                    text.replaceAll(
                            "[0-9a-f]{12}$", village.kiosks().list().get(0).id());
                default -> text;
            };
        }

        /** Without what varies. */
        private JsonNode steady(JsonNode tree) {
            JsonNode copy = tree.deepCopy();
            operation
                    .varying()
                    .forEach(name -> copy.findParents(name).forEach(parent -> ((ObjectNode) parent).remove(name)));
            return copy;
        }
    }
}

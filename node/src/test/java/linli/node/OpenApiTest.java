package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import linli.node.Description.Operation;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.door.Refusals;
import linli.web.list.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The description says of every route of the API what the route says of itself. */
class OpenApiTest {
    @TempDir
    static Path folder;

    private static Village village;
    private static Description description;
    /** By method and path. */
    private static final Map<String, Method> ROUTES = new TreeMap<>();

    @BeforeAll
    static void found() {
        village = Village.found(folder);
        description = new Description(village);
        Routes.of(village).stream()
                .filter(Routes.Route::ofApi)
                .forEach(route -> ROUTES.put(route.name(), route.answers()));
    }

    @AfterAll
    static void close() {
        village.close();
    }

    private static Map<String, Operation> described() {
        return description.operations().stream()
                .collect(Collectors.toMap(Operation::route, operation -> operation, (a, b) -> a, TreeMap::new));
    }

    /** What a route says, and what its description does, side by side. */
    private static void assertSame(Says<Method> route, Says<Operation> description) {
        Map<String, Object> said = new TreeMap<>();
        Map<String, Object> told = new TreeMap<>();
        ROUTES.forEach((name, method) -> said.put(name, route.of(method)));
        described().forEach((name, operation) -> told.put(name, description.of(operation)));
        assertEquals(lines(said), lines(told));
    }

    private interface Says<T> {
        Object of(T route);
    }

    private static String lines(Map<String, Object> said) {
        return said.entrySet().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    @Test
    void everyRouteIsDescribedAndNoneThatIsNot() {
        assertEquals(ROUTES.keySet(), described().keySet());
    }

    @Test
    void everyRouteSaysWhomItIsForAndTheDescriptionDoesToo() {
        assertSame(
                method -> Stream.of(method.getAnnotation(Allowed.class).value())
                        .map(who -> who.name().toLowerCase(Locale.ROOT))
                        .toList(),
                Operation::roles);
    }

    @Test
    void everyRouteThatWritesAsksForAKeyAndNamesItsEvent() {
        assertSame(method -> method.isAnnotationPresent(Writes.class), Operation::writes);
        for (Operation operation : description.operations()) {
            assertEquals(
                    operation.writes(),
                    description.parameters(operation, "header").stream()
                            .anyMatch(header -> header.get("name").asText().equals("Idempotency-Key")),
                    operation.id());
            Path page = Repository.root()
                    .resolve("docs/events/" + operation.tree().path("x-writes").asText() + ".md");
            assertTrue(!operation.writes() || Files.exists(page), operation.id());
        }
    }

    @Test
    void parametersAreThoseOfTheRoutes() {
        assertSame(OpenApiTest::queryParameters, operation -> names(operation, "query"));
        for (Operation operation : description.operations()) {
            Set<String> inPath = Arrays.stream(operation.path().split("[{}]"))
                    .filter(part -> operation.path().contains("{" + part + "}"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(inPath, names(operation, "path"), operation.id());
        }
    }

    private static Set<String> queryParameters(Method method) {
        Set<String> names = Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(QueryParam.class))
                .map(parameter -> parameter.getAnnotation(QueryParam.class).value())
                .collect(Collectors.toCollection(TreeSet::new));
        if (method.getReturnType() == Page.class && !isWhole(method)) {
            names.addAll(List.of("from", "limit"));
        }
        return names;
    }

    /** A list that is told whole needs nothing of the request. */
    private static boolean isWhole(Method method) {
        return method.getParameterCount() == 0 || method.getParameterTypes()[0] == byte[].class;
    }

    private static Set<String> names(Operation operation, String in) {
        return description.parameters(operation, in).stream()
                .map(parameter -> parameter.get("name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyListCanBeHadAsATable() {
        assertSame(
                method -> produces(method).contains("text/csv"),
                operation -> operation.tree().at("/responses/200/content").has("text/csv"));
        List<String> lists = new ArrayList<>();
        ROUTES.forEach((route, method) -> {
            if (route.startsWith("GET")
                    && method.getReturnType() == Page.class
                    && !produces(method).contains("text/csv")) {
                lists.add(route);
            }
        });
        assertEquals(List.of(), lists);
    }

    private static List<String> produces(Method method) {
        Produces own = method.getAnnotation(Produces.class);
        Produces all = method.getDeclaringClass().getAnnotation(Produces.class);
        return List.of((own == null ? all : own).value());
    }

    @Test
    void everyCodeIsListed() {
        assertEquals(
                Refusals.codes().toList(),
                Description.texts(description.tree().at("/components/schemas/Problem/properties/code/enum")));
    }

    @Test
    void everyOperationOfTheApiHasExamples() {
        List<String> without = description.operations().stream()
                .filter(operation -> operation.path().startsWith("/api/"))
                .filter(operation -> !operation.id().equals("openApi"))
                .filter(operation -> lacksExample(operation.tree().at("/requestBody/content/application~1json"))
                        || operation.tree().get("responses").findValues("application/json").stream()
                                .anyMatch(OpenApiTest::lacksExample))
                .map(Operation::id)
                .toList();
        assertEquals(List.of(), without);
    }

    private static boolean lacksExample(JsonNode content) {
        return content.isObject() && !content.has("example");
    }
}

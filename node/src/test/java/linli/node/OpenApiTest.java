package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.web.WebApplication;
import org.glassfish.jersey.server.model.Resource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiTest {
    @TempDir
    Path folder;

    private Village village;

    @BeforeEach
    void found() {
        village = Village.found(folder);
    }

    @AfterEach
    void close() {
        village.close();
    }

    private Set<String> described() throws IOException {
        JsonNode paths = new JsonMapper()
                .readTree(village.browser().getJson("/api/v1/openapi.json").body())
                .get("paths");
        Set<String> routes = new TreeSet<>();
        paths.properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> routes.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return routes;
    }

    private Set<String> served() {
        WebApplication application =
                new WebApplication(village.ledger, village.profiles, () -> village.sync, village.clock);
        Set<String> routes = new TreeSet<>();
        application.routes().map(Resource::from).forEach(resource -> collect("", resource, routes));
        return routes;
    }

    private static void collect(String prefix, Resource resource, Set<String> routes) {
        String joined = ("/" + prefix + "/" + resource.getPath()).replaceAll("/+", "/");
        String path = joined.equals("/") ? joined : joined.replaceAll("/$", "").replaceAll("\\{(\\w+):[^}]*}", "{$1}");
        resource.getResourceMethods().forEach(method -> routes.add(method.getHttpMethod() + " " + path));
        resource.getChildResources().forEach(child -> collect(path, child, routes));
    }

    @Test
    void everyRouteIsDescribedAndNoneThatIsNot() throws IOException {
        assertEquals(described(), served());
    }

    @Test
    void everyDescribedRouteAnswers() throws IOException {
        VolunteerNo zhang = village.enrol("张桂兰", Village.PIN);
        EntryId record = village.backfill(zhang, village.activity("陪聊", "和平里"), 60);
        village.ledger.checkpoint();
        for (String route : described()) {
            Browser browser = village.browser();
            browser.signIn(zhang.toString(), Village.PIN);
            String[] parts = route.split(" ", 2);
            String path = parts[1].replace("{id}", record.toString());
            int status = browser.send(parts[0], path, BodyPublishers.noBody()).status();
            // A change without body or token is refused, but by the route itself.
            boolean answered = parts[0].equals("GET")
                    ? status == (path.equals("/") ? 303 : 200)
                    : Set.of(303, 400, 403, 415).contains(status);
            assertTrue(answered, route + ": " + status);
        }
    }
}

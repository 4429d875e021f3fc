package linli.node;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import linli.web.WebApplication;
import linli.web.caller.Allowed;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;

/** Every route that a node answers, as the program itself has it. */
final class Routes {
    private Routes() {}

    /** One method of one path, such as {@code GET /me/records/{id}}. */
    record Route(String method, String path, String takes, Method answers) {
        /** Whom it is for, as the API's description would say it. */
        List<String> roles() {
            return Stream.of(answers.getAnnotation(Allowed.class).value())
                    .map(who -> who.name().toLowerCase(Locale.ROOT))
                    .toList();
        }

        boolean ofApi() {
            return answers.getDeclaringClass().getPackageName().startsWith("linli.web.api");
        }

        String name() {
            return method + " " + path;
        }

        @Override
        public String toString() {
            return name();
        }
    }

    static List<Route> of(Village village) {
        Map<String, Route> routes = new TreeMap<>();
        try (WebApplication application = new WebApplication(village.office, () -> village.sync, village.clock)) {
            application.routes().map(Resource::from).forEach(resource -> collect("", resource, routes));
        }
        return new ArrayList<>(routes.values());
    }

    private static void collect(String prefix, Resource resource, Map<String, Route> routes) {
        String joined = ("/" + prefix + "/" + resource.getPath()).replaceAll("/+", "/");
        String path = joined.equals("/") ? joined : joined.replaceAll("/$", "");
        for (ResourceMethod method : resource.getResourceMethods()) {
            String takes = method.getConsumedTypes().stream()
                    .findFirst()
                    .map(type -> type.getType() + "/" + type.getSubtype())
                    .orElse("");
            Route route = new Route(
                    method.getHttpMethod(), path, takes, method.getInvocable().getDefinitionMethod());
            routes.put(route.name(), route);
        }
        resource.getChildResources().forEach(child -> collect(path, child, routes));
    }
}

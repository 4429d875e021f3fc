package linli.web.door;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.model.RuntimeResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line per request: method, route, status, time. The route is a template, so no number and no id is in it. */
@PreMatching
public final class RequestLog implements ContainerRequestFilter, ContainerResponseFilter {
    private static final Logger LOG = LoggerFactory.getLogger("linli.web.requests");
    private static final Pattern SLASHES = Pattern.compile("/{2,}");
    private static final String STARTED = "linli.started";

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(STARTED, System.nanoTime());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (LOG.isInfoEnabled()) {
            long started = request.getProperty(STARTED) instanceof Long at ? at : System.nanoTime();
            LOG.info(
                    "{} {} {} {} ms",
                    known(request.getMethod()),
                    route(request),
                    response.getStatus(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
        }
    }

    /** A method is free text too. */
    private static String known(String method) {
        return switch (method) {
            case "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH" -> method;
            default -> "other";
        };
    }

    private static String route(ContainerRequestContext request) {
        StringBuilder route = new StringBuilder();
        if (request.getUriInfo() instanceof ExtendedUriInfo uri) {
            for (RuntimeResource matched : uri.getMatchedRuntimeResources()) {
                route.insert(0, "/" + matched.getResources().get(0).getPath());
            }
        }
        return route.isEmpty() ? "(no route)" : SLASHES.matcher(route).replaceAll("/");
    }
}

package linli.web.caller;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.Arrays;
import java.util.Set;
import linli.web.caller.Visitor.Carried;
import linli.web.door.Problem;
import linli.web.door.ProblemException;

/** Lets in whom the route is for. Changes that come by cookie must bring the token that only a page of ours knows. */
@Priority(Priorities.AUTHORIZATION)
public final class Gate implements ContainerRequestFilter {
    /** The header in which programs bring the token; forms have a field of their own for it. */
    public static final String TOKEN_HEADER = "X-CSRF-Token";

    private static final String API = "api/";
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Visitors visitors;

    public Gate(Visitors visitors) {
        this.visitors = visitors;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getMethod().equals(HttpMethod.OPTIONS)) {
            // Jersey answers it with the methods that there are, and asks no resource.
            return;
        }
        Visitor visitor = Visitor.of(request);
        requireAllowed(request, visitor.caller());
        boolean changes = !READING.contains(request.getMethod());
        boolean api = request.getUriInfo().getPath().startsWith(API);
        if (api && changes && visitor.carried() == Carried.COOKIE) {
            visitors.requireToken(visitor, request.getHeaderString(TOKEN_HEADER));
        }
    }

    private static void requireAllowed(ContainerRequestContext request, Caller caller) {
        Allowed allowed = Route.says(request, Allowed.class)
                .orElseThrow(() -> new IllegalStateException("a route does not say whom it is for"));
        if (Arrays.stream(allowed.value()).noneMatch(caller::is)) {
            throw new ProblemException(couldSignIn(caller, allowed) ? Problem.NOT_SIGNED_IN : Problem.NOT_ALLOWED);
        }
    }

    /** Nobody is there; or a kiosk is, and whoever stands before it has not said who they are. */
    private static boolean couldSignIn(Caller caller, Allowed allowed) {
        return caller instanceof Caller.Anonymous
                || (caller instanceof Caller.Device
                        && Arrays.asList(allowed.value()).contains(Who.AT_KIOSK));
    }
}

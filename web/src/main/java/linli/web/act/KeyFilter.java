package linli.web.act;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.regex.Pattern;
import linli.entry.RequestId;
import linli.web.caller.Caller;
import linli.web.caller.Route;
import linli.web.caller.Visitor;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.form.Form;

/**
 * Asks whoever wants something written for a key: programs send it in a header, and forms of pages carry it in a field. The same
 * key of the same caller is the same request, for ever.
 */
@Priority(Priorities.ENTITY_CODER)
public final class KeyFilter implements ContainerRequestFilter {
    /** As programs send it. */
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{16,64}");
    private static final String PROPERTY = "linli.request-id";

    @Override
    public void filter(ContainerRequestContext request) {
        if (Route.says(request, Writes.class).isPresent()) {
            request.setProperty(PROPERTY, requestId(request));
        }
    }

    private static RequestId requestId(ContainerRequestContext request) {
        String sent = request.getHeaderString(HEADER);
        String key =
                sent != null ? sent : Form.of(request).optional(Form.REQUEST).orElse(null);
        if (key == null) {
            throw new ProblemException(Problem.IDEMPOTENCY_KEY_MISSING);
        }
        if (!isKey(key)) {
            throw new ProblemException(Problem.IDEMPOTENCY_KEY_MALFORMED);
        }
        return of(Visitor.of(request).caller(), key);
    }

    /** Whether a text is written as keys are. */
    public static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    /** The id of a caller's request. */
    public static RequestId of(Caller caller, String key) {
        return RequestId.derived("api", caller.written(), key);
    }

    /** The id of a request whose route writes. */
    static RequestId of(ContainerRequestContext request) {
        if (request.getProperty(PROPERTY) instanceof RequestId id) {
            return id;
        }
        throw new IllegalStateException("a route writes and does not say so");
    }
}

package linli.web.screen;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import linli.web.caller.Caller;
import linli.web.caller.Visitor;
import linli.web.caller.Visitors;
import linli.web.page.Frame;
import linli.web.page.Words;
import linli.web.sync.SyncLine;
import org.jspecify.annotations.Nullable;

/** Makes what surrounds the page that answers a request. */
public final class Frames {
    /** An address on this node and nowhere else, of characters that need no quoting. */
    private static final Pattern HERE = Pattern.compile("/(?!/)[A-Za-z0-9/_.-]{0,120}(\\?[A-Za-z0-9=&._%-]{0,120})?");

    private static final String DONE = "done";

    private final Visitors visitors;
    private final Supplier<String> nodeName;
    private final Supplier<Optional<SyncLine>> sync;

    /**
     * @param nodeName what the node is called now
     * @param sync how reconciling stands; empty where there is nothing to say
     */
    public Frames(Visitors visitors, Supplier<String> nodeName, Supplier<Optional<SyncLine>> sync) {
        this.visitors = visitors;
        this.nodeName = nodeName;
        this.sync = sync;
    }

    /** Of the page that answers a request. */
    public Frame around(ContainerRequestContext request) {
        Visitor visitor = Visitor.of(request);
        Words words = Words.of(visitor.language());
        String done = request.getUriInfo().getQueryParameters().getFirst(DONE);
        return new Frame(
                words,
                nodeName.get(),
                visitors.formToken(visitor),
                visitor.isSignedIn(),
                visitor.caller() instanceof Caller.Staff staff ? staff.member() : null,
                here(request),
                done != null && words.has("done." + done) ? done : null,
                sync.get().orElse(null));
    }

    /** The answer to a form has no address of its own: whoever comes back comes to where it belongs. */
    private static String here(ContainerRequestContext request) {
        URI uri = request.getUriInfo().getRequestUri();
        if (!request.getMethod().equals(HttpMethod.GET)) {
            return Entrance.of(uri.getRawPath()).address();
        }
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return pageOrHome(uri.getRawPath() + query);
    }

    /** The address if it is one of ours: a form must not send anybody elsewhere. */
    static String pageOrHome(@Nullable String address) {
        return address != null && HERE.matcher(address).matches() ? address : "/";
    }
}

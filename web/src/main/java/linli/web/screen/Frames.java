package linli.web.screen;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.util.regex.Pattern;
import linli.web.caller.Visitor;
import linli.web.caller.Visitors;
import linli.web.page.Frame;
import linli.web.page.Words;
import linli.web.sync.SyncBoard;
import org.jspecify.annotations.Nullable;

/** Makes what surrounds the page that answers a request. */
public final class Frames {
    /** Pages that a person may come back to after switching the language. */
    private static final Pattern PAGE =
            Pattern.compile("/|/sync|/verify|/me(\\?from=[0-9-]{1,24})?|/me/records/[0-9-]{1,24}");

    private final Visitors visitors;
    private final SyncBoard sync;

    public Frames(Visitors visitors, SyncBoard sync) {
        this.visitors = visitors;
        this.sync = sync;
    }

    Frame around(ContainerRequestContext request) {
        Visitor visitor = Visitor.of(request);
        URI uri = request.getUriInfo().getRequestUri();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new Frame(
                Words.of(visitor.language()),
                visitors.formToken(visitor),
                visitor.isSignedIn(),
                pageOrHome(uri.getRawPath() + query),
                sync.line().orElse(null));
    }

    /** The address if it is one of our pages: a form must not send anybody elsewhere. */
    static String pageOrHome(@Nullable String address) {
        return address != null && PAGE.matcher(address).matches() ? address : "/";
    }
}

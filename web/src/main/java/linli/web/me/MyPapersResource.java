package linli.web.me;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import linli.ledger.Books;
import linli.ledger.Certificate;
import linli.web.caller.Allowed;
import linli.web.caller.Self;
import linli.web.caller.Who;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;

/** One's certificates, to be printed at any time, as long as they are still right. */
@Path("me/certificates")
@Produces(Html.NAME)
public final class MyPapersResource {
    private static final int MOST_SHOWN = 50;

    private final Screens screens;
    private final Books books;

    MyPapersResource(Means means) {
        this.screens = means.screens();
        this.books = means.books();
    }

    /**
     * A certificate that was handed out.
     *
     * @param holds whether the hours of its days are still those that stand on it
     */
    public record Paper(Certificate certificate, boolean holds) {}

    /** All that were, the newest first. */
    public record Papers(List<Paper> papers) {}

    @GET
    @Allowed(Who.VOLUNTEER)
    public Response papers(@Context ContainerRequestContext request) {
        Papers papers = books.together(all ->
                new Papers(all.papers().certificatesOf(Self.of(request), null, MOST_SHOWN).stream()
                        .map(one -> new Paper(one, all.papers().isAsItWas(one)))
                        .toList()));
        return screens.show(request, "me/certificates.jte", papers);
    }
}

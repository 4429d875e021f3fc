package linli.web.desk;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import linli.ledger.Books;
import linli.report.NationalReport;
import linli.report.Reports;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;

/** How far the records have come at the national volunteer system, and what it refused. */
@Path("desk/national")
@Produces(Html.NAME)
public final class NationalResource {
    /** Refusals that are shown; when these are mended, the others come up. */
    private static final int MOST_SHOWN = 200;

    private final Screens screens;
    private final Books books;

    NationalResource(Means means) {
        this.screens = means.screens();
        this.books = means.books();
    }

    /** How it stands, with the first refusals. */
    public record State(NationalReport report, List<NationalReport.Refusal> refused) {}

    @GET
    @Allowed(Who.STAFF)
    public Response state(@Context ContainerRequestContext request) {
        NationalReport report = books.together(Reports::national);
        List<NationalReport.Refusal> refused =
                report.refused().stream().limit(MOST_SHOWN).toList();
        return screens.show(request, "desk/national.jte", new State(report, refused));
    }
}

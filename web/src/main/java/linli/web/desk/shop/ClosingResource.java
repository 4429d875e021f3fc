package linli.web.desk.shop;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import linli.ledger.Books;
import linli.ledger.Ledger;
import linli.report.ClosingReport;
import linli.report.Reports;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import org.jspecify.annotations.Nullable;

/** The closing of a day at the shop, to be printed and signed. */
@Path("desk/shop/closing")
@Produces(Html.NAME)
public final class ClosingResource {
    private final Screens screens;
    private final Ledger ledger;
    private final Books books;

    ClosingResource(Means means) {
        this.screens = means.screens();
        this.ledger = means.office().ledger();
        this.books = means.books();
    }

    /** A day's closing. */
    public record Closing(LocalDate day, LocalDate today, ClosingReport report) {}

    @GET
    @Allowed(Who.STAFF)
    public Response closing(@Context ContainerRequestContext request, @QueryParam("day") @Nullable LocalDate day) {
        LocalDate today = ledger.today();
        LocalDate asked = day == null ? today : day;
        ClosingReport report = Reports.closing(books, books.branch(), asked);
        return screens.show(request, "desk/shop/closing.jte", new Closing(asked, today, report));
    }
}

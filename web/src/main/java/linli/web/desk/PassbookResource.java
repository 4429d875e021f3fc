package linli.web.desk;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.Ledger;
import linli.report.Why;
import linli.web.caller.Allowed;
import linli.web.caller.Visitor;
import linli.web.caller.Who;
import linli.web.list.Page;
import linli.web.list.Paging;
import linli.web.page.Naming;
import linli.web.page.WhyView;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import org.jspecify.annotations.Nullable;

/** Why somebody holds the points that they hold: every change, with what it rests on. */
@Path("desk/volunteers")
@Produces(Html.NAME)
public final class PassbookResource {
    private final Screens screens;
    private final Ledger ledger;
    private final Books books;

    PassbookResource(Means means) {
        this.screens = means.screens();
        this.ledger = means.office().ledger();
        this.books = means.books();
    }

    /**
     * A part of a passbook.
     *
     * @param first the address of the newest part; null where this is it
     * @param earlier the address of the part before; null where there is none
     */
    public record Passbook(
            WhyView why, @Nullable String first, @Nullable String earlier) {}

    @GET
    @Path("{number}/why")
    @Allowed(Who.STAFF)
    public Response why(@Context ContainerRequestContext request, @PathParam("number") VolunteerNo number) {
        if (books.volunteer(number).isEmpty()) {
            throw PersonResource.nobody();
        }
        Visitor visitor = Visitor.of(request);
        Paging paging = Paging.of(request);
        Why why = Why.of(books, ledger::entry, books.branch(), number, paging.fromEntry(), paging.limit());
        // What people ask for is for clerks to read.
        Naming naming = visitor.caller().is(Who.CLERK) ? Naming.withWishes(books) : Naming.of(books);
        WhyView view = WhyView.of(why, visitor.language(), naming);
        Listing<WhyView.Line> lines = Listing.of(
                request,
                new Page<>(
                        view.lines(),
                        view.earlier() == null ? null : view.earlier().toString()));
        return screens.show(request, "desk/why.jte", new Passbook(view, lines.first(), lines.next()));
    }
}

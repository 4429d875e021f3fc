package linli.web.desk;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import linli.ledger.Ledger;
import linli.web.caller.Allowed;
import linli.web.caller.Caller;
import linli.web.caller.Visitor;
import linli.web.caller.Who;
import linli.web.clock.CountyZone;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import linli.web.sync.SyncBoard;
import linli.web.sync.SyncOverview;

/** The first page of whoever is in office: what is to be done today, and whether the county holds what was done. */
@Path("desk")
@Produces(Html.NAME)
public final class DeskHomeResource {
    private final Screens screens;
    private final Ledger ledger;
    private final SyncBoard board;
    private final NationalWork national;

    DeskHomeResource(Means means) {
        this.screens = means.screens();
        this.ledger = means.office().ledger();
        this.board = means.board();
        this.national = new NationalWork(means.clock());
    }

    /** Who is greeted, and with what. */
    public record Home(String name, LocalDate today, ZonedDateTime now, WorkList work, SyncOverview sync) {}

    @GET
    @Allowed(Who.STAFF)
    public Response home(@Context ContainerRequestContext request) {
        Caller.Staff staff = (Caller.Staff) Visitor.of(request).caller();
        Home home = new Home(
                staff.member().name(),
                ledger.today(),
                ledger.now().atZone(CountyZone.of(ledger.books())),
                WorkList.of(ledger, national),
                board.overview());
        return screens.show(request, "desk/home.jte", home);
    }
}

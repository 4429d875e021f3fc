package linli.web.desk;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import linli.web.caller.Allowed;
import linli.web.caller.Caller;
import linli.web.caller.Visitor;
import linli.web.caller.Who;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;

/** The first page of whoever is in office. */
@Path("desk")
@Produces(Html.NAME)
public final class DeskHomeResource {
    private final Screens screens;

    DeskHomeResource(Means means) {
        this.screens = means.screens();
    }

    /** Who is greeted. */
    public record Home(String name) {}

    @GET
    @Allowed(Who.STAFF)
    public Response home(@Context ContainerRequestContext request) {
        Caller.Staff staff = (Caller.Staff) Visitor.of(request).caller();
        return screens.show(request, "desk/home.jte", new Home(staff.member().name()));
    }
}

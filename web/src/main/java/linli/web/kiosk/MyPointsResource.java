package linli.web.kiosk;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.web.caller.Allowed;
import linli.web.caller.Self;
import linli.web.caller.Who;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.door.Typed;
import linli.web.hours.MyHours;
import linli.web.hours.Person;
import linli.web.page.HoursView;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import org.jspecify.annotations.Nullable;

/** Hours and points of whoever has given their PIN. */
@Path("kiosk/me")
@Produces(Html.NAME)
public final class MyPointsResource {
    private static final int RECORDS_PER_PAGE = 4;

    private final Screens screens;
    private final MyHours myHours;

    MyPointsResource(Means means) {
        this.screens = means.screens();
        this.myHours = means.myHours();
    }

    @GET
    @Allowed(Who.AT_KIOSK)
    public Response mine(@Context ContainerRequestContext request, @QueryParam("from") @Nullable String from) {
        VolunteerNo self = Self.of(request);
        Person person = myHours.person(self).orElseThrow(() -> new ProblemException(Problem.NOT_SIGNED_IN));
        EntryId first = from == null ? null : Typed.entryHere(from);
        HoursView view = new HoursView(
                person,
                myHours.page(self, first, RECORDS_PER_PAGE),
                first == null,
                myHours.pinByStaff(self).orElse(null));
        return screens.show(request, "kiosk/me.jte", view);
    }
}

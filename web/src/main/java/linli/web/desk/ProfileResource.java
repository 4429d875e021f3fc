package linli.web.desk;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import linli.entry.VolunteerNo;
import linli.office.Office;
import linli.profile.Profile;
import linli.web.act.Acts;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Desk;
import linli.web.caller.Visitor;
import linli.web.caller.Who;
import linli.web.form.Form;
import linli.web.screen.Address;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;

/** What is known of a person is corrected, or forgotten. It lies beside the log, which learns of a new PIN and of nothing else. */
@Path("desk/volunteers")
@Produces(Html.NAME)
public final class ProfileResource {
    private final Screens screens;
    private final Acts acts;
    private final Desk door;
    private final Office office;

    ProfileResource(Means means) {
        this.screens = means.screens();
        this.acts = means.acts();
        this.door = means.desk();
        this.office = means.office();
    }

    /** What is known before it is changed. */
    public record Known(VolunteerNo number, Profile profile, LocalDate today) {}

    @GET
    @Path("{number}/profile")
    @Allowed(Who.CLERK)
    public Response profile(@Context ContainerRequestContext request, @PathParam("number") VolunteerNo number) {
        return screens.show(request, "desk/correct.jte", known(number));
    }

    @POST
    @Path("{number}/profile")
    @Allowed(Who.CLERK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response correct(@Context ContainerRequestContext request, @PathParam("number") VolunteerNo number) {
        Form form = Form.of(request);
        if (office.correct(number, before -> ProfileFields.over(before, form)).isEmpty()) {
            throw PersonResource.nobody();
        }
        return person(number, "corrected");
    }

    @GET
    @Path("{number}/pin")
    @Allowed(Who.CLERK)
    public Response pin(@Context ContainerRequestContext request, @PathParam("number") VolunteerNo number) {
        return screens.show(request, "desk/pin.jte", known(number));
    }

    @POST
    @Path("{number}/pin")
    @Writes
    @Allowed(Who.CLERK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response setPin(@Context ContainerRequestContext request, @PathParam("number") VolunteerNo number) {
        char[] pin = EnrolResource.typedTwice(Form.of(request));
        Acts.Act act = acts.of(request);
        Acts.recorded(office.setPin(number, pin, act.by(), act.request()).orElseThrow(PersonResource::nobody));
        door.pinReplaced(Visitor.of(request), number);
        return person(number, "pin-set");
    }

    @GET
    @Path("{number}/forgetting")
    @Allowed(Who.MANAGER)
    public Response forgetting(@Context ContainerRequestContext request, @PathParam("number") VolunteerNo number) {
        return screens.show(request, "desk/forget.jte", known(number));
    }

    @POST
    @Path("{number}/forgetting")
    @Allowed(Who.MANAGER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response forget(@Context ContainerRequestContext request, @PathParam("number") VolunteerNo number) {
        Form.of(request).text("sure");
        if (!office.forget(number)) {
            throw PersonResource.nobody();
        }
        return person(number, "forgotten");
    }

    private Known known(VolunteerNo number) {
        return new Known(
                number,
                office.profile(number).orElseThrow(PersonResource::nobody),
                office.ledger().today());
    }

    private static Response person(VolunteerNo number, String done) {
        return Address.to(VolunteersResource.ADDRESS + "/" + number, done);
    }
}

package linli.web.desk;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import linli.entry.VolunteerNo;
import linli.keys.PinHash;
import linli.ledger.Outcome;
import linli.office.Office;
import linli.profile.Profile;
import linli.web.act.Acts;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.form.Form;
import linli.web.screen.Address;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import org.jspecify.annotations.Nullable;

/** Somebody becomes a volunteer. */
@Path("desk/volunteers")
@Produces(Html.NAME)
public final class EnrolResource {
    private final Screens screens;
    private final Acts acts;
    private final Office office;

    EnrolResource(Means means) {
        this.screens = means.screens();
        this.acts = means.acts();
        this.office = means.office();
    }

    /** What the form begins with. */
    public record Enrolment(Profile profile, LocalDate today) {}

    @GET
    @Path("new")
    @Allowed(Who.CLERK)
    public Response form(@Context ContainerRequestContext request) {
        return screens.show(
                request,
                "desk/enrol.jte",
                new Enrolment(Profile.builder().build(), office.ledger().today()));
    }

    @POST
    @Path("new")
    @Writes
    @Allowed(Who.CLERK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enrol(@Context ContainerRequestContext request) {
        Form form = Form.of(request);
        Profile profile = ProfileFields.over(Profile.builder().build(), form);
        LocalDate consented = Objects.requireNonNull(profile.consentedOn(), "the form asks for it");
        Profile whole = profile.toBuilder().pinHash(pin(form)).build();
        Acts.Act act = acts.of(request);
        Outcome.Recorded written =
                Acts.recorded(office.enrol(new Office.Application(whole, consented, act.request()), act.by()));
        return Address.to(VolunteersResource.ADDRESS + "/" + new VolunteerNo(written.id()), "enrolled");
    }

    private static @Nullable PinHash pin(Form form) {
        char[] typed = typedTwice(form);
        return typed.length == 0 ? null : PinHash.of(typed);
    }

    /** A PIN that was typed twice, the same each time; empty where none was. */
    static char[] typedTwice(Form form) {
        char[] typed = form.secret("pin");
        if (!Arrays.equals(typed, form.secret("pin-again"))) {
            throw Slip.pinsDiffer();
        }
        return typed;
    }
}

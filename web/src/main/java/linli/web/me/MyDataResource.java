package linli.web.me;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import linli.entry.VolunteerNo;
import linli.entry.WishEvent.Kind;
import linli.office.Office;
import linli.office.WishDesk;
import linli.profile.Profile;
import linli.profile.WishDetails;
import linli.web.act.Acts;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Desk;
import linli.web.caller.Self;
import linli.web.caller.Verdicts;
import linli.web.caller.Visitor;
import linli.web.caller.Who;
import linli.web.door.Client;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.form.Form;
import linli.web.page.Words;
import linli.web.screen.Address;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import linli.web.session.SignIn;

/** What is known of one, and one's rights over it: a copy, a correction, deletion; and one's PIN. */
@Path("me/data")
@Produces(Html.NAME)
public final class MyDataResource {
    private static final String HERE = "/me/data";

    private final Screens screens;
    private final Office office;
    private final Acts acts;
    private final SignIn signIn;
    private final Desk desk;

    MyDataResource(Means means) {
        this.screens = means.screens();
        this.office = means.office();
        this.acts = means.acts();
        this.signIn = means.signIn();
        this.desk = means.desk();
    }

    /** What is known. */
    public record Data(VolunteerNo number, Profile profile) {}

    @GET
    @Allowed(Who.VOLUNTEER)
    public Response data(@Context ContainerRequestContext request) {
        VolunteerNo self = Self.of(request);
        return screens.show(request, "me/data.jte", new Data(self, profile(self)));
    }

    private Profile profile(VolunteerNo self) {
        return office.profile(self).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    /** A copy to keep, exactly as the node has it. */
    @GET
    @Path("copy")
    @Allowed(Who.VOLUNTEER)
    @Produces(MediaType.APPLICATION_JSON)
    public Response copy(@Context ContainerRequestContext request) {
        String json = office.disclose(Self.of(request))
                .map(own -> own.disclosure().json())
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        return Response.ok(json)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"linli-profile.json\"")
                .build();
    }

    /** Asks the staff to put something right. It goes on their list as a call for help does, with a day by which to answer. */
    @POST
    @Path("correction")
    @Writes
    @Allowed(Who.VOLUNTEER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response askForCorrection(@Context ContainerRequestContext request) {
        Form form = Form.of(request);
        Acts.Act act = acts.of(request);
        String title = Words.of(Visitor.of(request).language()).text("me.correction.wish");
        WishDetails details = new WishDetails(form.text("words"), null, null, null);
        Acts.recorded(office.wishes()
                .post(
                        new WishDesk.Asking(Kind.HELP, Self.of(request), title, details, null, null, act.request()),
                        act.by()));
        return Address.to("/me/wishes", "correction-asked");
    }

    @POST
    @Path("pin")
    @Writes
    @Allowed(Who.VOLUNTEER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response changePin(@Context ContainerRequestContext request, @Context HttpServletRequest from) {
        Form form = Form.of(request);
        Acts.Act act = acts.of(request);
        VolunteerNo self = proven(request, from);
        Acts.recorded(office.setPin(self, form.secret("new-pin"), act.by(), act.request())
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND)));
        desk.pinReplaced(Visitor.of(request), self);
        return Address.to(HERE, "pin-changed");
    }

    /** Everything personal goes; hours and points stay under the number alone. */
    @POST
    @Path("deletion")
    @Allowed(Who.VOLUNTEER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response forget(@Context ContainerRequestContext request, @Context HttpServletRequest from) {
        if (!Form.of(request).ticked("understood")) {
            throw new ProblemException(Problem.FIELD_MISSING);
        }
        office.forget(proven(request, from));
        desk.close(Visitor.of(request));
        return Address.to("/", "forgotten");
    }

    /** Whoever is at the device must still know the PIN. */
    private VolunteerNo proven(ContainerRequestContext request, HttpServletRequest from) {
        char[] pin = Form.of(request).secret("pin");
        return Verdicts.orProblem(signIn.volunteer(Self.of(request), pin, Client.of(from.getRemoteAddr())));
    }
}

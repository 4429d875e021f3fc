package linli.web.screen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import linli.entry.VolunteerNo;
import linli.web.caller.Allowed;
import linli.web.caller.Caller;
import linli.web.caller.Cookies;
import linli.web.caller.Desk;
import linli.web.caller.Visitor;
import linli.web.caller.Visitors;
import linli.web.caller.Who;
import linli.web.door.Client;
import linli.web.door.ProblemException;
import linli.web.door.Typed;
import linli.web.form.Unasked;
import linli.web.page.SignInPage;
import linli.web.session.SignIn;
import linli.web.session.Verdict;
import org.jspecify.annotations.Nullable;

/** Coming in, going out, and choosing a language. */
@Path("/")
@Produces(Html.NAME)
public final class SignInResource {
    private static final URI HOME = URI.create("/");
    private static final URI MY_HOURS = URI.create("/me");
    /** Where a kiosk is made ready for whoever comes next. */
    private static final URI LEFT = URI.create("/kiosk/left");

    private final Screens screens;
    private final Visitors visitors;
    private final SignIn signIn;
    private final Desk desk;

    public SignInResource(Screens screens, Visitors visitors, SignIn signIn, Desk desk) {
        this.screens = screens;
        this.visitors = visitors;
        this.signIn = signIn;
        this.desk = desk;
    }

    @GET
    @Allowed(Who.ANYBODY)
    public Response home(@Context ContainerRequestContext request) {
        Visitor visitor = Visitor.of(request);
        if (visitor.caller().volunteer().isPresent()) {
            return Response.seeOther(MY_HOURS).build();
        }
        if (visitor.hadSession()) {
            Response told = shown(request, Response.Status.OK, "", "ended", Duration.ZERO);
            return Response.fromResponse(told)
                    .cookie(Cookies.noSession(visitor))
                    .build();
        }
        return shown(request, Response.Status.OK, "", null, Duration.ZERO);
    }

    @POST
    @Allowed(Who.ANYBODY)
    @Path("sign-in")
    @Unasked
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signIn(
            @Context ContainerRequestContext request,
            @Context HttpServletRequest from,
            @FormParam("token") @Nullable String token,
            @FormParam("number") @DefaultValue("") String number,
            @FormParam("pin") @DefaultValue("") String pin) {
        Visitor visitor = Visitor.of(request);
        if (visitor.caller().volunteer().isPresent()) {
            // Another window has signed in meanwhile; nothing is to be changed.
            return Response.seeOther(MY_HOURS).build();
        }
        if (!visitors.vouchesFor(visitor, token)) {
            return shown(request, Response.Status.FORBIDDEN, number, "stale", Duration.ZERO);
        }
        try {
            Verdict<VolunteerNo> verdict =
                    signIn.volunteer(Typed.number(number), pin.toCharArray(), Client.of(from.getRemoteAddr()));
            return answered(request, number, verdict);
        } catch (ProblemException malformed) {
            return shown(request, Response.Status.BAD_REQUEST, number, "malformed", Duration.ZERO);
        }
    }

    private Response shown(
            ContainerRequestContext request,
            Response.Status status,
            String number,
            @Nullable String notice,
            Duration wait) {
        return screens.tried(request, status, "signin.jte", SignInPage.of(number, notice, wait), wait);
    }

    private Response answered(ContainerRequestContext request, String number, Verdict<VolunteerNo> verdict) {
        if (verdict instanceof Verdict.Right<VolunteerNo> right) {
            Visitor visitor = Visitor.of(request);
            String token = desk.open(visitor, right.opened()).token();
            return Response.seeOther(MY_HOURS)
                    .cookie(Cookies.session(visitor, token))
                    .build();
        }
        if (verdict instanceof Verdict.TooManyTries<VolunteerNo> tooMany) {
            return shown(request, Response.Status.TOO_MANY_REQUESTS, number, "too-many", tooMany.retryAfter());
        }
        if (verdict instanceof Verdict.Busy<VolunteerNo> busy) {
            return shown(request, Response.Status.SERVICE_UNAVAILABLE, number, "busy", busy.retryAfter());
        }
        return shown(request, Response.Status.UNAUTHORIZED, number, "refused", Duration.ZERO);
    }

    @POST
    @Allowed(Who.ANYBODY)
    @Path("sign-out")
    @Unasked
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signOut(@Context ContainerRequestContext request, @FormParam("token") @Nullable String token) {
        // Whoever is signed out already is where they want to be.
        Visitor visitor = Visitor.of(request);
        if (visitor.isSignedIn()) {
            visitors.requireToken(visitor, token);
            desk.close(visitor);
        }
        return Response.seeOther(home(visitor.caller()))
                .cookie(Cookies.noSession(visitor))
                .build();
    }

    private static URI home(Caller caller) {
        if (caller instanceof Caller.Staff) {
            return URI.create(Entrance.DESK.signIn());
        }
        return caller.is(Who.KIOSK) ? LEFT : HOME;
    }
}

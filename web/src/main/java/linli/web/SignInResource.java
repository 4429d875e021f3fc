package linli.web;

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
import linli.web.page.Language;
import linli.web.session.Sessions;
import linli.web.session.SignIn;
import org.jspecify.annotations.Nullable;

/** Coming in, going out, and choosing a language. */
@Path("/")
@Produces(Html.NAME)
public final class SignInResource {
    private static final URI HOME = URI.create("/");
    private static final URI MY_HOURS = URI.create("/me");

    private final Screens screens;
    private final Visitors visitors;
    private final SignIn signIn;
    private final Sessions sessions;

    SignInResource(Screens screens, Visitors visitors, SignIn signIn, Sessions sessions) {
        this.screens = screens;
        this.visitors = visitors;
        this.signIn = signIn;
        this.sessions = sessions;
    }

    @GET
    public Response home(@Context ContainerRequestContext request) {
        Visitor visitor = Visitor.of(request);
        if (visitor.session().isPresent()) {
            return Response.seeOther(MY_HOURS).build();
        }
        if (visitor.hadSession()) {
            Response told = screens.signIn(request, Response.Status.OK, "", "ended", Duration.ZERO);
            return Response.fromResponse(told)
                    .cookie(Visitors.noSessionCookie(visitor))
                    .build();
        }
        return screens.signIn(request, Response.Status.OK, "", null, Duration.ZERO);
    }

    @POST
    @Path("sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signIn(
            @Context ContainerRequestContext request,
            @Context HttpServletRequest from,
            @FormParam("token") @Nullable String token,
            @FormParam("number") @DefaultValue("") String number,
            @FormParam("pin") @DefaultValue("") String pin) {
        Visitor visitor = Visitor.of(request);
        if (visitor.session().isPresent()) {
            // Another window has signed in meanwhile; nothing is to be changed.
            return Response.seeOther(MY_HOURS).build();
        }
        if (!visitors.vouchesFor(visitor, token)) {
            return screens.signIn(request, Response.Status.FORBIDDEN, number, "stale", Duration.ZERO);
        }
        try {
            SignIn.Answer answer =
                    signIn.attempt(Door.number(number), pin.toCharArray(), Door.client(from.getRemoteAddr()));
            return answered(request, number, answer);
        } catch (ProblemException malformed) {
            return screens.signIn(request, Response.Status.BAD_REQUEST, number, "malformed", Duration.ZERO);
        }
    }

    private Response answered(ContainerRequestContext request, String number, SignIn.Answer answer) {
        if (answer instanceof SignIn.Answer.Welcome welcome) {
            return Response.seeOther(MY_HOURS)
                    .cookie(Visitors.sessionCookie(
                            Visitor.of(request), welcome.opened().token()))
                    .build();
        }
        if (answer instanceof SignIn.Answer.TooManyTries tooMany) {
            return screens.signIn(request, Response.Status.TOO_MANY_REQUESTS, number, "too-many", tooMany.retryAfter());
        }
        if (answer instanceof SignIn.Answer.Busy busy) {
            return screens.signIn(request, Response.Status.SERVICE_UNAVAILABLE, number, "busy", busy.retryAfter());
        }
        return screens.signIn(request, Response.Status.UNAUTHORIZED, number, "refused", Duration.ZERO);
    }

    @POST
    @Path("sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signOut(@Context ContainerRequestContext request, @FormParam("token") @Nullable String token) {
        Visitor visitor = Visitor.of(request);
        if (visitor.session().isPresent()) {
            visitors.requireToken(visitor, token);
            sessions.close(String.valueOf(visitor.token()));
        }
        return Response.seeOther(HOME).cookie(Visitors.noSessionCookie(visitor)).build();
    }

    @POST
    @Path("language")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response language(
            @Context ContainerRequestContext request,
            @FormParam("token") @Nullable String token,
            @FormParam("back") @Nullable String back,
            @FormParam("language") @DefaultValue("") String code) {
        Visitor visitor = Visitor.of(request);
        visitors.requireToken(visitor, token);
        Language language = Language.of(code).orElseThrow(() -> new ProblemException(Problem.BAD_REQUEST));
        return Response.seeOther(URI.create(Visitors.pageOrHome(back)))
                .cookie(Visitors.languageCookie(visitor, language))
                .build();
    }
}

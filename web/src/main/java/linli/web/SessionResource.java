package linli.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import linli.web.session.Sessions;
import linli.web.session.SignIn;
import org.jspecify.annotations.Nullable;

/** Signing in and out for programs. Every change brings the token that the answer before it named. */
@Path("api/v1/session")
@Produces(Json.TYPE)
public final class SessionResource {
    private static final String TOKEN_HEADER = "X-CSRF-Token";

    private final Visitors visitors;
    private final SignIn signIn;
    private final Sessions sessions;

    SessionResource(Visitors visitors, SignIn signIn, Sessions sessions) {
        this.visitors = visitors;
        this.signIn = signIn;
        this.sessions = sessions;
    }

    private record Credentials(String number, String pin) {
        /** Keeps the PIN out of whatever this might be written to. */
        @Override
        public String toString() {
            return "Credentials[withheld]";
        }
    }

    private record State(boolean signedIn, String csrfToken) {}

    /** Whether somebody is signed in, and the token that the next change must bring. */
    @GET
    public Response state(@Context ContainerRequestContext request) {
        Visitor visitor = Visitor.of(request);
        return Response.ok(new State(visitor.session().isPresent(), visitors.formToken(visitor)))
                .cookie(visitors.markCookie(visitor).stream().toArray(NewCookie[]::new))
                .build();
    }

    @POST
    @Consumes(Json.TYPE)
    public Response signIn(
            @Context ContainerRequestContext request,
            @Context HttpServletRequest from,
            @HeaderParam(TOKEN_HEADER) @Nullable String token,
            byte[] body) {
        Visitor visitor = Visitor.of(request);
        visitors.requireToken(visitor, token);
        Credentials typed = Json.read(body, Credentials.class);
        Sessions.Opened opened = opened(signIn.attempt(
                Door.number(typed.number()), typed.pin().toCharArray(), Door.client(from.getRemoteAddr())));
        endSession(visitor);
        return Response.ok(new State(true, opened.session().csrf()))
                .cookie(Visitors.sessionCookie(visitor, opened.token()))
                .build();
    }

    @DELETE
    public Response signOut(
            @Context ContainerRequestContext request, @HeaderParam(TOKEN_HEADER) @Nullable String token) {
        Visitor visitor = Visitor.of(request);
        visitor.requireSession();
        visitors.requireToken(visitor, token);
        endSession(visitor);
        return Response.noContent().cookie(Visitors.noSessionCookie(visitor)).build();
    }

    private void endSession(Visitor visitor) {
        if (visitor.token() != null) {
            sessions.close(visitor.token());
        }
    }

    private static Sessions.Opened opened(SignIn.Answer answer) {
        if (answer instanceof SignIn.Answer.Welcome welcome) {
            return welcome.opened();
        }
        if (answer instanceof SignIn.Answer.TooManyTries tooMany) {
            throw new ProblemException(Problem.TOO_MANY_TRIES, tooMany.retryAfter());
        }
        if (answer instanceof SignIn.Answer.Busy busy) {
            throw new ProblemException(Problem.BUSY, busy.retryAfter());
        }
        throw new ProblemException(Problem.SIGN_IN_REFUSED);
    }
}

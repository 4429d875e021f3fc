package linli.web.api.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import linli.web.caller.Allowed;
import linli.web.caller.Caller;
import linli.web.caller.Carry;
import linli.web.caller.Cookies;
import linli.web.caller.Desk;
import linli.web.caller.Gate;
import linli.web.caller.StaffDoor;
import linli.web.caller.Verdicts;
import linli.web.caller.Visitor;
import linli.web.caller.Visitor.Carried;
import linli.web.caller.Visitors;
import linli.web.caller.Who;
import linli.web.door.Client;
import linli.web.door.Json;
import linli.web.door.Problem;
import linli.web.door.Typed;
import linli.web.session.Holder;
import linli.web.session.Sessions;
import linli.web.session.SignIn;
import org.jspecify.annotations.Nullable;

/** Who is signed in. Everybody signs in here: volunteers with number and PIN, staff with handle and password. */
@Path("api/v1/session")
@Produces(Json.TYPE)
public final class SessionResource {
    private final Visitors visitors;
    private final SignIn signIn;
    private final StaffDoor staffDoor;
    private final Desk desk;

    public SessionResource(Visitors visitors, SignIn signIn, Desk desk) {
        this.visitors = visitors;
        this.signIn = signIn;
        this.staffDoor = new StaffDoor(signIn);
        this.desk = desk;
    }

    private record Credentials(
            @Nullable String number,
            @Nullable String pin,
            @Nullable String handle,
            @Nullable String password,
            @Nullable String newPassword,
            @Nullable Carry carry) {
        /** Keeps secrets out of whatever this might be written to. */
        @Override
        public String toString() {
            return "Credentials[withheld]";
        }
    }

    private record PasswordChange(String password, String newPassword) {
        @Override
        public String toString() {
            return "PasswordChange[withheld]";
        }
    }

    /** Who asks, and the token that their next change must bring. */
    @GET
    @Allowed(Who.ANYBODY)
    public Response state(@Context ContainerRequestContext request) {
        Visitor visitor = Visitor.of(request);
        return Response.ok(SessionJson.of(visitor, visitors.formToken(visitor)))
                .cookie(Cookies.mark(visitor))
                .cookie(Cookies.kioskAnew(visitor))
                .build();
    }

    @POST
    @Consumes(Json.TYPE)
    @Allowed(Who.ANYBODY)
    public Response signIn(@Context ContainerRequestContext request, @Context HttpServletRequest from, byte[] body) {
        Visitor visitor = Visitor.of(request);
        Credentials typed = Json.read(body, Credentials.class);
        Carry carry = Carry.of(typed.carry());
        if (carry == Carry.COOKIE) {
            visitors.requireToken(visitor, request.getHeaderString(Gate.TOKEN_HEADER));
        }
        String client = Client.of(from.getRemoteAddr());
        return opened(visitor, carry, open(visitor, typed, client));
    }

    private Sessions.Opened open(Visitor visitor, Credentials typed, String client) {
        if (typed.number() != null && typed.pin() != null) {
            return desk.open(
                    visitor,
                    Verdicts.orProblem(signIn.volunteer(
                            Typed.number(typed.number()), typed.pin().toCharArray(), client)));
        }
        if (typed.handle() != null && typed.password() != null) {
            return desk.open(visitor, staff(typed.handle(), typed.password(), typed.newPassword(), client));
        }
        throw Problem.BAD_REQUEST.because("Either number and pin are needed, or handle and password.");
    }

    private Holder staff(String handle, String password, @Nullable String newPassword, String client) {
        char[] chosen = newPassword == null ? null : newPassword.toCharArray();
        return staffDoor.open(handle, password.toCharArray(), chosen, client);
    }

    private static Response opened(Visitor visitor, Carry carry, Sessions.Opened opened) {
        Response.ResponseBuilder response = Response.ok(SessionJson.opened(opened, carry));
        return carry == Carry.COOKIE
                ? response.cookie(Cookies.session(visitor, opened.token())).build()
                : response.build();
    }

    /** One's own password. All sessions that were opened with the one before are over. */
    @PUT
    @Path("password")
    @Consumes(Json.TYPE)
    @Allowed(Who.STAFF)
    public Response changePassword(
            @Context ContainerRequestContext request, @Context HttpServletRequest from, byte[] body) {
        Visitor visitor = Visitor.of(request);
        PasswordChange typed = Json.read(body, PasswordChange.class);
        String handle = ((Caller.Staff) visitor.caller()).member().handle();
        Holder holder = staff(handle, typed.password(), typed.newPassword(), Client.of(from.getRemoteAddr()));
        Carry carry = visitor.carried() == Carried.COOKIE ? Carry.COOKIE : Carry.BEARER;
        return opened(visitor, carry, desk.open(visitor, holder));
    }

    @DELETE
    @Allowed({Who.VOLUNTEER, Who.STAFF})
    public Response signOut(@Context ContainerRequestContext request) {
        Visitor visitor = Visitor.of(request);
        desk.close(visitor);
        NewCookie[] cookies =
                visitor.carried() == Carried.COOKIE ? new NewCookie[] {Cookies.noSession(visitor)} : new NewCookie[0];
        return Response.noContent().cookie(cookies).build();
    }
}

package linli.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import linli.entry.Role;
import linli.ledger.Books;
import linli.ledger.StaffMember;
import linli.web.caller.Allowed;
import linli.web.caller.Caller;
import linli.web.caller.Cookies;
import linli.web.caller.Desk;
import linli.web.caller.StaffDoor;
import linli.web.caller.Visitor;
import linli.web.caller.Visitors;
import linli.web.caller.Who;
import linli.web.door.Client;
import linli.web.door.ProblemException;
import linli.web.form.Form;
import linli.web.form.Unasked;
import linli.web.page.SignInPage;
import linli.web.screen.Address;
import linli.web.screen.Entrance;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import linli.web.session.Holder;
import org.jspecify.annotations.Nullable;

/** Where staff come in, and put a password of their own in the place of the one they were given. */
@Path("desk")
@Produces(Html.NAME)
public final class DeskSignInResource {
    private static final String HOME = "/desk";
    private static final Set<Role> COUNTY_OFFICES = Set.of(Role.ADMIN, Role.AUDITOR);
    private static final String CHOICE_NEEDED = "password_change_needed";

    private final Screens screens;
    private final Visitors visitors;
    private final Desk desk;
    private final StaffDoor door;
    private final Books books;
    private final boolean isCounty;

    DeskSignInResource(Means means) {
        this.screens = means.screens();
        this.visitors = means.visitors();
        this.desk = means.desk();
        this.door = new StaffDoor(means.signIn());
        this.books = means.books();
        this.isCounty = means.office().ledger().node().isCounty();
    }

    @GET
    @Path("sign-in")
    @Allowed(Who.ANYBODY)
    public Response form(@Context ContainerRequestContext request) {
        Visitor visitor = Visitor.of(request);
        if (visitor.caller() instanceof Caller.Staff staff) {
            return Address.to(homeOf(staff.member()));
        }
        String notice = visitor.hadSession() ? "ended" : null;
        return shown(request, Response.Status.OK, "", notice, Duration.ZERO);
    }

    @POST
    @Path("sign-in")
    @Allowed(Who.ANYBODY)
    @Unasked
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signIn(@Context ContainerRequestContext request, @Context HttpServletRequest from) {
        Visitor visitor = Visitor.of(request);
        Form form = Form.of(request);
        String handle = form.optional("handle").orElse("").toLowerCase(Locale.ROOT);
        if (!visitors.vouchesFor(visitor, form.optional(Form.TOKEN).orElse(null))) {
            return shown(request, Response.Status.FORBIDDEN, handle, "stale", Duration.ZERO);
        }
        char[] chosen = form.secret("new-password");
        if (!Arrays.equals(chosen, form.secret("again"))) {
            return choice(request, handle, "differs");
        }
        try {
            char[] newPassword = chosen.length == 0 ? null : chosen;
            Holder holder = door.open(handle, form.secret("password"), newPassword, Client.of(from.getRemoteAddr()));
            String token = desk.open(visitor, holder).token();
            return Response.fromResponse(Address.to(homeOf(handle)))
                    .cookie(Cookies.session(visitor, token))
                    .build();
        } catch (ProblemException refused) {
            return refused.fault().code().equals(CHOICE_NEEDED)
                    ? choice(request, handle, null)
                    : told(request, handle, refused);
        }
    }

    private String homeOf(String handle) {
        return books.staff(handle).map(this::homeOf).orElse(HOME);
    }

    /** Who at the county's node runs or audits the county, and does nothing else, begins there. */
    private String homeOf(StaffMember member) {
        return isCounty && COUNTY_OFFICES.containsAll(member.roles()) ? Entrance.COUNTY.address() : HOME;
    }

    private Response told(ContainerRequestContext request, String handle, ProblemException refused) {
        Response.Status status = Response.Status.fromStatusCode(refused.fault().status());
        return shown(request, status, handle, refused.fault().code(), refused.retryAfter());
    }

    private Response choice(ContainerRequestContext request, String handle, @Nullable String notice) {
        SignInPage page = SignInPage.of(handle, notice, Duration.ZERO);
        return screens.tried(request, Response.Status.OK, "desk/choose.jte", page, Duration.ZERO);
    }

    private Response shown(
            ContainerRequestContext request,
            Response.Status status,
            String handle,
            @Nullable String notice,
            Duration wait) {
        return screens.tried(request, status, "desk/signin.jte", SignInPage.of(handle, notice, wait), wait);
    }
}

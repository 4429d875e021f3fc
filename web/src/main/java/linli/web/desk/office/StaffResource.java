package linli.web.desk.office;

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
import java.time.ZonedDateTime;
import java.util.List;
import linli.access.Passwords;
import linli.access.StaffPassword;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.OfficeEvent.StaffDismissed;
import linli.entry.Role;
import linli.ledger.Books;
import linli.ledger.Ledger;
import linli.ledger.StaffMember;
import linli.web.act.Acts;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.clock.CountyZone;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.door.Typed;
import linli.web.form.Form;
import linli.web.screen.Address;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;

/** Who is in office, and who comes and goes: a manager's page. */
@Path("desk/staff")
@Produces(Html.NAME)
public final class StaffResource {
    private static final String ADDRESS = "/desk/staff";

    private final Screens screens;
    private final Acts acts;
    private final Ledger ledger;
    private final Books books;
    private final Passwords passwords;

    StaffResource(Means means) {
        this.screens = means.screens();
        this.acts = means.acts();
        this.ledger = means.office().ledger();
        this.books = means.books();
        this.passwords = means.passwords();
    }

    /** Whether somebody can sign in. */
    public enum Door {
        /** They have a password of their own. */
        OPEN,
        /** They were handed one out, and have to choose their own with it. */
        HANDED_OUT,
        /** They were given none in this term of office. */
        NONE
    }

    /** Somebody in office. */
    public record Member(StaffMember member, Door door) {}

    /** Who is in office, and who was. */
    public record Staff(List<Member> members, List<StaffMember> former) {
        /** What somebody can be made here; the county's own office is the county's to give. */
        public List<Role> roles() {
            return List.of(Role.CLERK, Role.APPROVER, Role.MANAGER, Role.AUDITOR);
        }
    }

    /** Somebody whose office is changed. */
    public record Sheet(Member member, List<Role> roles) {}

    /**
     * A password to be handed over, which is shown once.
     *
     * @param until when it must have been used
     */
    public record HandedOut(StaffMember member, String password, ZonedDateTime until) {
        /** Keeps the password out of whatever this might be written to. */
        @Override
        public String toString() {
            return "HandedOut[withheld]";
        }
    }

    @GET
    @Allowed(Who.MANAGER)
    public Response staff(@Context ContainerRequestContext request) {
        List<StaffMember> all = books.staff();
        Staff staff = new Staff(
                all.stream().filter(StaffMember::inOffice).map(this::member).toList(),
                all.stream().filter(member -> !member.inOffice()).toList());
        return screens.show(request, "desk/office/staff.jte", staff);
    }

    private Member member(StaffMember member) {
        Door door = passwords
                .find(member)
                .map(StaffPassword::isInitial)
                .map(initial -> initial ? Door.HANDED_OUT : Door.OPEN)
                .orElse(Door.NONE);
        return new Member(member, door);
    }

    /** Puts somebody in office. */
    @POST
    @Writes
    @Allowed(Who.MANAGER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response appoint(@Context ContainerRequestContext request) {
        Form form = Form.of(request);
        String handle = form.text("handle");
        StaffAppointed event = appointed(handle, form);
        if (books.staff(handle).filter(StaffMember::inOffice).isPresent()) {
            throw new ProblemException(Problems.HANDLE_TAKEN);
        }
        acts.of(request).post(event);
        return Address.to(ADDRESS + "/" + handle, "appointed");
    }

    private static StaffAppointed appointed(String handle, Form form) {
        List<Role> roles = form.all("role").stream()
                .map(word -> Typed.word(Role.class, word))
                .toList();
        if (roles.isEmpty()) {
            throw new ProblemException(Problems.NO_ROLE);
        }
        return new StaffAppointed(
                handle,
                form.text("name"),
                roles,
                form.optional("number").map(Typed::number).orElse(null));
    }

    @GET
    @Path("{handle}")
    @Allowed(Who.MANAGER)
    public Response member(@Context ContainerRequestContext request, @PathParam("handle") String handle) {
        Member member = member(inOffice(handle));
        return screens.show(
                request, "desk/office/member.jte", new Sheet(member, new Staff(List.of(), List.of()).roles()));
    }

    private StaffMember inOffice(String handle) {
        return books.staff(handle)
                .filter(StaffMember::inOffice)
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    /** Changes what somebody may do, and how they are called. */
    @POST
    @Path("{handle}/roles")
    @Writes
    @Allowed(Who.MANAGER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@Context ContainerRequestContext request, @PathParam("handle") String handle) {
        acts.of(request).post(appointed(inOffice(handle).handle(), Form.of(request)));
        return Address.to(ADDRESS + "/" + handle, "office-changed");
    }

    /** Takes somebody's office from them; from their next request on they are nobody here. */
    @POST
    @Path("{handle}/dismissal")
    @Writes
    @Allowed(Who.MANAGER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response dismiss(@Context ContainerRequestContext request, @PathParam("handle") String handle) {
        acts.of(request).post(new StaffDismissed(handle, Form.of(request).text("reason")));
        return Address.to(ADDRESS, "dismissed-staff");
    }

    /**
     * Makes a password with which somebody chooses their own, in place of whatever they had, and shows it this once. Not of whoever
     * holds the county's office: that is handed out where the node is.
     */
    @POST
    @Path("{handle}/password")
    @Allowed(Who.MANAGER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response handOut(@Context ContainerRequestContext request, @PathParam("handle") String handle) {
        StaffMember member = inOffice(handle);
        if (member.roles().contains(Role.ADMIN)) {
            throw new ProblemException(Problem.NOT_ALLOWED);
        }
        ZonedDateTime until =
                CountyZone.at(books, ledger.now().plus(Passwords.INITIAL_LIFE).getEpochSecond());
        HandedOut handedOut = new HandedOut(member, passwords.handOut(member, ledger.now()), until);
        return screens.show(request, "desk/office/password.jte", handedOut);
    }
}

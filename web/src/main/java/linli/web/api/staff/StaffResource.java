package linli.web.api.staff;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import linli.entry.EntryId;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.OfficeEvent.StaffDismissed;
import linli.entry.Role;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.StaffMember;
import linli.web.act.Acts;
import linli.web.act.Reason;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.door.Json;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.list.Csv;
import linli.web.list.Page;
import linli.web.list.Paging;
import org.jspecify.annotations.Nullable;

/** Staff: who is in office, and who comes and goes. */
@Path("api/v1")
@Produces(Json.TYPE)
public final class StaffResource {
    private final Books books;
    private final Acts acts;

    public StaffResource(Books books, Acts acts) {
        this.books = books;
        this.acts = acts;
    }

    private record Member(
            String handle,
            String name,
            List<Role> roles,
            boolean inOffice,
            EntryId since,
            @Nullable VolunteerNo volunteer) {
        Member(StaffMember member) {
            this(member.handle(), member.name(), member.roles(), member.inOffice(), member.since(), member.volunteer());
        }
    }

    private record Appointment(
            String handle,
            String name,
            List<Role> roles,
            @Nullable VolunteerNo volunteer) {
        StaffAppointed event() {
            return new StaffAppointed(handle, name, roles, volunteer);
        }
    }

    @GET
    @Path("staff")
    @Produces({Json.TYPE, Csv.NAME})
    @Allowed(Who.STAFF)
    public Page<Member> list(
            @Context ContainerRequestContext request, @QueryParam("inOffice") @Nullable Boolean inOffice) {
        List<StaffMember> asked = books.staff().stream()
                .filter(member -> inOffice == null || inOffice == member.inOffice())
                .toList();
        return Paging.of(request).byWord(asked, StaffMember::handle, Member::new);
    }

    @GET
    @Path("staff/{handle}")
    @Allowed(Who.STAFF)
    public Record member(@PathParam("handle") String handle) {
        return books.staff(handle).map(Member::new).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    /** Puts somebody in office, or changes their roles. */
    @POST
    @Path("staff")
    @Consumes(Json.TYPE)
    @Writes
    @Allowed({Who.MANAGER, Who.ADMIN})
    public Response appoint(@Context ContainerRequestContext request, byte[] body) {
        return acts.write(request, Json.read(body, Appointment.class).event());
    }

    /** Takes somebody's office from them; from their next request on they are nobody here. */
    @POST
    @Path("staff/{handle}/dismissal")
    @Consumes(Json.TYPE)
    @Writes
    @Allowed({Who.MANAGER, Who.ADMIN})
    public Response dismiss(@Context ContainerRequestContext request, @PathParam("handle") String handle, byte[] body) {
        return acts.write(request, new StaffDismissed(handle, Reason.in(body)));
    }
}

package linli.web.api.hours;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import linli.entry.EntryId;
import linli.entry.HoursEvent.DisputeDismissed;
import linli.entry.HoursEvent.HoursApproved;
import linli.entry.HoursEvent.HoursDisputed;
import linli.entry.HoursEvent.HoursRecorded;
import linli.entry.HoursEvent.HoursRejected;
import linli.entry.HoursEvent.HoursReversed;
import linli.entry.VolunteerNo;
import linli.web.act.Acts;
import linli.web.act.Reason;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.door.Json;
import org.jspecify.annotations.Nullable;

/** What staff do with records of hours. */
@Path("api/v1")
@Produces(Json.TYPE)
@Consumes(Json.TYPE)
public final class HoursActsResource {
    private final Acts acts;

    public HoursActsResource(Acts acts) {
        this.acts = acts;
    }

    private record Service(
            VolunteerNo volunteer,
            EntryId activity,
            LocalDate day,
            @Nullable OffsetDateTime start,
            @Nullable OffsetDateTime end,
            int minutes,
            @Nullable String note,
            @Nullable EntryId corrects) {
        HoursRecorded event() {
            return new HoursRecorded(volunteer, activity, day, seconds(start), seconds(end), minutes, note, corrects);
        }

        private static @Nullable Long seconds(@Nullable OffsetDateTime at) {
            return at == null ? null : at.toEpochSecond();
        }
    }

    private record Approval(List<EntryId> records, int policyVersion) {}

    /** Writes down hours that no clock has seen. They wait for a second person. */
    @POST
    @Path("hours")
    @Writes
    @Allowed(Who.CLERK)
    public Response record(@Context ContainerRequestContext request, byte[] body) {
        return acts.write(request, Json.read(body, Service.class).event());
    }

    /** Lets records count, all of them or none. */
    @POST
    @Path("hours/approvals")
    @Writes
    @Allowed(Who.APPROVER)
    public Response approve(@Context ContainerRequestContext request, byte[] body) {
        Approval typed = Json.read(body, Approval.class);
        return acts.write(request, new HoursApproved(typed.records(), typed.policyVersion()));
    }

    @POST
    @Path("hours/{id}/rejection")
    @Writes
    @Allowed(Who.APPROVER)
    public Response reject(@Context ContainerRequestContext request, @PathParam("id") EntryId id, byte[] body) {
        return acts.write(request, new HoursRejected(id, Reason.in(body)));
    }

    /** Takes a record back that counted, with its points. */
    @POST
    @Path("hours/{id}/reversal")
    @Writes
    @Allowed(Who.APPROVER)
    public Response reverse(@Context ContainerRequestContext request, @PathParam("id") EntryId id, byte[] body) {
        return acts.write(request, new HoursReversed(id, Reason.in(body)));
    }

    /** Writes down that somebody objects to a record on public show. */
    @POST
    @Path("hours/{id}/dispute")
    @Writes
    @Allowed(Who.CLERK)
    public Response dispute(@Context ContainerRequestContext request, @PathParam("id") EntryId id, byte[] body) {
        return acts.write(request, new HoursDisputed(id, Reason.in(body)));
    }

    @POST
    @Path("hours/{id}/dispute-dismissal")
    @Writes
    @Allowed(Who.APPROVER)
    public Response dismissDispute(@Context ContainerRequestContext request, @PathParam("id") EntryId id, byte[] body) {
        return acts.write(request, new DisputeDismissed(id, Reason.in(body)));
    }
}

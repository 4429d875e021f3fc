package linli.web.api.wish;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.entry.WishEvent.End;
import linli.entry.WishEvent.WishAccepted;
import linli.entry.WishEvent.WishClaimed;
import linli.entry.WishEvent.WishClosed;
import linli.entry.WishEvent.WishConfirmed;
import linli.entry.WishEvent.WishDispatched;
import linli.entry.WishEvent.WishFulfilled;
import linli.entry.WishEvent.WishReleased;
import linli.web.act.Acts;
import linli.web.act.Nothing;
import linli.web.act.Reason;
import linli.web.act.Subject;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.door.Json;
import org.jspecify.annotations.Nullable;

/** What happens to a wish, from being accepted to being confirmed. Who may do what with whose, the rules say. */
@Path("api/v1")
@Produces(Json.TYPE)
@Consumes(Json.TYPE)
public final class WishActsResource {
    private final Acts acts;

    public WishActsResource(Acts acts) {
        this.acts = acts;
    }

    private record To(@Nullable EntryId team, @Nullable String staff, LocalDate dueDay) {}

    private record Claim(@Nullable VolunteerNo volunteer) {}

    private record Done(@Nullable String note) {}

    private record Rating(int stars, int policyVersion) {}

    private record Ending(End end, String reason) {}

    /** Puts on the wall what a volunteer asks for. */
    @POST
    @Path("wishes/{id}/acceptance")
    @Writes
    @Allowed(Who.CLERK)
    public Response accept(@Context ContainerRequestContext request, @PathParam("id") EntryId id, byte[] body) {
        Nothing.requireIn(body);
        return acts.write(request, new WishAccepted(id));
    }

    /** Gives it to a team or a member of staff to be done. */
    @POST
    @Path("wishes/{id}/dispatch")
    @Writes
    @Allowed(Who.CLERK)
    public Response dispatch(@Context ContainerRequestContext request, @PathParam("id") EntryId id, byte[] body) {
        To typed = Json.read(body, To.class);
        return acts.write(request, new WishDispatched(id, typed.team(), typed.staff(), typed.dueDay()));
    }

    /** Lets a volunteer of this branch, or a guest of it, take it on. */
    @POST
    @Path("wishes/{id}/claim")
    @Writes
    @Allowed({Who.VOLUNTEER, Who.CLERK})
    public Response claim(@Context ContainerRequestContext request, @PathParam("id") EntryId id, byte[] body) {
        VolunteerNo volunteer = Subject.of(request, Json.read(body, Claim.class).volunteer());
        return acts.write(request, new WishClaimed(id, volunteer, null));
    }

    /** Leaves to others what somebody has, or what was said to be done and is not. */
    @POST
    @Path("wishes/{id}/release")
    @Writes
    @Allowed({Who.STAFF, Who.VOLUNTEER})
    public Response release(@Context ContainerRequestContext request, @PathParam("id") EntryId id, byte[] body) {
        return acts.write(request, new WishReleased(id, Reason.in(body)));
    }

    /** Says that it is done. */
    @POST
    @Path("wishes/{id}/fulfilment")
    @Writes
    @Allowed({Who.STAFF, Who.VOLUNTEER})
    public Response fulfil(@Context ContainerRequestContext request, @PathParam("id") EntryId id, byte[] body) {
        return acts.write(
                request, new WishFulfilled(id, Json.read(body, Done.class).note()));
    }

    /** Agrees that it is done, rates it, and gives the points for it. */
    @POST
    @Path("wishes/{id}/confirmation")
    @Writes
    @Allowed({Who.VOLUNTEER, Who.CLERK, Who.APPROVER})
    public Response confirm(@Context ContainerRequestContext request, @PathParam("id") EntryId id, byte[] body) {
        Rating typed = Json.read(body, Rating.class);
        return acts.write(request, new WishConfirmed(id, typed.stars(), typed.policyVersion()));
    }

    /** Ends it otherwise: withdrawn by who asked, refused, or lapsed. */
    @POST
    @Path("wishes/{id}/closing")
    @Writes
    @Allowed({Who.CLERK, Who.VOLUNTEER})
    public Response close(@Context ContainerRequestContext request, @PathParam("id") EntryId id, byte[] body) {
        Ending typed = Json.read(body, Ending.class);
        return acts.write(request, new WishClosed(id, typed.end(), typed.reason()));
    }
}

package linli.web.api.wish;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.entry.WishEvent.WishClaimDeclined;
import linli.entry.WishEvent.WishClaimRequested;
import linli.entry.WishEvent.WishClaimWithdrawn;
import linli.entry.WishEvent.WishClaimed;
import linli.ledger.Books;
import linli.ledger.ClaimRequest;
import linli.ledger.Outcome;
import linli.ledger.Rejection;
import linli.ledger.WishBook.Asked;
import linli.ledger.WishesToDo;
import linli.web.act.Acts;
import linli.web.act.Nothing;
import linli.web.act.Reason;
import linli.web.act.Subject;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.door.Json;
import linli.web.door.ProblemException;
import linli.web.door.Refusals;
import linli.web.list.Csv;
import linli.web.list.Page;
import linli.web.list.Paging;
import org.jspecify.annotations.Nullable;

/** Wishes that are taken on from another branch: asked for there, answered here. Both travel with the logs. */
@Path("api/v1")
@Produces(Json.TYPE)
public final class WishRequestResource {
    private final Books books;
    private final Acts acts;

    public WishRequestResource(Books books, Acts acts) {
        this.books = books;
        this.acts = acts;
    }

    private record NewRequest(EntryId wish, @Nullable VolunteerNo volunteer) {}

    /** Asks another branch to let a volunteer of this one take a wish on. */
    @POST
    @Path("wish-requests")
    @Consumes(Json.TYPE)
    @Writes
    @Allowed({Who.VOLUNTEER, Who.CLERK})
    public Response ask(@Context ContainerRequestContext request, byte[] body) {
        NewRequest typed = Json.read(body, NewRequest.class);
        VolunteerNo volunteer = Subject.of(request, typed.volunteer());
        return acts.write(request, new WishClaimRequested(typed.wish(), volunteer));
    }

    /** What this branch asked others for, newest first. */
    @GET
    @Path("wish-requests/sent")
    @Produces({Json.TYPE, Csv.NAME})
    @Allowed(Who.STAFF)
    public Page<RequestJson> sent(@Context ContainerRequestContext request) {
        Paging paging = Paging.of(request);
        return books.together(all -> paging.page(
                all.wishes().sent(paging.fromEntry(), paging.toRead()),
                asked -> asked.request().id(),
                asked -> RequestJson.of(asked, all)));
    }

    @POST
    @Path("wish-requests/{id}/withdrawal")
    @Consumes(Json.TYPE)
    @Writes
    @Allowed({Who.VOLUNTEER, Who.CLERK})
    public Response withdraw(@Context ContainerRequestContext request, @PathParam("id") EntryId id, byte[] body) {
        return acts.write(request, new WishClaimWithdrawn(id, Reason.in(body)));
    }

    /**
     * What other branches ask for and somebody here has to do something about: those that wait are granted or declined; where one
     * was granted and taken back meanwhile, the wish is released.
     */
    @GET
    @Path("wish-requests")
    @Produces({Json.TYPE, Csv.NAME})
    @Allowed(Who.STAFF)
    public Page<RequestJson> received(@Context ContainerRequestContext request) {
        Paging paging = Paging.of(request);
        return books.together(all -> paging.page(
                toDo(all.toDo().wishes()),
                asked -> asked.request().id(),
                Paging.OLDEST_FIRST,
                asked -> RequestJson.of(asked, all)));
    }

    private static List<Asked> toDo(WishesToDo wishes) {
        return Stream.concat(wishes.toAnswer().stream(), wishes.toRelease().stream())
                .sorted(Comparator.comparing((Asked asked) -> asked.request().id()))
                .toList();
    }

    /** Lets the volunteer of another branch take the wish on that they ask for. */
    @POST
    @Path("wish-requests/{id}/grant")
    @Consumes(Json.TYPE)
    @Writes
    @Allowed(Who.CLERK)
    public Response grant(@Context ContainerRequestContext request, @PathParam("id") EntryId id, byte[] body) {
        Nothing.requireIn(body);
        ClaimRequest asked = known(id);
        return acts.write(request, new WishClaimed(asked.wish(), asked.volunteer(), id));
    }

    @POST
    @Path("wish-requests/{id}/refusal")
    @Consumes(Json.TYPE)
    @Writes
    @Allowed(Who.CLERK)
    public Response decline(@Context ContainerRequestContext request, @PathParam("id") EntryId id, byte[] body) {
        String reason = Reason.in(body);
        return acts.write(request, new WishClaimDeclined(known(id).wish(), id, reason));
    }

    private ClaimRequest known(EntryId id) {
        return books.wishes()
                .request(id)
                .map(Asked::request)
                .orElseThrow(() -> new ProblemException(Refusals.of(new Outcome.Refused(
                        Rejection.UNKNOWN_CLAIM_REQUEST,
                        "no request " + id + " is known here; it comes when this node meets the branch that asks"))));
    }
}

package linli.web.api.activity;

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
import java.time.LocalDate;
import java.util.List;
import linli.entry.EntryId;
import linli.entry.VolunteeringEvent.ActivityClosed;
import linli.entry.VolunteeringEvent.ActivityOpened;
import linli.ledger.Activity;
import linli.ledger.Books;
import linli.ledger.Ledger;
import linli.web.act.Acts;
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

/** Activities: opened, listed, closed with an evaluation. */
@Path("api/v1")
@Produces(Json.TYPE)
public final class ActivityResource {
    private final Ledger ledger;
    private final Books books;
    private final Acts acts;

    public ActivityResource(Ledger ledger, Acts acts) {
        this.ledger = ledger;
        this.books = ledger.books();
        this.acts = acts;
    }

    private record Item(
            EntryId id,
            String name,
            String place,
            String category,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable String inCharge,
            @Nullable Integer usualMinutes,
            boolean open,
            @Nullable Integer stars) {
        Item(Activity activity) {
            this(
                    activity.id(),
                    activity.name(),
                    activity.place(),
                    activity.category(),
                    activity.firstDay(),
                    activity.lastDay(),
                    activity.inCharge(),
                    activity.usualMinutes(),
                    activity.open(),
                    activity.stars());
        }
    }

    private record Opening(
            String name,
            String place,
            String category,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable String inCharge,
            @Nullable Integer usualMinutes) {
        ActivityOpened event() {
            return new ActivityOpened(name, place, category, firstDay, lastDay, inCharge, usualMinutes);
        }
    }

    private record Closing(
            @Nullable Integer stars, @Nullable String evaluation) {}

    /**
     * Activities of this branch, newest first.
     *
     * @param open whether volunteers can check in
     * @param over whether nobody serves in it any more: closed, or its last day has passed
     * @param day that is one of its days
     */
    @GET
    @Path("activities")
    @Produces({Json.TYPE, Csv.NAME})
    @Allowed({Who.KIOSK, Who.VOLUNTEER, Who.STAFF})
    public Page<Item> list(
            @Context ContainerRequestContext request,
            @QueryParam("open") @Nullable Boolean open,
            @QueryParam("over") @Nullable Boolean over,
            @QueryParam("day") @Nullable LocalDate day) {
        LocalDate today = ledger.today();
        List<Activity> asked = books.activities().stream()
                .filter(activity -> activity.id().branch() == books.branch())
                .filter(activity -> open == null || open == activity.open())
                .filter(activity -> over == null || over == activity.isOverOn(today))
                .filter(activity -> day == null || activity.includes(day))
                .toList();
        return Paging.of(request).page(asked, Activity::id, Paging.NEWEST_FIRST, Item::new);
    }

    @GET
    @Path("activities/{id}")
    @Allowed({Who.KIOSK, Who.VOLUNTEER, Who.STAFF})
    public Record activity(@PathParam("id") EntryId id) {
        return books.activity(id).map(Item::new).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    @POST
    @Path("activities")
    @Consumes(Json.TYPE)
    @Writes
    @Allowed(Who.CLERK)
    public Response open(@Context ContainerRequestContext request, byte[] body) {
        return acts.write(request, Json.read(body, Opening.class).event());
    }

    /** Closes it, with how good it was. Hours served before may still be recorded. */
    @POST
    @Path("activities/{id}/closing")
    @Consumes(Json.TYPE)
    @Writes
    @Allowed(Who.CLERK)
    public Response close(@Context ContainerRequestContext request, @PathParam("id") EntryId id, byte[] body) {
        Closing typed = Json.read(body, Closing.class);
        return acts.write(request, new ActivityClosed(id, typed.stars(), typed.evaluation()));
    }
}

package linli.web.api.wish;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.entry.WishEvent.Kind;
import linli.ledger.Books;
import linli.ledger.Ledger;
import linli.ledger.Wish;
import linli.office.WishDesk;
import linli.web.act.Acts;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Visitor;
import linli.web.caller.Who;
import linli.web.door.Json;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.list.Csv;
import linli.web.list.Page;
import linli.web.list.Paging;
import org.jspecify.annotations.Nullable;

/** The wall of wishes: what is asked for, and by whom it may be read. */
@Path("api/v1")
@Produces(Json.TYPE)
public final class WishResource {
    private final Ledger ledger;
    private final Books books;
    private final WishDesk desk;
    private final Acts acts;

    public WishResource(Ledger ledger, WishDesk desk, Acts acts) {
        this.ledger = ledger;
        this.books = ledger.books();
        this.desk = desk;
        this.acts = acts;
    }

    private record NewWish(
            Kind kind,
            @Nullable VolunteerNo wisher,
            String title,
            @Nullable DetailsJson details,
            @Nullable Long points,
            @Nullable LocalDate lastDay) {
        /** A volunteer need not say again who they are. */
        WishDesk.Asking asking(Acts.Act act) {
            VolunteerNo self = act.by() instanceof Actor.Volunteer volunteer ? volunteer.no() : null;
            return new WishDesk.Asking(
                    kind,
                    wisher == null ? self : wisher,
                    title,
                    DetailsJson.details(details),
                    points,
                    lastDay,
                    act.request());
        }
    }

    /** Asks for something. What a volunteer asks for waits for a clerk to accept it. */
    @POST
    @Path("wishes")
    @Consumes(Json.TYPE)
    @Writes
    @Allowed({Who.VOLUNTEER, Who.CLERK})
    public Response post(@Context ContainerRequestContext request, byte[] body) {
        Acts.Act act = acts.of(request);
        return acts.answer(
                Acts.recorded(desk.post(Json.read(body, NewWish.class).asking(act), act.by())));
    }

    /** Wishes of this branch or another, newest first. */
    @GET
    @Path("wishes")
    @Produces({Json.TYPE, Csv.NAME})
    @Allowed({Who.STAFF, Who.VOLUNTEER, Who.KIOSK})
    public Page<WishJson> list(
            @Context ContainerRequestContext request,
            @QueryParam("kind") @Nullable Kind kind,
            @QueryParam("state") Wish.@Nullable State state,
            @QueryParam("open") @Nullable Boolean open,
            @QueryParam("overdue") @Nullable Boolean overdue,
            @QueryParam("branch") @Nullable Integer branch) {
        Paging paging = Paging.of(request);
        Reader reader = Reader.of(request);
        LocalDate today = ledger.today();
        Wanted wanted = new Wanted(kind, state, open, overdue);
        return books.together(all -> paging.page(
                wanted.of(
                        all.wishes(),
                        branch == null ? all.branch() : branch,
                        reader,
                        today,
                        paging.fromEntry(),
                        paging.toRead()),
                Wish::id,
                wish -> WishJson.of(wish, reader, today, all)));
    }

    @GET
    @Path("wishes/{id}")
    @Allowed({Who.STAFF, Who.VOLUNTEER, Who.KIOSK})
    public Record wish(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        Reader reader = Reader.of(request);
        return books.together(all -> all.wishes()
                .find(id)
                .filter(reader::maySee)
                .map(wish -> WishJson.of(wish, reader, ledger.today(), all))
                .orElseThrow(WishResource::notHere));
    }

    /** Where to go, and whom to ask for: for those whom it concerns, as long as it does. */
    @GET
    @Path("wishes/{id}/details")
    @Allowed({Who.STAFF, Who.VOLUNTEER})
    public Record details(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        return Visitor.of(request)
                .caller()
                .actor()
                .flatMap(reader -> desk.details(id, reader))
                .map(DetailsJson::of)
                .orElseThrow(WishResource::notHere);
    }

    /** Destroys the details, for good; the wish itself stays. */
    @DELETE
    @Path("wishes/{id}/details")
    @Allowed(Who.MANAGER)
    public void forget(@PathParam("id") EntryId id) {
        if (!desk.forget(id)) {
            throw notHere();
        }
    }

    private static ProblemException notHere() {
        return new ProblemException(Problem.NOT_FOUND);
    }
}

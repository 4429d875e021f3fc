package linli.web.api.shop;

import jakarta.servlet.http.HttpServletRequest;
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
import linli.entry.ShopEvent.Line;
import linli.entry.ShopEvent.PointsRedeemed;
import linli.entry.ShopEvent.RedemptionReversed;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.Redemption;
import linli.ledger.ShopBook;
import linli.web.act.Acts;
import linli.web.act.SecondPerson;
import linli.web.act.Subject;
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

/**
 * The counter: goods and coupons for points, by the volunteer's own hand or a clerk's. A kiosk by itself has no hand in it: what it
 * does the node signs for, and nobody's points are spent without them.
 */
@Path("api/v1")
@Produces(Json.TYPE)
public final class RedemptionResource {
    private final Books books;
    private final Acts acts;
    private final SecondPerson second;

    public RedemptionResource(Books books, Acts acts, SecondPerson second) {
        this.books = books;
        this.acts = acts;
        this.second = second;
    }

    /** Several things at once; the points are their sum as it was shown. */
    private record Basket(@Nullable VolunteerNo volunteer, List<Taken> lines, long points) {
        List<Line> taken() {
            return lines.stream()
                    .map(line -> new Line(line.item(), line.quantity()))
                    .toList();
        }
    }

    private record Taken(EntryId item, int quantity) {}

    private record Undoing(String reason, SecondPerson.@Nullable Credentials second) {}

    @POST
    @Path("shop/redemptions")
    @Consumes(Json.TYPE)
    @Writes
    @Allowed({Who.VOLUNTEER, Who.CLERK})
    public Response redeem(@Context ContainerRequestContext request, byte[] body) {
        Basket typed = Json.read(body, Basket.class);
        VolunteerNo volunteer = Subject.of(request, typed.volunteer());
        return acts.write(request, new PointsRedeemed(volunteer, typed.taken(), typed.points()));
    }

    /** Redemptions at this branch, undone ones among them, newest first. */
    @GET
    @Path("shop/redemptions")
    @Produces({Json.TYPE, Csv.NAME})
    @Allowed(Who.STAFF)
    public Page<RedemptionJson> list(
            @Context ContainerRequestContext request,
            @QueryParam("volunteer") @Nullable VolunteerNo volunteer,
            @QueryParam("day") @Nullable LocalDate day) {
        Paging paging = Paging.of(request);
        if (day == null && volunteer != null) {
            return RedemptionJson.of(volunteer, books, paging);
        }
        return books.together(all -> RedemptionJson.page(
                day == null
                        ? all.shop().redemptions(paging.fromEntry(), paging.toRead())
                        : ofDay(day, volunteer, all.shop(), paging),
                all,
                paging));
    }

    private static List<Redemption> ofDay(
            LocalDate day, @Nullable VolunteerNo volunteer, ShopBook shop, Paging paging) {
        if (volunteer == null) {
            return shop.redemptions(day, paging.fromEntry(), paging.toRead());
        }
        return shop.redemptions(day, paging.fromEntry(), Integer.MAX_VALUE).stream()
                .filter(redemption -> redemption.volunteer().equals(volunteer))
                .limit(paging.toRead())
                .toList();
    }

    @GET
    @Path("shop/redemptions/{id}")
    @Allowed({Who.STAFF, Who.VOLUNTEER})
    public Record redemption(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        VolunteerNo asking = Visitor.of(request).caller().volunteer().orElse(null);
        return books.together(all -> all.shop()
                .redemption(id)
                .filter(redemption -> asking == null || asking.equals(redemption.volunteer()))
                .map(redemption -> RedemptionJson.of(redemption, all))
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND)));
    }

    /** Undoes it: goods back on the shelf, points back to the volunteer. Later than a slip at the counter it takes two. */
    @POST
    @Path("shop/redemptions/{id}/reversal")
    @Consumes(Json.TYPE)
    @Writes
    @Allowed(Who.CLERK)
    public Response reverse(
            @Context ContainerRequestContext request,
            @Context HttpServletRequest from,
            @PathParam("id") EntryId id,
            byte[] body) {
        Undoing typed = Json.read(body, Undoing.class);
        String handle = typed.second() == null ? null : second.vouched(typed.second(), from);
        return acts.write(request, new RedemptionReversed(id, typed.reason(), handle));
    }
}

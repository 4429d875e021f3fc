package linli.web.api.points;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import linli.entry.PointsEvent.Basis;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.Ledger;
import linli.web.act.Acts;
import linli.web.act.SecondPerson;
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

/** What volunteers hold at this branch, and changes of it by hand. */
@Path("api/v1")
@Produces(Json.TYPE)
public final class PointsResource {
    private final Ledger ledger;
    private final Books books;
    private final Acts acts;
    private final SecondPerson second;

    public PointsResource(Ledger ledger, Acts acts, SecondPerson second) {
        this.ledger = ledger;
        this.books = ledger.books();
        this.acts = acts;
        this.second = second;
    }

    private record Adjustment(
            VolunteerNo volunteer,
            long points,
            Basis basis,
            String reason,
            SecondPerson.@Nullable Credentials second) {}

    @GET
    @Path("volunteers/{number}/points")
    @Allowed(Who.STAFF)
    public Record points(@PathParam("number") VolunteerNo number) {
        requirePage(number);
        return PassbookJson.standing(number, books);
    }

    /** Every line by which somebody's points came to what they are, newest first. */
    @GET
    @Path("volunteers/{number}/passbook")
    @Produces({Json.TYPE, Csv.NAME})
    @Allowed(Who.STAFF)
    public Page<PassbookJson.Line> passbook(
            @Context ContainerRequestContext request, @PathParam("number") VolunteerNo number) {
        requirePage(number);
        return PassbookJson.lines(number, books, Paging.of(request));
    }

    /** The same with what each line rests on: activity, time, rule, and who recorded and approved it. */
    @GET
    @Path("volunteers/{number}/why")
    @Produces({Json.TYPE, Csv.NAME})
    @Allowed(Who.STAFF)
    public Page<WhyJson> why(@Context ContainerRequestContext request, @PathParam("number") VolunteerNo number) {
        requirePage(number);
        return WhyJson.lines(number, books.branch(), books, ledger::entry, Paging.of(request));
    }

    private void requirePage(VolunteerNo number) {
        if (books.volunteer(number).isEmpty()) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
    }

    /** Grants or takes points by hand; more than the policy lets one do alone takes a second person, with their own password. */
    @POST
    @Path("adjustments")
    @Consumes(Json.TYPE)
    @Writes
    @Allowed(Who.MANAGER)
    public Response adjust(@Context ContainerRequestContext request, @Context HttpServletRequest from, byte[] body) {
        Adjustment typed = Json.read(body, Adjustment.class);
        String handle = typed.second() == null ? null : second.vouched(typed.second(), from);
        return acts.write(
                request, new PointsAdjusted(typed.volunteer(), typed.points(), typed.basis(), typed.reason(), handle));
    }
}

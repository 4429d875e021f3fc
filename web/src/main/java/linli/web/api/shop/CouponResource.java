package linli.web.api.shop;

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
import java.time.ZonedDateTime;
import linli.entry.EntryId;
import linli.entry.ShopEvent.CouponUsed;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.CouponUse;
import linli.ledger.Ledger;
import linli.web.act.Acts;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.clock.CountyZone;
import linli.web.door.Json;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.hours.Signatory;
import linli.web.list.Csv;
import linli.web.list.Page;
import linli.web.list.Paging;
import org.jspecify.annotations.Nullable;

/** Services that were paid with points: who has coupons for them, and when they were given. */
@Path("api/v1")
@Produces(Json.TYPE)
public final class CouponResource {
    private final Ledger ledger;
    private final Books books;
    private final Acts acts;

    public CouponResource(Ledger ledger, Acts acts) {
        this.ledger = ledger;
        this.books = ledger.books();
        this.acts = acts;
    }

    private record Given(
            EntryId redemption, EntryId item, @Nullable String note) {}

    private record Use(
            EntryId entry,
            EntryId item,
            ZonedDateTime at,
            Signatory by,
            @Nullable String note) {
        static Use of(CouponUse use, Books books) {
            return new Use(
                    use.entry(),
                    use.item(),
                    CountyZone.at(books, use.atSeconds()),
                    Signatory.of(use.by(), books),
                    use.note());
        }
    }

    /** Coupons of a volunteer or of a redemption that can be used today. */
    @GET
    @Path("shop/coupons")
    @Produces({Json.TYPE, Csv.NAME})
    @Allowed(Who.STAFF)
    public Page<CouponJson> list(
            @Context ContainerRequestContext request,
            @QueryParam("volunteer") @Nullable VolunteerNo volunteer,
            @QueryParam("redemption") @Nullable EntryId redemption) {
        Paging paging = Paging.of(request);
        if (volunteer != null && redemption == null) {
            return CouponJson.of(volunteer, ledger.today(), books, paging);
        } else if (redemption != null && volunteer == null) {
            return CouponJson.page(books.shop().coupons(redemption, ledger.today()), paging);
        }
        throw Problem.BAD_REQUEST.because("Either “volunteer” or “redemption” says whose coupons are meant.");
    }

    /** Uses one up: the service was given. */
    @POST
    @Path("shop/coupon-uses")
    @Consumes(Json.TYPE)
    @Writes
    @Allowed(Who.CLERK)
    public Response use(@Context ContainerRequestContext request, byte[] body) {
        Given typed = Json.read(body, Given.class);
        return acts.write(request, new CouponUsed(typed.redemption(), typed.item(), typed.note()));
    }

    /** When coupons of a redemption were used, newest first. */
    @GET
    @Path("shop/redemptions/{id}/coupon-uses")
    @Produces({Json.TYPE, Csv.NAME})
    @Allowed(Who.STAFF)
    public Page<Use> uses(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        if (books.shop().redemption(id).isEmpty()) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        Paging paging = Paging.of(request);
        return books.together(all ->
                paging.page(all.shop().uses(id), CouponUse::entry, Paging.NEWEST_FIRST, use -> Use.of(use, all)));
    }
}

package linli.web.desk.shop;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import linli.entry.EntryException;
import linli.entry.EntryId;
import linli.entry.ShopEvent.CouponUsed;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.Coupon;
import linli.ledger.Ledger;
import linli.web.act.Acts;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.form.Form;
import linli.web.screen.Address;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import org.jspecify.annotations.Nullable;

/** Services that were paid with points, and are given now: by the volunteer's number, or by that on the receipt. */
@Path("desk/shop/coupons")
@Produces(Html.NAME)
public final class CouponsResource {
    private static final String ADDRESS = "/desk/shop/coupons";

    private final Screens screens;
    private final Acts acts;
    private final Ledger ledger;
    private final Books books;

    CouponsResource(Means means) {
        this.screens = means.screens();
        this.acts = means.acts();
        this.ledger = means.office().ledger();
        this.books = means.books();
    }

    /**
     * Coupons that can be used today.
     *
     * @param of the number they were looked for by; null before anybody looked
     */
    public record Coupons(@Nullable String of, List<Coupon> coupons) {}

    @GET
    @Allowed(Who.CLERK)
    public Response coupons(@Context ContainerRequestContext request, @QueryParam("of") @Nullable String of) {
        List<Coupon> coupons = of == null ? List.of() : find(of);
        return screens.show(request, "desk/shop/coupons.jte", new Coupons(of, coupons));
    }

    /** A volunteer's number has its check digit, that of a receipt has none: they cannot be taken for each other. */
    private List<Coupon> find(String of) {
        try {
            return books.shop().coupons(VolunteerNo.parse(of), ledger.today());
        } catch (EntryException notAVolunteer) {
            return books.shop().coupons(receipt(of), ledger.today());
        }
    }

    private static EntryId receipt(String of) {
        try {
            return EntryId.parse(of);
        } catch (EntryException e) {
            throw new ProblemException(Problem.NUMBER_MALFORMED);
        }
    }

    @POST
    @Path("search")
    @Allowed(Who.CLERK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response search(@Context ContainerRequestContext request) {
        String of = Form.of(request).text("of").replaceAll("[.*#·。]", "-");
        List<Coupon> unused = find(of);
        return Address.to(ADDRESS + "?of=" + of);
    }

    /** Uses one up: the service was given. */
    @POST
    @Writes
    @Allowed(Who.CLERK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response use(@Context ContainerRequestContext request) {
        Form form = Form.of(request);
        EntryId redemption = form.entry("redemption");
        acts.of(request).post(new CouponUsed(redemption, form.entry("item"), null));
        return Address.to(ADDRESS + "?of=" + redemption, "coupon-used");
    }
}

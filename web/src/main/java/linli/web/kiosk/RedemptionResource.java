package linli.web.kiosk;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import linli.entry.EntryId;
import linli.entry.ShopEvent.PointsRedeemed;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.receipt.Receipts;
import linli.web.act.Acts;
import linli.web.act.KeyFilter;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Self;
import linli.web.caller.Visitor;
import linli.web.caller.Visitors;
import linli.web.caller.Who;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.door.Typed;
import linli.web.form.Form;
import linli.web.form.Unasked;
import linli.web.screen.Address;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import org.jspecify.annotations.Nullable;

/** Taking what is in the basket, by the hand of whoever has given their PIN. */
@Path("kiosk/shop")
@Produces(Html.NAME)
public final class RedemptionResource {
    private final Screens screens;
    private final Books books;
    private final Visitors visitors;
    private final Acts acts;
    private final Receipts receipts;

    RedemptionResource(Means means) {
        this.screens = means.screens();
        this.books = means.books();
        this.visitors = means.visitors();
        this.acts = means.acts();
        this.receipts = Receipts.of(means.office().ledger());
    }

    /** The question whether it is this. Its address has the request's id: loaded anew, it is the same request. */
    @GET
    @Path("confirm")
    @Allowed(Who.AT_KIOSK)
    public Response confirm(
            @Context ContainerRequestContext request,
            @QueryParam("basket") @Nullable String basket,
            @QueryParam("request") @Nullable String key) {
        if (key == null || !KeyFilter.isKey(key)) {
            return Address.to("/kiosk/shop");
        }
        VolunteerNo self = Self.of(request);
        Optional<EntryId> done = books.entryOf(KeyFilter.of(Visitor.of(request).caller(), key));
        if (done.isPresent()) {
            return receipt(done.get());
        }
        Shopping shopping = Shopping.of(Basket.of(basket), key, Optional.of(self), books);
        return shopping.basket().isEmpty()
                ? Address.to(shopping.shelf())
                : screens.show(request, "kiosk/confirm.jte", shopping);
    }

    /** Whom the kiosk has forgotten meanwhile, or the node by a restart, says once more who they are, and nothing else again. */
    @POST
    @Path("redemptions")
    @Writes
    @Unasked
    @Allowed(Who.KIOSK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response redeem(@Context ContainerRequestContext request) {
        Visitor visitor = Visitor.of(request);
        Form form = Form.of(request);
        Basket basket = Basket.of(form.text("basket"));
        if (!visitor.caller().is(Who.AT_KIOSK)) {
            return Address.to(PinResource.addressFor(Shopping.confirm(basket, form.text(Form.REQUEST))));
        }
        visitors.requireToken(visitor, form.optional(Form.TOKEN).orElse(null));
        PointsRedeemed taken = new PointsRedeemed(Self.of(request), basket.lines(), form.whole("points"));
        return receipt(acts.of(request).post(taken).id());
    }

    private static Response receipt(EntryId redemption) {
        return Address.to("/kiosk/shop/receipts/" + redemption);
    }

    @GET
    @Path("receipts/{id}")
    @Allowed(Who.AT_KIOSK)
    public Response receipt(@Context ContainerRequestContext request, @PathParam("id") String id) {
        VolunteerNo self = Self.of(request);
        return books.shop()
                .redemption(Typed.entryHere(id))
                .filter(redemption -> redemption.volunteer().equals(self))
                .map(redemption -> ReceiptPaper.of(redemption, receipts, books))
                .map(paper -> screens.show(request, "kiosk/receipt.jte", paper))
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }
}

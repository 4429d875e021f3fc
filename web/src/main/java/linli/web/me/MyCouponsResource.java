package linli.web.me;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import linli.ledger.Ledger;
import linli.web.caller.Allowed;
import linli.web.caller.Self;
import linli.web.caller.Who;
import linli.web.page.CouponsView;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;

/** One's service coupons, to be held up at the counter. */
@Path("me/coupons")
@Produces(Html.NAME)
public final class MyCouponsResource {
    private final Screens screens;
    private final Ledger ledger;

    MyCouponsResource(Means means) {
        this.screens = means.screens();
        this.ledger = means.office().ledger();
    }

    @GET
    @Allowed(Who.VOLUNTEER)
    public Response coupons(@Context ContainerRequestContext request) {
        return screens.show(
                request, "me/coupons.jte", CouponsView.of(Self.of(request), ledger.today(), ledger.books()));
    }
}

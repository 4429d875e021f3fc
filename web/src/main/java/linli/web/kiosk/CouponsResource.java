package linli.web.kiosk;

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

/** Service coupons of whoever has given their PIN. */
@Path("kiosk/coupons")
@Produces(Html.NAME)
public final class CouponsResource {
    private final Screens screens;
    private final Ledger ledger;

    CouponsResource(Means means) {
        this.screens = means.screens();
        this.ledger = means.office().ledger();
    }

    @GET
    @Allowed(Who.AT_KIOSK)
    public Response coupons(@Context ContainerRequestContext request) {
        return screens.show(
                request, "kiosk/coupons.jte", CouponsView.of(Self.of(request), ledger.today(), ledger.books()));
    }
}

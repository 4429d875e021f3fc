package linli.web.api.me;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import linli.ledger.Books;
import linli.ledger.Ledger;
import linli.web.api.shop.CouponJson;
import linli.web.api.shop.RedemptionJson;
import linli.web.api.team.TeamJson;
import linli.web.api.wish.WishJson;
import linli.web.caller.Allowed;
import linli.web.caller.Self;
import linli.web.caller.Who;
import linli.web.door.Json;
import linli.web.list.Csv;
import linli.web.list.Page;
import linli.web.list.Paging;

/** What whoever is signed in as a volunteer has a part in beside their hours: the shop, wishes, teams. */
@Path("api/v1/me")
@Produces({Json.TYPE, Csv.NAME})
public final class MeEconomyResource {
    private final Ledger ledger;
    private final Books books;

    public MeEconomyResource(Ledger ledger) {
        this.ledger = ledger;
        this.books = ledger.books();
    }

    @GET
    @Path("redemptions")
    @Allowed(Who.VOLUNTEER)
    public Page<RedemptionJson> redemptions(@Context ContainerRequestContext request) {
        return RedemptionJson.of(Self.of(request), books, Paging.of(request));
    }

    @GET
    @Path("coupons")
    @Allowed(Who.VOLUNTEER)
    public Page<CouponJson> coupons(@Context ContainerRequestContext request) {
        return CouponJson.of(Self.of(request), ledger.today(), books, Paging.of(request));
    }

    /** What they asked for or have taken on. */
    @GET
    @Path("wishes")
    @Allowed(Who.VOLUNTEER)
    public Page<WishJson> wishes(@Context ContainerRequestContext request) {
        return WishJson.of(Self.of(request), ledger.today(), books, Paging.of(request));
    }

    @GET
    @Path("teams")
    @Allowed(Who.VOLUNTEER)
    public Page<TeamJson> teams(@Context ContainerRequestContext request) {
        return TeamJson.of(Self.of(request), books, Paging.of(request));
    }
}

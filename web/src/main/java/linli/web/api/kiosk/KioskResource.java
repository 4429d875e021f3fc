package linli.web.api.kiosk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.ZonedDateTime;
import linli.access.Kiosk;
import linli.access.Kiosks;
import linli.ledger.Ledger;
import linli.web.caller.Allowed;
import linli.web.caller.Carry;
import linli.web.caller.Cookies;
import linli.web.caller.Gate;
import linli.web.caller.Verdicts;
import linli.web.caller.Visitor;
import linli.web.caller.Visitors;
import linli.web.caller.Who;
import linli.web.clock.CountyZone;
import linli.web.door.Client;
import linli.web.door.Json;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.list.Csv;
import linli.web.list.Page;
import linli.web.session.Pairing;
import org.jspecify.annotations.Nullable;

/** Pairing kiosks, and letting them in no more. */
@Path("api/v1")
@Produces(Json.TYPE)
public final class KioskResource {
    private final Ledger ledger;
    private final Kiosks kiosks;
    private final Pairing pairing;
    private final Visitors visitors;

    public KioskResource(Ledger ledger, Kiosks kiosks, Pairing pairing, Visitors visitors) {
        this.ledger = ledger;
        this.kiosks = kiosks;
        this.pairing = pairing;
        this.visitors = visitors;
    }

    private record Item(String id, String name, ZonedDateTime pairedAt) {}

    private record Code(String code, ZonedDateTime expiresAt) {}

    private record Paired(String id, String name, @Nullable String token) {}

    private record NewKiosk(String name) {}

    private record TypedCode(String code, @Nullable Carry carry) {}

    @GET
    @Path("kiosks")
    @Produces({Json.TYPE, Csv.NAME})
    @Allowed(Who.MANAGER)
    public Page<Item> list() {
        return Page.whole(kiosks.list().stream().map(this::item).toList());
    }

    private Item item(Kiosk kiosk) {
        return new Item(kiosk.id(), kiosk.name(), at(kiosk.pairedAt().getEpochSecond()));
    }

    private ZonedDateTime at(long atSeconds) {
        return CountyZone.at(ledger.books(), atSeconds);
    }

    /** A code to be typed at one device within ten minutes. */
    @POST
    @Path("kiosk-codes")
    @Consumes(Json.TYPE)
    @Allowed(Who.MANAGER)
    public Response issue(byte[] body) {
        Kiosks.Issued issued = kiosks.issue(Json.read(body, NewKiosk.class).name(), ledger.now());
        Code code = new Code(issued.code(), at(issued.expiresAt().getEpochSecond()));
        return Response.status(Response.Status.CREATED).entity(code).build();
    }

    /** Where a device sends the code that was typed at it; it is a kiosk from then on. */
    @POST
    @Path("kiosks")
    @Consumes(Json.TYPE)
    @Allowed(Who.ANYBODY)
    public Response pair(@Context ContainerRequestContext request, @Context HttpServletRequest from, byte[] body) {
        Visitor visitor = Visitor.of(request);
        TypedCode typed = Json.read(body, TypedCode.class);
        boolean byCookie = Carry.of(typed.carry()) == Carry.COOKIE;
        if (byCookie) {
            visitors.requireToken(visitor, request.getHeaderString(Gate.TOKEN_HEADER));
        }
        Kiosks.Paired paired = Verdicts.orProblem(pairing.attempt(typed.code(), Client.of(from.getRemoteAddr())));
        Response.ResponseBuilder response = Response.status(Response.Status.CREATED)
                .entity(new Paired(paired.kiosk().id(), paired.kiosk().name(), byCookie ? null : paired.token()));
        return byCookie
                ? response.cookie(Cookies.kiosk(visitor, paired.token())).build()
                : response.build();
    }

    @DELETE
    @Path("kiosks/{id}")
    @Allowed(Who.MANAGER)
    public void revoke(@PathParam("id") String id) {
        if (!kiosks.revoke(id)) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
    }
}

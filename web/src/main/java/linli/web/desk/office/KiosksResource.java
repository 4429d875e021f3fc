package linli.web.desk.office;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZonedDateTime;
import java.util.List;
import linli.access.Kiosks;
import linli.ledger.Books;
import linli.ledger.Ledger;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.clock.CountyZone;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.form.Form;
import linli.web.screen.Address;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;

/** Pairing kiosks, and letting them in no more. */
@Path("desk/kiosks")
@Produces(Html.NAME)
public final class KiosksResource {
    private static final String ADDRESS = "/desk/kiosks";

    private final Screens screens;
    private final Ledger ledger;
    private final Books books;
    private final Kiosks kiosks;

    KiosksResource(Means means) {
        this.screens = means.screens();
        this.ledger = means.office().ledger();
        this.books = means.books();
        this.kiosks = means.kiosks();
    }

    /** A device that is paired. */
    public record Device(String id, String name, ZonedDateTime since) {}

    /** All of them, the first paired first. */
    public record Devices(List<Device> devices) {}

    /** A code to be typed at one device, which is shown once. */
    public record Code(String name, String code, ZonedDateTime until, long minutes) {
        /** Keeps the code out of whatever this might be written to. */
        @Override
        public String toString() {
            return "Code[withheld]";
        }
    }

    @GET
    @Allowed(Who.MANAGER)
    public Response devices(@Context ContainerRequestContext request) {
        List<Device> devices = kiosks.list().stream()
                .map(kiosk -> new Device(
                        kiosk.id(),
                        kiosk.name(),
                        CountyZone.at(books, kiosk.pairedAt().getEpochSecond())))
                .toList();
        return screens.show(request, "desk/office/kiosks.jte", new Devices(devices));
    }

    @POST
    @Path("codes")
    @Allowed(Who.MANAGER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response issue(@Context ContainerRequestContext request) {
        String name = Form.of(request).text("name");
        Kiosks.Issued issued = kiosks.issue(name, ledger.now());
        ZonedDateTime until = CountyZone.at(books, issued.expiresAt().getEpochSecond());
        Code code = new Code(name, issued.code(), until, Kiosks.CODE_LIFE.toMinutes());
        return screens.show(request, "desk/office/code.jte", code);
    }

    @POST
    @Path("{id}/revocation")
    @Allowed(Who.MANAGER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response revoke(@PathParam("id") String id) {
        if (!kiosks.revoke(id)) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        return Address.to(ADDRESS, "kiosk-revoked");
    }
}

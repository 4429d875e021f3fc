package linli.web.api.receipt;

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
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.Certificate;
import linli.ledger.Ledger;
import linli.ledger.Movement;
import linli.ledger.ServiceRecord;
import linli.receipt.Receipts;
import linli.text.QrSvg;
import linli.web.caller.Allowed;
import linli.web.caller.ReceiptWindow;
import linli.web.caller.Visitor;
import linli.web.caller.Who;
import linli.web.door.Json;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.page.Language;
import org.jspecify.annotations.Nullable;

/** Receipts of entries, and verifying them. */
@Path("api/v1")
@Produces(Json.TYPE)
public final class ReceiptResource {
    private static final String SVG = "image/svg+xml";

    private final Ledger ledger;
    private final Books books;
    private final Receipts receipts;
    private final ReceiptWindow window;

    public ReceiptResource(Ledger ledger, ReceiptWindow window) {
        this.ledger = ledger;
        this.books = ledger.books();
        this.receipts = Receipts.of(ledger);
        this.window = window;
    }

    private record ReceiptJson(String receipt) {}

    /** The receipt of any entry that is here; volunteers have those of their own. */
    @GET
    @Path("entries/{id}/receipt")
    @Allowed({Who.VOLUNTEER, Who.STAFF})
    public Record receipt(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        return new ReceiptJson(text(request, id));
    }

    /** The same as a QR code, to be printed or shown. */
    @GET
    @Path("entries/{id}/receipt/code")
    @Produces(SVG)
    @Allowed({Who.VOLUNTEER, Who.STAFF})
    public byte[] code(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        return QrSvg.of(text(request, id).getBytes(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    private String text(ContainerRequestContext request, EntryId id) {
        Optional<VolunteerNo> asking = Visitor.of(request).caller().volunteer();
        if (asking.isPresent() && !isOf(asking.get(), id)) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        return receipts.of(id).toText();
    }

    /** Whether an entry is by somebody, or moved their points, or made a record or certificate of theirs. */
    private boolean isOf(VolunteerNo self, EntryId id) {
        return books.together(all -> all.passbooks()
                .movement(id)
                .map(Movement::volunteer)
                .or(() -> all.record(id).map(ServiceRecord::volunteer))
                .or(() -> all.papers().certificate(id).map(Certificate::volunteer))
                .map(self::equals)
                .orElseGet(() -> ledger.entry(id)
                        .filter(entry -> entry.by().equals(new Actor.Volunteer(self)))
                        .isPresent()));
    }

    /**
     * What a receipt proves. Nothing is written and nothing kept.
     *
     * @param language of the sentences; that of the caller where it is left out
     */
    @POST
    @Path("verifications")
    @Consumes(Json.TYPE)
    @Allowed(Who.ANYBODY)
    public Record verify(
            @Context ContainerRequestContext request,
            @Context HttpServletRequest from,
            @QueryParam("language") @Nullable Language language,
            byte[] body) {
        byte[] text = Json.read(body, ReceiptJson.class).receipt().getBytes(StandardCharsets.UTF_8);
        return VerdictJson.of(
                window.check(text, from), language == null ? Visitor.of(request).language() : language, books);
    }
}

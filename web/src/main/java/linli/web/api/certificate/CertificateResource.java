package linli.web.api.certificate;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import linli.entry.EntryId;
import linli.entry.HoursEvent.CertificateIssued;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.Certificate;
import linli.ledger.Ledger;
import linli.ledger.Outcome;
import linli.office.CertificatePaper;
import linli.office.Certificates;
import linli.office.Office;
import linli.web.act.Acts;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Visitor;
import linli.web.caller.Who;
import linli.web.door.Json;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.door.SecurityHeaders;
import linli.web.list.Csv;
import linli.web.list.Page;
import linli.web.list.Paging;
import linli.web.page.CertificateSheet;
import linli.web.page.Pages;
import org.jspecify.annotations.Nullable;

/** Certificates of volunteer service, for whoever served and for the clerk who hands them out. */
@Path("api/v1")
@Produces(Json.TYPE)
public final class CertificateResource {
    private static final String SHEET = "text/html; charset=utf-8";

    private final Ledger ledger;
    private final Books books;
    private final Certificates certificates;
    private final Pages pages;
    private final Acts acts;

    public CertificateResource(Office office, Pages pages, Acts acts) {
        this.ledger = office.ledger();
        this.books = ledger.books();
        this.certificates = new Certificates(office);
        this.pages = pages;
        this.acts = acts;
    }

    private record Order(
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable String guestName) {
        @Override
        public String toString() {
            return "Order[withheld]";
        }
    }

    private record Guest(String guestName) {
        @Override
        public String toString() {
            return "Guest[withheld]";
        }
    }

    private record Issued(
            EntryId entry,
            ZonedDateTime at,
            VolunteerNo volunteer,
            LocalDate firstDay,
            LocalDate lastDay,
            long clockMinutes,
            long backfilledMinutes,
            String content) {}

    /** Hands a certificate out. What is to be printed is at its sheet. */
    @POST
    @Path("volunteers/{number}/certificates")
    @Consumes(Json.TYPE)
    @Writes
    @Allowed(Who.CLERK)
    public Response issue(
            @Context ContainerRequestContext request, @PathParam("number") VolunteerNo number, byte[] body) {
        Order typed = Json.read(body, Order.class);
        requirePage(number);
        Acts.Act act = acts.of(request);
        Certificates.Order order =
                new Certificates.Order(number, typed.firstDay(), typed.lastDay(), typed.guestName(), act.request());
        Outcome.Recorded written = act.postReckoned(earlier -> certificates.reckon(order, earlier.orElse(null)));
        return acts.answer(written, issued(written));
    }

    private Issued issued(Outcome.Recorded written) {
        CertificateIssued event = (CertificateIssued) written.entry().event();
        return new Issued(
                written.id(),
                acts.at(written),
                event.volunteer(),
                event.firstDay(),
                event.lastDay(),
                event.clockMinutes(),
                event.backfilledMinutes(),
                event.content());
    }

    /** A volunteer's certificates at this branch, newest first. */
    @GET
    @Path("volunteers/{number}/certificates")
    @Produces({Json.TYPE, Csv.NAME})
    @Allowed(Who.STAFF)
    public Page<CertificateJson> ofVolunteer(
            @Context ContainerRequestContext request, @PathParam("number") VolunteerNo number) {
        requirePage(number);
        return CertificateJson.of(number, books, Paging.of(request));
    }

    private void requirePage(VolunteerNo number) {
        if (books.volunteer(number).isEmpty()) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
    }

    @GET
    @Path("certificates/{id}")
    @Allowed({Who.VOLUNTEER, Who.STAFF})
    public Record certificate(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        return books.together(all -> CertificateJson.of(requireTheirs(request, id), all));
    }

    /** The sheet to be printed, with the name, and with the code that proves it. */
    @GET
    @Path("certificates/{id}/sheet")
    @Produces(SHEET)
    @Allowed({Who.VOLUNTEER, Who.CLERK})
    public Response sheet(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        requireTheirs(request, id);
        return sheet(certificates.again(id, null));
    }

    /** The sheet of a guest, whose name is at another branch, so it is given again as it was. */
    @POST
    @Path("certificates/{id}/sheet")
    @Consumes(Json.TYPE)
    @Produces(SHEET)
    @Allowed(Who.CLERK)
    public Response guestSheet(@PathParam("id") EntryId id, byte[] body) {
        return sheet(certificates.again(id, Json.read(body, Guest.class).guestName()));
    }

    private Response sheet(CertificatePaper paper) {
        String html = pages.certificate(CertificateSheet.of(paper, ledger));
        return Response.ok(html)
                .header(SecurityHeaders.CONTENT_POLICY, SecurityHeaders.OF_A_SHEET)
                .build();
    }

    private Certificate requireTheirs(ContainerRequestContext request, EntryId id) {
        Optional<VolunteerNo> asking = Visitor.of(request).caller().volunteer();
        return books.papers()
                .certificate(id)
                .filter(known -> id.branch() == books.branch())
                .filter(known -> asking.map(known.volunteer()::equals).orElse(true))
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }
}

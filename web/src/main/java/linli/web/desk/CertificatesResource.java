package linli.web.desk;

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
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.Certificate;
import linli.ledger.VolunteerAccount;
import linli.office.CertificatePaper;
import linli.office.Certificates;
import linli.office.Office;
import linli.web.act.Acts;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.clock.CountyZone;
import linli.web.door.Typed;
import linli.web.form.Form;
import linli.web.hours.Signatory;
import linli.web.list.Page;
import linli.web.list.Paging;
import linli.web.page.CertificateSheet;
import linli.web.screen.Address;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import org.jspecify.annotations.Nullable;

/** Certificates of somebody's service: those that were handed out, and a new one. */
@Path("desk/volunteers")
@Produces(Html.NAME)
public final class CertificatesResource {
    private final Screens screens;
    private final Acts acts;
    private final Office office;
    private final Books books;
    private final Certificates certificates;

    CertificatesResource(Means means) {
        this.screens = means.screens();
        this.acts = means.acts();
        this.office = means.office();
        this.books = means.books();
        this.certificates = new Certificates(office);
    }

    /**
     * A certificate that was handed out.
     *
     * @param holds whether the hours of its days are still those that stand on it
     */
    public record Line(Certificate certificate, ZonedDateTime at, Signatory issuer, boolean holds) {}

    /**
     * Somebody's certificates.
     *
     * @param name theirs, where it is known here
     */
    public record Papers(
            VolunteerNo number, @Nullable String name, boolean guest, LocalDate today, Listing<Line> lines) {}

    @GET
    @Path("{number}/certificates")
    @Allowed(Who.CLERK)
    public Response certificates(@Context ContainerRequestContext request, @PathParam("number") VolunteerNo number) {
        Paging paging = Paging.of(request);
        String name = People.of(office, request).name(number);
        Papers papers = books.together(all -> {
            VolunteerAccount account = all.volunteer(number).orElseThrow(PersonResource::nobody);
            List<Certificate> some = all.papers().certificatesOf(number, paging.fromEntry(), paging.toRead());
            Page<Line> page = paging.page(some, Certificate::id, one -> line(one, all));
            return new Papers(number, name, account.guest(), office.ledger().today(), Listing.of(request, page));
        });
        return screens.show(request, "desk/certificates.jte", papers);
    }

    private static Line line(Certificate certificate, Books books) {
        return new Line(
                certificate,
                CountyZone.at(books, certificate.atSeconds()),
                Signatory.of(certificate.issuer(), books),
                books.papers().isAsItWas(certificate));
    }

    /** Hands one out. It is free of charge. */
    @POST
    @Path("{number}/certificates")
    @Writes
    @Allowed(Who.CLERK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response issue(@Context ContainerRequestContext request, @PathParam("number") VolunteerNo number) {
        if (books.volunteer(number).isEmpty()) {
            throw PersonResource.nobody();
        }
        Form form = Form.of(request);
        Acts.Act act = acts.of(request);
        Certificates.Order order = new Certificates.Order(
                number,
                form.optional("first-day").map(Typed::day).orElse(null),
                form.optional("last-day").map(Typed::day).orElse(null),
                form.optional("guest-name").orElse(null),
                act.request());
        act.postReckoned(earlier -> certificates.reckon(order, earlier.orElse(null)));
        return Address.to(VolunteersResource.ADDRESS + "/" + number + "/certificates", "certified");
    }

    /** The sheet of a guest to be printed. Their name is at another branch, so it is given again as it was. */
    @POST
    @Path("{number}/certificates/{id}/sheet")
    @Allowed(Who.CLERK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response guestSheet(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        CertificatePaper paper = certificates.again(id, Form.of(request).text("guest-name"));
        return screens.sheet(CertificateSheet.of(paper, office.ledger()));
    }
}

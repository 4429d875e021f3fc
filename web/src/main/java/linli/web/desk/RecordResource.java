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
import java.util.List;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.HoursEvent.DisputeDismissed;
import linli.entry.HoursEvent.HoursApproved;
import linli.entry.HoursEvent.HoursDisputed;
import linli.entry.HoursEvent.HoursRejected;
import linli.entry.HoursEvent.HoursReversed;
import linli.ledger.AdoptedPolicy;
import linli.ledger.Books;
import linli.office.Office;
import linli.web.act.Acts;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.desk.Objections.Objection;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.form.Form;
import linli.web.hours.BranchHours;
import linli.web.hours.Hours;
import linli.web.hours.MyHours;
import linli.web.hours.Proof;
import linli.web.screen.Address;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import linli.web.sync.SyncBoard;
import org.jspecify.annotations.Nullable;

/** One record of hours, proven, and what can become of it. */
@Path("desk/hours")
@Produces(Html.NAME)
public final class RecordResource {
    private final Screens screens;
    private final Acts acts;
    private final Office office;
    private final Books books;
    private final BranchHours hours;
    private final MyHours proofs;
    private final SyncBoard board;
    private final Objections objections;

    RecordResource(Means means) {
        this.screens = means.screens();
        this.acts = means.acts();
        this.office = means.office();
        this.books = means.books();
        this.hours = new BranchHours(books);
        this.proofs = means.myHours();
        this.board = means.board();
        this.objections = new Objections(office.ledger());
    }

    /** What the county has said about a record. */
    public enum AtCounty {
        /** It has signed that it holds it. */
        HELD,
        /** Not yet, as far as is known here. */
        NOT_YET,
        /** There is nobody who would say so: the node stands alone, is the county's, or began a new log since. */
        UNASKED
    }

    /**
     * A record.
     *
     * @param policy the version under which it would be reckoned; 0 where there is none
     * @param objection to it that is open
     */
    public record Sheet(
            HoursLine line,
            Proof proof,
            AtCounty atCounty,
            int policy,
            @Nullable Objection objection) {
        public Hours hours() {
            return line.hours();
        }
    }

    @GET
    @Path("{id}")
    @Allowed(Who.STAFF)
    public Response record(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        Hours found = hours.find(id).orElseThrow(RecordResource::nothing);
        Proof proof = proofs.proof(found.volunteer(), id).orElseThrow(RecordResource::nothing);
        Sheet sheet = new Sheet(
                HoursLines.of(office, request).line(found),
                proof,
                atCounty(proof),
                books.policy().map(AdoptedPolicy::version).orElse(0),
                found.disputed() ? objections.to(id).orElse(null) : null);
        return screens.show(request, "desk/record.jte", sheet);
    }

    private static ProblemException nothing() {
        return new ProblemException(Problem.NOT_FOUND);
    }

    private AtCounty atCounty(Proof proof) {
        if (!proof.origin().equals(office.ledger().log().origin())) {
            return AtCounty.UNASKED;
        }
        return board.line()
                .map(line -> switch (line.state()) {
                    case ALONE, COUNTY -> AtCounty.UNASKED;
                    default -> proof.index() < line.countyHolds() ? AtCounty.HELD : AtCounty.NOT_YET;
                })
                .orElse(AtCounty.UNASKED);
    }

    @POST
    @Path("{id}/approval")
    @Writes
    @Allowed(Who.APPROVER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response approve(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        return done(request, id, new HoursApproved(List.of(id), Form.of(request).whole("policy")), "approved");
    }

    @POST
    @Path("{id}/rejection")
    @Writes
    @Allowed(Who.APPROVER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response reject(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        return done(request, id, new HoursRejected(id, reason(request)), "rejected");
    }

    /** Takes a record back that counted, with its points. */
    @POST
    @Path("{id}/reversal")
    @Writes
    @Allowed(Who.APPROVER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response reverse(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        return done(request, id, new HoursReversed(id, reason(request)), "reversed");
    }

    /** Writes down that somebody objects to a record on public show. */
    @POST
    @Path("{id}/dispute")
    @Writes
    @Allowed(Who.CLERK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response dispute(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        return done(request, id, new HoursDisputed(id, reason(request)), "disputed");
    }

    @POST
    @Path("{id}/dispute-dismissal")
    @Writes
    @Allowed(Who.APPROVER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response dismiss(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        return done(request, id, new DisputeDismissed(id, reason(request)), "dismissed");
    }

    private static String reason(ContainerRequestContext request) {
        return Form.of(request).text("reason");
    }

    private Response done(ContainerRequestContext request, EntryId id, Event event, String said) {
        acts.of(request).post(event);
        return Address.to(ApprovalsResource.ADDRESS + "/" + id, said);
    }
}

package linli.web.api.points;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.ZonedDateTime;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.PointsEvent.PointsSent;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.Ledger;
import linli.ledger.Transfer;
import linli.transfer.TransferDesk;
import linli.web.act.Acts;
import linli.web.act.Subject;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Visitor;
import linli.web.caller.Who;
import linli.web.clock.CountyZone;
import linli.web.door.Json;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.list.Csv;
import linli.web.list.Page;
import linli.web.list.Paging;
import org.jspecify.annotations.Nullable;

/** Points that leave for another branch, and such as come by a slip. */
@Path("api/v1/transfers")
@Produces(Json.TYPE)
public final class TransferResource {
    private final Ledger ledger;
    private final Books books;
    private final TransferDesk desk;
    private final Acts acts;

    public TransferResource(Ledger ledger, Acts acts) {
        this.ledger = ledger;
        this.books = ledger.books();
        this.desk = new TransferDesk(ledger);
        this.acts = acts;
    }

    private record Item(
            EntryId sent, VolunteerNo volunteer, long points, int fromBranch, int toBranch, ZonedDateTime at) {
        static Item of(Transfer transfer, Books books) {
            return new Item(
                    transfer.sent(),
                    transfer.volunteer(),
                    transfer.points(),
                    transfer.sent().branch(),
                    transfer.toBranch(),
                    CountyZone.at(books, transfer.atSeconds()));
        }
    }

    private record Sending(@Nullable VolunteerNo volunteer, long points, int toBranch) {
        /** The points that lapse soonest go first; sent again, those of the first time. */
        PointsSent event(VolunteerNo no, @Nullable Event earlier, Ledger ledger) {
            if (earlier instanceof PointsSent before && before.points() == points) {
                return new PointsSent(no, points, toBranch, before.lots());
            }
            return ledger.books().passbooks().sending(no, points, toBranch, ledger.today());
        }
    }

    private record SlipJson(String slip) {}

    /** Points on their way: sent and, as far as it is known here, not received. Oldest first. */
    @GET
    @Produces({Json.TYPE, Csv.NAME})
    @Allowed(Who.STAFF)
    public Page<Item> inTransit(@Context ContainerRequestContext request) {
        return Paging.of(request)
                .page(
                        books.transit().inTransit(),
                        Transfer::sent,
                        Paging.OLDEST_FIRST,
                        transfer -> Item.of(transfer, books));
    }

    /** Sends points to another branch. They arrive there with the slip, or with this branch's log. */
    @POST
    @Consumes(Json.TYPE)
    @Writes
    @Allowed({Who.CLERK, Who.VOLUNTEER})
    public Response send(@Context ContainerRequestContext request, byte[] body) {
        Sending typed = Json.read(body, Sending.class);
        VolunteerNo volunteer = Subject.of(request, typed.volunteer());
        return acts.answer(
                acts.of(request).postReckoned(earlier -> typed.event(volunteer, earlier.orElse(null), ledger)));
    }

    /** The slip of points that were sent from here, to be shown as a QR code or carried as a file. */
    @GET
    @Path("{id}/slip")
    @Allowed({Who.CLERK, Who.VOLUNTEER})
    public Record slip(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        requireTheirs(request, id);
        return new SlipJson(desk.slipOf(id).toText());
    }

    private void requireTheirs(ContainerRequestContext request, EntryId id) {
        VolunteerNo asking = Visitor.of(request).caller().volunteer().orElse(null);
        boolean theirs = asking == null
                || books.transit()
                        .transfer(id)
                        .filter(sent -> sent.volunteer().equals(asking))
                        .isPresent();
        if (!theirs) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
    }

    /** Takes in points by a slip. */
    @POST
    @Path("received")
    @Consumes(Json.TYPE)
    @Writes
    @Allowed({Who.CLERK, Who.VOLUNTEER})
    public Response receive(@Context ContainerRequestContext request, byte[] body) {
        return acts.write(request, desk.receipt(Json.read(body, SlipJson.class).slip()));
    }
}

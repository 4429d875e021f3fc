package linli.web.api.attendance;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.ZonedDateTime;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.CheckedIn;
import linli.ledger.Activity;
import linli.ledger.Books;
import linli.ledger.Outcome;
import linli.ledger.ServiceRecord;
import linli.ledger.Visit;
import linli.web.act.Acts;
import linli.web.act.CheckOuts;
import linli.web.act.Subject;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.clock.CountyZone;
import linli.web.door.Json;
import linli.web.list.Csv;
import linli.web.list.Page;
import linli.web.list.Paging;
import org.jspecify.annotations.Nullable;

/**
 * Checking in and out, and who is here. It is done where the clock is: at a kiosk, with a card or signed in, or at a clerk's desk;
 * not from a volunteer's own phone, which proves no place.
 */
@Path("api/v1")
@Produces(Json.TYPE)
public final class AttendanceResource {
    private final Books books;
    private final Acts acts;

    public AttendanceResource(Books books, Acts acts) {
        this.books = books;
        this.acts = acts;
    }

    private record Item(
            EntryId checkIn,
            VolunteerNo volunteer,
            EntryId activity,
            @Nullable String activityName,
            ZonedDateTime since) {}

    private record CheckIn(@Nullable VolunteerNo volunteer, EntryId activity) {}

    private record CheckOut(@Nullable VolunteerNo volunteer) {}

    private record Served(EntryId entry, ZonedDateTime at, EntryId activity, int minutes) {}

    /** Who is here, the longest first. */
    @GET
    @Path("attendance")
    @Produces({Json.TYPE, Csv.NAME})
    @Allowed(Who.STAFF)
    public Page<Item> here(@Context ContainerRequestContext request) {
        Paging paging = Paging.of(request);
        return books.together(all ->
                paging.page(all.toDo().visits(), Visit::checkIn, Paging.OLDEST_FIRST, visit -> item(visit, all)));
    }

    private static Item item(Visit visit, Books books) {
        return new Item(
                visit.checkIn(),
                visit.volunteer(),
                visit.activity(),
                books.activity(visit.activity()).map(Activity::name).orElse(null),
                CountyZone.at(books, visit.sinceSeconds()));
    }

    @POST
    @Path("attendance/check-ins")
    @Consumes(Json.TYPE)
    @Writes
    @Allowed({Who.KIOSK, Who.CLERK})
    public Response checkIn(@Context ContainerRequestContext request, byte[] body) {
        CheckIn typed = Json.read(body, CheckIn.class);
        return acts.write(request, new CheckedIn(Subject.of(request, typed.volunteer()), typed.activity()));
    }

    @POST
    @Path("attendance/check-outs")
    @Consumes(Json.TYPE)
    @Writes
    @Allowed({Who.KIOSK, Who.CLERK})
    public Response checkOut(@Context ContainerRequestContext request, byte[] body) {
        VolunteerNo volunteer =
                Subject.of(request, Json.read(body, CheckOut.class).volunteer());
        Outcome.Recorded written = acts.of(request).postReckoned(earlier -> CheckOuts.of(volunteer, books, earlier));
        ServiceRecord record = books.record(written.id()).orElseThrow();
        return acts.answer(written, new Served(written.id(), acts.at(written), record.activity(), record.minutes()));
    }
}

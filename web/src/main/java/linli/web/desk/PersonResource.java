package linli.web.desk;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.Optional;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.ledger.Activity;
import linli.ledger.Balance;
import linli.ledger.Books;
import linli.ledger.VolunteerAccount;
import linli.office.Office;
import linli.profile.Profile;
import linli.text.QrSvg;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.clock.CountyZone;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.hours.HoursPage;
import linli.web.hours.MyHours;
import linli.web.list.Page;
import linli.web.list.Paging;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import org.jspecify.annotations.Nullable;

/** A volunteer at the desk: what they have served, what is known of them, their card and their own copy. */
@Path("desk/volunteers")
@Produces(Html.NAME)
public final class PersonResource {
    private final Screens screens;
    private final Office office;
    private final Books books;
    private final MyHours hours;

    PersonResource(Means means) {
        this.screens = means.screens();
        this.office = means.office();
        this.books = means.books();
        this.hours = means.myHours();
    }

    /** Where somebody serves at this moment. */
    public record Serving(EntryId activity, String name, ZonedDateTime since) {}

    /**
     * A volunteer.
     *
     * @param account theirs at this branch
     * @param profile what is known of them; null where it is not for whoever looks, is forgotten, or is at another node
     * @param since when they were enrolled, or came here first
     * @param serving where they are now
     */
    public record Person(
            VolunteerAccount account,
            @Nullable Profile profile,
            ZonedDateTime since,
            @Nullable Serving serving,
            Balance points,
            Listing<HoursLine> records) {
        public long countedMinutes() {
            return account.clockMinutes() + account.backfilledMinutes();
        }
    }

    /** A card to be printed. */
    public record Card(VolunteerNo number, @Nullable String name, String code) {}

    /** A person's own copy to be printed and handed to them. */
    public record Copy(VolunteerNo number, Profile profile, Office.OwnCopy own) {}

    @GET
    @Path("{number}")
    @Allowed(Who.STAFF)
    public Response person(@Context ContainerRequestContext request, @PathParam("number") VolunteerNo number) {
        Paging paging = Paging.of(request);
        HoursPage page = hours.page(number, paging.fromEntry(), paging.limit());
        HoursLines lines = HoursLines.of(office, request);
        Listing<HoursLine> records = Listing.of(request, new Page<>(lines.lines(page.records()), page.next()));
        Profile profile = People.of(office, request).profile(number).orElse(null);
        Person person = books.together(all -> all.volunteer(number)
                .map(account -> new Person(
                        account,
                        profile,
                        CountyZone.at(all, account.enrolledAtSeconds()),
                        serving(account, all).orElse(null),
                        all.passbooks().balance(number),
                        records))
                .orElseThrow(PersonResource::nobody));
        return screens.show(request, "desk/person.jte", person);
    }

    private static Optional<Serving> serving(VolunteerAccount account, Books books) {
        return books.toDo().visits().stream()
                .filter(visit -> visit.checkIn().equals(account.openCheckIn()))
                .findFirst()
                .map(visit -> new Serving(
                        visit.activity(),
                        books.activity(visit.activity()).map(Activity::name).orElse(""),
                        CountyZone.at(books, visit.sinceSeconds())));
    }

    @GET
    @Path("{number}/card")
    @Allowed(Who.CLERK)
    public Response card(@Context ContainerRequestContext request, @PathParam("number") VolunteerNo number) {
        VolunteerNo known = books.volunteer(number).map(VolunteerAccount::no).orElseThrow(PersonResource::nobody);
        String code = QrSvg.of(known.toString().getBytes(StandardCharsets.US_ASCII));
        Card card = new Card(known, People.of(office, request).name(known), code);
        return screens.show(request, "desk/card.jte", card);
    }

    @GET
    @Path("{number}/copy")
    @Allowed(Who.CLERK)
    public Response copy(@Context ContainerRequestContext request, @PathParam("number") VolunteerNo number) {
        Profile profile = office.profile(number).orElseThrow(PersonResource::nobody);
        Office.OwnCopy own = office.disclose(number).orElseThrow(PersonResource::nobody);
        return screens.show(request, "desk/copy.jte", new Copy(number, profile, own));
    }

    /** The same as a file, exactly as the node has it, and as the person has it from their own page. */
    @GET
    @Path("{number}/copy/file")
    @Allowed(Who.CLERK)
    @Produces(MediaType.APPLICATION_JSON)
    public Response copyFile(@PathParam("number") VolunteerNo number) {
        String json =
                office.disclose(number).map(own -> own.disclosure().json()).orElseThrow(PersonResource::nobody);
        return Response.ok(json)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"linli-profile.json\"")
                .build();
    }

    static ProblemException nobody() {
        return new ProblemException(Problem.NOT_FOUND);
    }
}

package linli.web.county;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.ledger.Activity;
import linli.ledger.Balance;
import linli.ledger.Books;
import linli.ledger.Branch;
import linli.ledger.Movement;
import linli.ledger.ServiceRecord;
import linli.ledger.VolunteerAccount;
import linli.web.caller.Allowed;
import linli.web.caller.Visitor;
import linli.web.caller.Who;
import linli.web.clock.CountyZone;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.door.Typed;
import linli.web.page.EntryView;
import linli.web.page.Language;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import org.jspecify.annotations.Nullable;

/** A volunteer as the logs have them, at every community: a number, and no name. */
@Path("county/volunteers")
@Produces(Html.NAME)
public final class VolunteerResource {
    private static final int NEWEST = 20;

    private final Screens screens;
    private final Books books;
    private final Entries entries;

    VolunteerResource(Means means) {
        this.screens = means.screens();
        this.books = means.books();
        this.entries = new Entries(means.office().ledger());
    }

    /**
     * A volunteer.
     *
     * @param enrolled the entry that gave the number
     * @param pages at each community where they have one, that which gave the number first
     * @param pin who set their PIN last, since they were enrolled; null where nobody did
     * @param shown whose records and points are listed
     * @param records newest first
     * @param points newest first
     */
    public record One(
            VolunteerNo number,
            EntryId enrolled,
            List<AtBranch> pages,
            @Nullable Pin pin,
            AtBranch shown,
            List<Service> records,
            List<Line> points) {}

    /** Who set a PIN, by which entry. */
    public record Pin(EntryId entry, boolean byStaff, EntryView said) {}

    /** How they stand at one community. */
    public record AtBranch(int branch, String name, VolunteerAccount account, Balance balance) {}

    /** A record of hours, in what. */
    public record Service(ServiceRecord record, String activity) {}

    /** A line of the passbook. */
    public record Line(Movement movement, ZonedDateTime at) {}

    @GET
    @Path("{number}")
    @Allowed({Who.ADMIN, Who.AUDITOR})
    public Response volunteer(
            @Context ContainerRequestContext request,
            @PathParam("number") String number,
            @QueryParam("branch") @Nullable String branch) {
        VolunteerNo no = Typed.number(number);
        Integer chosen = branch == null ? null : Typed.whole(branch);
        Language language = Visitor.of(request).language();
        One one = books.together(together -> one(no, chosen, language));
        return screens.show(request, "county/volunteer.jte", one);
    }

    private One one(VolunteerNo no, @Nullable Integer chosen, Language language) {
        List<AtBranch> pages = books.branches().stream()
                .flatMap(branch -> at(branch, no).stream())
                .sorted((one, other) ->
                        Boolean.compare(one.account().guest(), other.account().guest()))
                .toList();
        AtBranch shown = pages.stream()
                .filter(page -> chosen == null || page.branch() == chosen)
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        return new One(
                no, no.entry(), pages, pin(no, language).orElse(null), shown, records(shown, no), points(shown, no));
    }

    private Optional<AtBranch> at(Branch branch, VolunteerNo no) {
        return books.volunteer(branch.number(), no)
                .map(account -> new AtBranch(
                        branch.number(),
                        branch.name(),
                        account,
                        books.passbooks().balance(branch.number(), no)));
    }

    private Optional<Pin> pin(VolunteerNo no, Language language) {
        return books.pin(no)
                .flatMap(last -> entries.inWords(last.entry(), language)
                        .map(said -> new Pin(last.entry(), last.byStaff(), said)));
    }

    private List<Service> records(AtBranch shown, VolunteerNo no) {
        return books.recordsOf(shown.branch(), no, null, NEWEST).stream()
                .map(record -> new Service(
                        record,
                        books.activity(record.activity()).map(Activity::name).orElse("")))
                .toList();
    }

    private List<Line> points(AtBranch shown, VolunteerNo no) {
        return books.passbooks().movements(shown.branch(), no, null, NEWEST).stream()
                .map(line -> new Line(line, CountyZone.at(books, line.atSeconds())))
                .toList();
    }
}

package linli.web.desk.wish;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.ledger.AdoptedPolicy;
import linli.ledger.Books;
import linli.ledger.Ledger;
import linli.ledger.StaffMember;
import linli.ledger.Team;
import linli.ledger.Wish;
import linli.office.Office;
import linli.office.WishDesk;
import linli.profile.WishDetails;
import linli.web.caller.Allowed;
import linli.web.caller.Visitor;
import linli.web.caller.Who;
import linli.web.clock.CountyZone;
import linli.web.desk.People;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.hours.Signatory;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import org.jspecify.annotations.Nullable;

/** One wish, with what only those concerned may read, and what can be done with it. */
@Path("desk/wishes")
@Produces(Html.NAME)
public final class WishResource {
    private final Screens screens;
    private final Office office;
    private final Ledger ledger;
    private final Books books;
    private final WishDesk desk;

    WishResource(Means means) {
        this.screens = means.screens();
        this.office = means.office();
        this.ledger = office.ledger();
        this.books = means.books();
        this.desk = office.wishes();
    }

    /** Somebody concerned; the name is null where it is not for whoever looks. */
    public record Concerned(VolunteerNo number, @Nullable String name) {
        private static @Nullable Concerned of(@Nullable VolunteerNo number, People people) {
            return number == null ? null : new Concerned(number, people.name(number));
        }
    }

    /** When somebody said something of it. */
    public record Said(ZonedDateTime at, Signatory by) {
        private static Said of(long atSeconds, String by, Books books) {
            return new Said(CountyZone.at(books, atSeconds), Signatory.of(by, books));
        }
    }

    /**
     * A wish.
     *
     * @param card what hangs on the wall
     * @param wisher who asks; null for a resident
     * @param details null where they are not for whoever looks, are forgotten, or never were
     * @param said who said last that it is done, confirmed or ended
     * @param requests of other branches for it
     * @param teams it can be given to
     * @param staff it can be given to
     * @param policy version under which it would be confirmed
     * @param ownWord whether whoever looks said themselves that it is done, so that somebody else agrees
     */
    public record Sheet(
            Wish wish,
            Card card,
            ZonedDateTime postedAt,
            @Nullable Concerned wisher,
            @Nullable Concerned helper,
            @Nullable WishDetails details,
            @Nullable Said said,
            List<Request> requests,
            List<Team> teams,
            List<StaffMember> staff,
            LocalDate today,
            int policy,
            boolean ownWord) {
        /** Whether something can be done with it as it stands, by its name. */
        public boolean can(String act) {
            return wish.acts().contains(Wish.Act.valueOf(act));
        }
    }

    @GET
    @Path("{id}")
    @Allowed(Who.STAFF)
    public Response wish(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        Optional<Actor> reader = Visitor.of(request).caller().actor();
        WishDetails details =
                reader.flatMap(somebody -> desk.details(id, somebody)).orElse(null);
        String self = reader.map(Actor::written).orElse("");
        People people = People.of(office, request);
        Sheet sheet = books.together(all -> all.wishes()
                .find(id)
                .filter(wish -> wish.id().branch() == all.branch())
                .map(wish -> sheet(wish, details, self, people, all))
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND)));
        return screens.show(request, "desk/wish/wish.jte", sheet);
    }

    private Sheet sheet(Wish wish, @Nullable WishDetails details, String self, People people, Books all) {
        LocalDate today = ledger.today();
        Wish.Claim claim = wish.claim();
        return new Sheet(
                wish,
                Card.of(wish, today, ledger.now(), all),
                CountyZone.at(all, wish.postedAtSeconds()),
                Concerned.of(wish.wisher(), people),
                Concerned.of(claim == null ? null : claim.volunteer(), people),
                details,
                said(wish, all).orElse(null),
                all.wishes().requests(wish.id()).stream()
                        .map(asked -> Request.of(asked, all))
                        .toList(),
                all.teams().standing(),
                all.staff().stream().filter(StaffMember::inOffice).toList(),
                today,
                all.policy().map(AdoptedPolicy::version).orElse(0),
                wish.fulfilment() != null && wish.fulfilment().by().equals(self));
    }

    private static Optional<Said> said(Wish wish, Books books) {
        Wish.Closing closing = wish.closing();
        Wish.Confirmation agreed = wish.confirmation();
        Wish.Fulfilment done = wish.fulfilment();
        if (closing != null) {
            return Optional.of(Said.of(closing.atSeconds(), closing.by(), books));
        } else if (agreed != null) {
            return Optional.of(Said.of(agreed.atSeconds(), agreed.by(), books));
        }
        return Optional.ofNullable(done).map(known -> Said.of(known.atSeconds(), known.by(), books));
    }
}

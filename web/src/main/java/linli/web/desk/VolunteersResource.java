package linli.web.desk;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import linli.entry.EntryException;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.VolunteerAccount;
import linli.office.Office;
import linli.profile.Profiles;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.form.Form;
import linli.web.list.Paging;
import linli.web.screen.Address;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import org.jspecify.annotations.Nullable;

/** Volunteers: the newest of them, and whoever is looked for. */
@Path("desk/volunteers")
@Produces(Html.NAME)
public final class VolunteersResource {
    static final String ADDRESS = "/desk/volunteers";

    private final Screens screens;
    private final Office office;
    private final Books books;

    VolunteersResource(Means means) {
        this.screens = means.screens();
        this.office = means.office();
        this.books = means.books();
    }

    /** A volunteer in a list. */
    public record Line(
            VolunteerNo number,
            @Nullable String name,
            boolean guest,
            boolean here,
            long countedMinutes,
            long pendingMinutes,
            long held) {}

    /**
     * A list of volunteers.
     *
     * @param sought what was looked for; null where it is the newest that are shown
     * @param more whether there are more than are shown
     */
    public record Volunteers(@Nullable String sought, boolean more, Listing<Line> lines) {}

    @GET
    @Allowed(Who.STAFF)
    public Response newest(@Context ContainerRequestContext request) {
        Paging paging = Paging.of(request);
        People people = People.of(office, request);
        Listing<Line> lines = books.together(all -> Listing.of(
                request,
                paging.page(
                        all.volunteers(paging.fromEntry(), paging.toRead()),
                        account -> account.no().entry(),
                        account -> line(account, people, all))));
        return screens.show(request, "desk/volunteers.jte", new Volunteers(null, false, lines));
    }

    /** Finds persons. What is looked for is personal, so it does not stand in an address. */
    @POST
    @Path("search")
    @Allowed(Who.STAFF)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response search(@Context ContainerRequestContext request) {
        String sought = Form.of(request).optional("sought").orElse("");
        Optional<VolunteerNo> exactly = exactly(sought);
        if (exactly.isPresent()) {
            return Address.to(ADDRESS + "/" + exactly.get());
        }
        People people = People.of(office, request);
        List<VolunteerNo> found = people.mayBeNamed() && !sought.isEmpty()
                ? office.find(sought).stream().map(Office.Person::no).toList()
                : List.of();
        List<Line> lines = books.together(all -> found.stream()
                .flatMap(no -> all.volunteer(no).stream())
                .map(account -> line(account, people, all))
                .toList());
        return screens.show(
                request,
                "desk/volunteers.jte",
                new Volunteers(sought, found.size() >= Profiles.MOST_FOUND, new Listing<>(lines, null, null)));
    }

    /** Whoever has this very number. */
    private Optional<VolunteerNo> exactly(String typed) {
        try {
            VolunteerNo no = VolunteerNo.parse(typed);
            return books.volunteer(no).map(VolunteerAccount::no);
        } catch (EntryException e) {
            return Optional.empty();
        }
    }

    private static Line line(VolunteerAccount account, People people, Books books) {
        return new Line(
                account.no(),
                people.name(account.no()),
                account.guest(),
                account.openCheckIn() != null,
                account.clockMinutes() + account.backfilledMinutes(),
                account.pendingMinutes(),
                books.held(account.no()));
    }
}

package linli.web.kiosk;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.Ledger;
import linli.ledger.Wish;
import linli.office.WishDesk;
import linli.web.caller.Allowed;
import linli.web.caller.Visitor;
import linli.web.caller.Who;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.door.Typed;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import org.jspecify.annotations.Nullable;

/** The wall of wishes: what somebody could take on. Looking takes no PIN. */
@Path("kiosk/wishes")
@Produces(Html.NAME)
public final class WallResource {
    private final Screens screens;
    private final Ledger ledger;
    private final Books books;
    private final WishDesk desk;

    WallResource(Means means) {
        this.screens = means.screens();
        this.ledger = means.office().ledger();
        this.books = ledger.books();
        this.desk = means.office().wishes();
    }

    /**
     * Some of what hangs there, newest first.
     *
     * @param elsewhere how many hang at other branches
     */
    public record Wall(Part<Wish> part, int elsewhere) {}

    @GET
    @Allowed(Who.KIOSK)
    public Response wall(@Context ContainerRequestContext request, @QueryParam("page") @Nullable String typed) {
        LocalDate today = ledger.today();
        List<Wish> open = new ArrayList<>(books.wishes().open());
        Collections.reverse(open);
        Part<Wish> part = Part.of(open.stream().filter(wish -> isForAnybody(wish, today)), typed);
        int elsewhere = ElsewhereResource.wishes(books, today).size();
        return screens.show(request, "kiosk/wishes.jte", new Wall(part, elsewhere));
    }

    static boolean isForAnybody(Wish wish, LocalDate today) {
        return wish.state() == Wish.State.OPEN && !today.isAfter(wish.lastDay());
    }

    @GET
    @Path("{id}")
    @Allowed(Who.KIOSK)
    public Response wish(@Context ContainerRequestContext request, @PathParam("id") String id) {
        Optional<VolunteerNo> self = Visitor.of(request).caller().volunteer();
        return books.wishes()
                .find(Typed.entryHere(id))
                .filter(wish -> wish.id().branch() == books.branch())
                .map(wish -> OneWish.of(wish, self, desk, books))
                .filter(one -> one.wish().isPublic() || one.own() || one.inHand())
                .map(one -> screens.show(request, "kiosk/wish.jte", one))
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }
}

package linli.web.desk.wish;

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
import java.util.Comparator;
import java.util.List;
import linli.entry.EntryId;
import linli.entry.WishEvent.Kind;
import linli.entry.WishEvent.WishClaimRequested;
import linli.entry.WishEvent.WishClaimWithdrawn;
import linli.ledger.Books;
import linli.ledger.Branch;
import linli.ledger.Ledger;
import linli.ledger.Wish;
import linli.web.act.Acts;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.form.Form;
import linli.web.screen.Address;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;

/** Wishes of other branches: a clerk asks them to let a volunteer of this one take one on. */
@Path("desk/wishes-elsewhere")
@Produces(Html.NAME)
public final class ElsewhereResource {
    private static final String ADDRESS = "/desk/wishes-elsewhere";
    private static final int MOST_SHOWN = 100;

    private final Screens screens;
    private final Acts acts;
    private final Ledger ledger;
    private final Books books;

    ElsewhereResource(Means means) {
        this.screens = means.screens();
        this.acts = means.acts();
        this.ledger = means.office().ledger();
        this.books = means.books();
    }

    /** A wish that hangs at another branch. */
    public record Line(EntryId id, Kind kind, String title, String branch, LocalDate lastDay, long points) {}

    /**
     * What hangs elsewhere, and what was asked for.
     *
     * @param wishes those that end first come first
     * @param sent the newest first
     */
    public record Elsewhere(List<Line> wishes, List<Request> sent) {}

    @GET
    @Allowed(Who.STAFF)
    public Response elsewhere(@Context ContainerRequestContext request) {
        LocalDate today = ledger.today();
        Elsewhere elsewhere = books.together(all -> new Elsewhere(
                all.wishes().claimableElsewhere().stream()
                        .filter(wish -> !today.isAfter(wish.lastDay()))
                        .sorted(Comparator.comparing(Wish::lastDay))
                        .limit(MOST_SHOWN)
                        .map(wish -> line(wish, all))
                        .toList(),
                all.wishes().sent(null, MOST_SHOWN).stream()
                        .map(asked -> Request.of(asked, all))
                        .toList()));
        return screens.show(request, "desk/wish/elsewhere.jte", elsewhere);
    }

    private static Line line(Wish wish, Books books) {
        int number = wish.id().branch();
        String branch = books.branch(number).map(Branch::name).orElse(Integer.toString(number));
        return new Line(wish.id(), wish.kind(), wish.title(), branch, wish.lastDay(), wish.points());
    }

    @POST
    @Writes
    @Allowed(Who.CLERK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ask(@Context ContainerRequestContext request) {
        Form form = Form.of(request);
        acts.of(request).post(new WishClaimRequested(form.entry("wish"), form.number("number")));
        return Address.to(ADDRESS, "board-asked");
    }

    @POST
    @Path("{id}/withdrawal")
    @Writes
    @Allowed(Who.CLERK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        acts.of(request).post(new WishClaimWithdrawn(id, Form.of(request).text("reason")));
        return Address.to(ADDRESS, "board-withdrawn");
    }
}

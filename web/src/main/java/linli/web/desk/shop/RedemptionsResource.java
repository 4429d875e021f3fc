package linli.web.desk.shop;

import jakarta.servlet.http.HttpServletRequest;
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
import linli.entry.EntryId;
import linli.entry.ShopEvent.RedemptionReversed;
import linli.ledger.AdoptedPolicy;
import linli.ledger.Books;
import linli.ledger.Ledger;
import linli.ledger.Policy;
import linli.ledger.Redemption;
import linli.office.Office;
import linli.web.act.Acts;
import linli.web.act.SecondPerson;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.desk.Listing;
import linli.web.desk.People;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.form.Form;
import linli.web.list.Paging;
import linli.web.screen.Address;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;

/** What went over the counter, and undoing it. */
@Path("desk/shop/redemptions")
@Produces(Html.NAME)
public final class RedemptionsResource {
    static final String ADDRESS = "/desk/shop/redemptions";
    private static final int SECONDS_PER_MINUTE = 60;

    private final Screens screens;
    private final Acts acts;
    private final Office office;
    private final Ledger ledger;
    private final Books books;
    private final SecondPerson second;

    RedemptionsResource(Means means) {
        this.screens = means.screens();
        this.acts = means.acts();
        this.office = means.office();
        this.ledger = office.ledger();
        this.books = means.books();
        this.second = new SecondPerson(means.signIn());
    }

    /** Redemptions, undone ones among them, newest first. */
    public record Redemptions(Listing<Redeemed> listing) {}

    /**
     * A redemption.
     *
     * @param alone whether one clerk may still undo it alone
     * @param aloneMinutes for how long that is so
     */
    public record Sheet(Redeemed redeemed, boolean alone, int aloneMinutes, LocalDate today) {}

    @GET
    @Allowed(Who.STAFF)
    public Response newest(@Context ContainerRequestContext request) {
        Paging paging = Paging.of(request);
        People people = People.of(office, request);
        Listing<Redeemed> newest = books.together(all -> Listing.of(
                request,
                paging.page(
                        all.shop().redemptions(paging.fromEntry(), paging.toRead()),
                        Redemption::id,
                        one -> Redeemed.of(one, people, all))));
        return screens.show(request, "desk/shop/redemptions.jte", new Redemptions(newest));
    }

    @GET
    @Path("{id}")
    @Allowed(Who.STAFF)
    public Response redemption(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        People people = People.of(office, request);
        long now = ledger.now().getEpochSecond();
        Sheet sheet = books.together(all -> {
            Redemption found = all.shop().redemption(id).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
            int minutes = aloneMinutes(all);
            boolean alone = now - found.atSeconds() <= (long) minutes * SECONDS_PER_MINUTE;
            return new Sheet(Redeemed.of(found, people, all), alone, minutes, ledger.today());
        });
        return screens.show(request, "desk/shop/redemption.jte", sheet);
    }

    private static int aloneMinutes(Books books) {
        return books.policy()
                .map(AdoptedPolicy::document)
                .map(Policy::parse)
                .map(policy -> policy.shop().reverseAloneMinutes())
                .orElse(0);
    }

    /** Undoes it: goods back on the shelf, points back to the volunteer. Later than a slip at the counter it takes two. */
    @POST
    @Path("{id}/reversal")
    @Writes
    @Allowed(Who.CLERK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response reverse(
            @Context ContainerRequestContext request, @Context HttpServletRequest from, @PathParam("id") EntryId id) {
        Form form = Form.of(request);
        String reason = form.text("reason");
        String handle = Seconded.isIn(form) ? second.vouched(Seconded.in(form), from) : null;
        acts.of(request).post(new RedemptionReversed(id, reason, handle));
        return Address.to(ADDRESS + "/" + id, "redemption-undone");
    }
}

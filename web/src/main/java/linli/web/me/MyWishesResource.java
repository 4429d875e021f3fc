package linli.web.me;

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
import linli.entry.Actor;
import linli.entry.Event;
import linli.entry.VolunteerNo;
import linli.entry.WishEvent.End;
import linli.entry.WishEvent.WishClosed;
import linli.entry.WishEvent.WishConfirmed;
import linli.entry.WishEvent.WishFulfilled;
import linli.entry.WishEvent.WishReleased;
import linli.ledger.AdoptedPolicy;
import linli.ledger.Books;
import linli.ledger.Wish;
import linli.ledger.WishBook;
import linli.office.WishDesk;
import linli.profile.WishDetails;
import linli.web.act.Acts;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Self;
import linli.web.caller.Who;
import linli.web.door.Typed;
import linli.web.form.Form;
import linli.web.screen.Address;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import org.jspecify.annotations.Nullable;

/** What one has taken on or asked for. */
@Path("me/wishes")
@Produces(Html.NAME)
public final class MyWishesResource {
    private static final int MOST_SHOWN = 50;
    private static final String HERE = "/me/wishes";

    private final Screens screens;
    private final Acts acts;
    private final Books books;
    private final WishDesk desk;

    MyWishesResource(Means means) {
        this.screens = means.screens();
        this.acts = means.acts();
        this.books = means.books();
        this.desk = means.office().wishes();
    }

    /**
     * One that is theirs to do.
     *
     * @param details where to go and whom to ask for; null where nothing was told
     */
    public record Claim(Wish wish, @Nullable WishDetails details) {}

    /**
     * One that they asked for, or did.
     *
     * @param canWithdraw whether they can take back that they asked for it
     */
    public record Other(Wish wish, boolean canWithdraw) {}

    /**
     * All of somebody's.
     *
     * @param toConfirm what they asked for and somebody says is done
     * @param policy the version under which points are given for it
     * @param claims what they have taken on and have not done
     * @param others what they asked for, and what they did
     */
    public record Mine(List<Wish> toConfirm, int policy, List<Claim> claims, List<Other> others) {}

    @GET
    @Allowed(Who.VOLUNTEER)
    public Response mine(@Context ContainerRequestContext request) {
        VolunteerNo self = Self.of(request);
        return screens.show(request, "me/wishes.jte", books.together(all -> mine(self, all)));
    }

    private Mine mine(VolunteerNo self, Books books) {
        WishBook.Theirs theirs = books.wishes().of(self, MOST_SHOWN);
        return new Mine(
                theirs.toConfirm(),
                books.policy().map(AdoptedPolicy::version).orElse(0),
                theirs.toDo().stream().map(wish -> claim(wish, self)).toList(),
                theirs.others().stream()
                        .map(wish -> new Other(wish, books.wishes().isToWithdrawBy(self, wish)))
                        .toList());
    }

    private Claim claim(Wish wish, VolunteerNo self) {
        return new Claim(
                wish, desk.details(wish.id(), new Actor.Volunteer(self)).orElse(null));
    }

    @POST
    @Path("{id}/fulfilment")
    @Writes
    @Allowed(Who.VOLUNTEER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response fulfil(@Context ContainerRequestContext request, @PathParam("id") String id) {
        String note = Form.of(request).optional("note").orElse(null);
        return written(request, new WishFulfilled(Typed.entryHere(id), note), "wish-fulfilled");
    }

    @POST
    @Path("{id}/release")
    @Writes
    @Allowed(Who.VOLUNTEER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response release(@Context ContainerRequestContext request, @PathParam("id") String id) {
        return written(request, new WishReleased(Typed.entryHere(id), reason(request)), "wish-released");
    }

    /** Agrees that what one asked for is done. */
    @POST
    @Path("{id}/confirmation")
    @Writes
    @Allowed(Who.VOLUNTEER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(@Context ContainerRequestContext request, @PathParam("id") String id) {
        Form form = Form.of(request);
        WishConfirmed event = new WishConfirmed(Typed.entryHere(id), form.whole("stars"), form.whole("policy"));
        return written(request, event, "wish-confirmed");
    }

    /** Says that it is not, whatever whoever took it on says. */
    @POST
    @Path("{id}/objection")
    @Writes
    @Allowed(Who.VOLUNTEER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response object(@Context ContainerRequestContext request, @PathParam("id") String id) {
        return written(request, new WishReleased(Typed.entryHere(id), reason(request)), "wish-objected");
    }

    @POST
    @Path("{id}/withdrawal")
    @Writes
    @Allowed(Who.VOLUNTEER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@Context ContainerRequestContext request, @PathParam("id") String id) {
        WishClosed event = new WishClosed(Typed.entryHere(id), End.WITHDRAWN, reason(request));
        return written(request, event, "wish-withdrawn");
    }

    private static String reason(ContainerRequestContext request) {
        return Form.of(request).text("reason");
    }

    private Response written(ContainerRequestContext request, Event event, String done) {
        acts.of(request).post(event);
        return Address.to(HERE, done);
    }
}

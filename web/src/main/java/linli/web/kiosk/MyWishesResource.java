package linli.web.kiosk;

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
import java.util.Optional;
import java.util.function.Predicate;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.VolunteerNo;
import linli.entry.WishEvent.End;
import linli.entry.WishEvent.WishClaimed;
import linli.entry.WishEvent.WishClosed;
import linli.entry.WishEvent.WishConfirmed;
import linli.entry.WishEvent.WishFulfilled;
import linli.entry.WishEvent.WishReleased;
import linli.ledger.AdoptedPolicy;
import linli.ledger.Books;
import linli.ledger.Wish;
import linli.ledger.WishBook;
import linli.office.WishDesk;
import linli.web.act.Acts;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Self;
import linli.web.caller.Who;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.door.Typed;
import linli.web.form.Form;
import linli.web.screen.Address;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;

/** Taking a wish on and doing it; agreeing that one's own is done, and taking it back. What is given up is asked about first. */
@Path("kiosk/wishes")
@Produces(Html.NAME)
public final class MyWishesResource {
    private static final String WISHES = "/kiosk/wishes/";
    private static final int MOST_SHOWN = 30;

    private final Screens screens;
    private final Books books;
    private final Acts acts;
    private final WishDesk desk;

    MyWishesResource(Means means) {
        this.screens = means.screens();
        this.books = means.books();
        this.acts = means.acts();
        this.desk = means.office().wishes();
    }

    /**
     * What somebody has a part in.
     *
     * @param toConfirm what they asked for and somebody says is done, oldest first
     * @param toDo what they have taken on and is not done, oldest first
     * @param elsewhere what they asked other branches for, newest first
     * @param others what they asked for, and what they did, newest first
     */
    public record Mine(List<Wish> toConfirm, List<Wish> toDo, List<Afar> elsewhere, List<Wish> others) {}

    /**
     * The question how well it was done.
     *
     * @param policy the version under which the points are given
     */
    public record Agreeing(Wish wish, int policy) {}

    @GET
    @Path("mine")
    @Allowed(Who.AT_KIOSK)
    public Response mine(@Context ContainerRequestContext request) {
        return screens.show(request, "kiosk/mine.jte", books.together(all -> mine(Self.of(request), all)));
    }

    private static Mine mine(VolunteerNo self, Books books) {
        WishBook.Theirs theirs = books.wishes().of(self, MOST_SHOWN);
        List<Afar> elsewhere = books.wishes().sentFor(self, MOST_SHOWN).stream()
                .flatMap(asked -> Afar.of(asked, books).stream())
                .toList();
        return new Mine(theirs.toConfirm(), theirs.toDo(), elsewhere, theirs.others());
    }

    @POST
    @Path("{id}/claim")
    @Writes
    @Allowed(Who.AT_KIOSK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response claim(@Context ContainerRequestContext request, @PathParam("id") String id) {
        EntryId wish = Typed.entryHere(id);
        return written(request, wish, new WishClaimed(wish, Self.of(request), null), "wish-claimed");
    }

    @POST
    @Path("{id}/fulfilment")
    @Writes
    @Allowed(Who.AT_KIOSK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response fulfil(@Context ContainerRequestContext request, @PathParam("id") String id) {
        EntryId wish = Typed.entryHere(id);
        return written(request, wish, new WishFulfilled(wish, null), "wish-fulfilled");
    }

    @GET
    @Path("{id}/release")
    @Allowed(Who.AT_KIOSK)
    public Response whyReleased(@Context ContainerRequestContext request, @PathParam("id") String id) {
        return why(request, id, OneWish::toDo, "release");
    }

    @POST
    @Path("{id}/release")
    @Writes
    @Allowed(Who.AT_KIOSK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response release(@Context ContainerRequestContext request, @PathParam("id") String id) {
        EntryId wish = Typed.entryHere(id);
        return written(request, wish, new WishReleased(wish, reason(request)), "wish-released");
    }

    @GET
    @Path("{id}/confirmation")
    @Allowed(Who.AT_KIOSK)
    public Response howWell(@Context ContainerRequestContext request, @PathParam("id") String id) {
        Wish wish = theirs(request, id, OneWish::toConfirm);
        int policy = books.policy().map(AdoptedPolicy::version).orElseThrow();
        return screens.show(request, "kiosk/agree.jte", new Agreeing(wish, policy));
    }

    @POST
    @Path("{id}/confirmation")
    @Writes
    @Allowed(Who.AT_KIOSK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(@Context ContainerRequestContext request, @PathParam("id") String id) {
        EntryId wish = Typed.entryHere(id);
        Form form = Form.of(request);
        return written(
                request, wish, new WishConfirmed(wish, form.whole("stars"), form.whole("policy")), "wish-confirmed");
    }

    @GET
    @Path("{id}/objection")
    @Allowed(Who.AT_KIOSK)
    public Response whyNotDone(@Context ContainerRequestContext request, @PathParam("id") String id) {
        return why(request, id, OneWish::toConfirm, "objection");
    }

    /** Says that it is not done, whatever whoever took it on says: it hangs on the wall again. */
    @POST
    @Path("{id}/objection")
    @Writes
    @Allowed(Who.AT_KIOSK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response object(@Context ContainerRequestContext request, @PathParam("id") String id) {
        EntryId wish = Typed.entryHere(id);
        return written(request, wish, new WishReleased(wish, reason(request)), "wish-objected");
    }

    @GET
    @Path("{id}/withdrawal")
    @Allowed(Who.AT_KIOSK)
    public Response whyWithdrawn(@Context ContainerRequestContext request, @PathParam("id") String id) {
        return why(request, id, OneWish::canWithdraw, "withdrawal");
    }

    @POST
    @Path("{id}/withdrawal")
    @Writes
    @Allowed(Who.AT_KIOSK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@Context ContainerRequestContext request, @PathParam("id") String id) {
        EntryId wish = Typed.entryHere(id);
        return written(request, wish, new WishClosed(wish, End.WITHDRAWN, reason(request)), "wish-withdrawn");
    }

    private Response why(ContainerRequestContext request, String id, Predicate<OneWish> can, String what) {
        Wish wish = theirs(request, id, can);
        String back = WISHES + wish.id();
        return screens.show(request, "kiosk/why.jte", new Why(what, wish.title(), back, back + "/" + what));
    }

    /** A wish with which whoever stands there can do something. */
    private Wish theirs(ContainerRequestContext request, String id, Predicate<OneWish> can) {
        return books.wishes()
                .find(Typed.entryHere(id))
                .map(wish -> OneWish.of(wish, Optional.of(Self.of(request)), desk, books))
                .filter(can)
                .map(OneWish::wish)
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    private static String reason(ContainerRequestContext request) {
        return Form.of(request).text("reason");
    }

    private Response written(ContainerRequestContext request, EntryId wish, Event event, String done) {
        acts.of(request).post(event);
        return Address.to(WISHES + wish, done);
    }
}

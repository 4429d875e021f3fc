package linli.web.kiosk;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import linli.entry.Event;
import linli.entry.VolunteerNo;
import linli.entry.WishEvent.Kind;
import linli.entry.WishEvent.WishClaimed;
import linli.entry.WishEvent.WishFulfilled;
import linli.entry.WishEvent.WishReleased;
import linli.ledger.Books;
import linli.ledger.Policy;
import linli.ledger.Wish;
import linli.office.WishDesk;
import linli.profile.WishDetails;
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
import org.jspecify.annotations.Nullable;

/** Taking a wish on, doing it, and asking for something oneself. */
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
     * What somebody has a part in, newest first.
     *
     * @param toDo what they have taken on and is not done
     * @param others what they asked for, and what they did
     */
    public record Mine(List<Wish> toDo, List<Wish> others) {}

    /**
     * Asking for something.
     *
     * @param kind what; null as long as that is the question
     * @param points that whoever does it, or had the idea, gets
     */
    public record Asking(@Nullable Kind kind, long points) {
        /** What can be asked for. */
        public List<Kind> kinds() {
            return List.of(Kind.values());
        }
    }

    @GET
    @Path("mine")
    @Allowed(Who.AT_KIOSK)
    public Response mine(@Context ContainerRequestContext request) {
        VolunteerNo self = Self.of(request);
        Mine mine = books.together(all -> {
            List<Wish> toDo = all.wishes().toDoOf(self).stream().limit(MOST_SHOWN).toList();
            List<Wish> others =
                    all.wishes().of(all.branch(), null, wish -> wish.isOf(self) && !toDo.contains(wish), MOST_SHOWN);
            return new Mine(toDo, others);
        });
        return screens.show(request, "kiosk/mine.jte", mine);
    }

    @POST
    @Path("{id}/claim")
    @Writes
    @Allowed(Who.AT_KIOSK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response claim(@Context ContainerRequestContext request, @PathParam("id") String id) {
        return written(request, id, new WishClaimed(Typed.entryHere(id), Self.of(request), null), "wish-claimed");
    }

    @GET
    @Path("{id}/release")
    @Allowed(Who.AT_KIOSK)
    public Response whyReleased(@Context ContainerRequestContext request, @PathParam("id") String id) {
        return books.wishes()
                .find(Typed.entryHere(id))
                .map(wish -> OneWish.of(wish, Optional.of(Self.of(request)), desk, books))
                .filter(OneWish::toDo)
                .map(wish -> screens.show(request, "kiosk/release.jte", wish))
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    @POST
    @Path("{id}/release")
    @Writes
    @Allowed(Who.AT_KIOSK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response release(@Context ContainerRequestContext request, @PathParam("id") String id) {
        String reason = Form.of(request).text("reason");
        return written(request, id, new WishReleased(Typed.entryHere(id), reason), "wish-released");
    }

    @POST
    @Path("{id}/fulfilment")
    @Writes
    @Allowed(Who.AT_KIOSK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response fulfil(@Context ContainerRequestContext request, @PathParam("id") String id) {
        return written(request, id, new WishFulfilled(Typed.entryHere(id), null), "wish-fulfilled");
    }

    private Response written(ContainerRequestContext request, String wish, Event event, String done) {
        acts.of(request).post(event);
        return Address.to(WISHES + wish, done);
    }

    @GET
    @Path("new")
    @Allowed(Who.AT_KIOSK)
    public Response ask(@Context ContainerRequestContext request, @QueryParam("kind") @Nullable String typed) {
        Kind kind = typed == null ? null : Typed.word(Kind.class, typed);
        long points = kind == null
                ? 0
                : Policy.parse(books.policy().orElseThrow().document()).of(kind).points();
        return screens.show(request, "kiosk/ask.jte", new Asking(kind, points));
    }

    @POST
    @Writes
    @Allowed(Who.AT_KIOSK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response post(@Context ContainerRequestContext request) {
        Form form = Form.of(request);
        Acts.Act act = acts.of(request);
        WishDetails details = new WishDetails(
                null,
                form.optional("address").orElse(null),
                form.optional("contact").orElse(null),
                form.optional("phone").orElse(null));
        WishDesk.Asking asking = new WishDesk.Asking(
                form.word(Kind.class, "kind"),
                Self.of(request),
                form.text("title"),
                details,
                null,
                null,
                act.request());
        Acts.recorded(desk.post(asking, act.by()));
        return Address.to("/kiosk/wishes/mine", "wish-posted");
    }
}

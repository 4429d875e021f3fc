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
import linli.entry.VolunteerNo;
import linli.entry.WishEvent.WishFulfilled;
import linli.entry.WishEvent.WishReleased;
import linli.ledger.Books;
import linli.ledger.Wish;
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
     * All of somebody's.
     *
     * @param claims what they have taken on and have not done
     * @param others what they asked for, and what they did
     */
    public record Mine(List<Claim> claims, List<Wish> others) {}

    @GET
    @Allowed(Who.VOLUNTEER)
    public Response mine(@Context ContainerRequestContext request) {
        VolunteerNo self = Self.of(request);
        Mine mine = books.together(all -> {
            List<Wish> toDo =
                    all.wishes().toDoOf(self).stream().limit(MOST_SHOWN).toList();
            List<Claim> claims = toDo.stream()
                    .map(wish -> new Claim(
                            wish,
                            desk.details(wish.id(), new Actor.Volunteer(self)).orElse(null)))
                    .toList();
            List<Wish> others =
                    all.wishes().of(all.branch(), null, wish -> wish.isOf(self) && !toDo.contains(wish), MOST_SHOWN);
            return new Mine(claims, others);
        });
        return screens.show(request, "me/wishes.jte", mine);
    }

    @POST
    @Path("{id}/fulfilment")
    @Writes
    @Allowed(Who.VOLUNTEER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response fulfil(@Context ContainerRequestContext request, @PathParam("id") String id) {
        acts.of(request)
                .post(new WishFulfilled(
                        Typed.entryHere(id), Form.of(request).optional("note").orElse(null)));
        return Address.to(HERE, "wish-fulfilled");
    }

    @POST
    @Path("{id}/release")
    @Writes
    @Allowed(Who.VOLUNTEER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response release(@Context ContainerRequestContext request, @PathParam("id") String id) {
        acts.of(request)
                .post(new WishReleased(Typed.entryHere(id), Form.of(request).text("reason")));
        return Address.to(HERE, "wish-released");
    }
}

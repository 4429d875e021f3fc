package linli.web.desk.shop;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import linli.entry.EntryId;
import linli.entry.ShopEvent.ItemListed;
import linli.entry.ShopEvent.ItemPictured;
import linli.ledger.Books;
import linli.ledger.Item;
import linli.picture.Picture;
import linli.picture.Pictures;
import linli.web.act.Acts;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.door.Typed;
import linli.web.form.Form;
import linli.web.screen.Address;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import org.jspecify.annotations.Nullable;

/** The shelf: what can be had for points, what it costs, and how much of it there is. */
@Path("desk/shop")
@Produces(Html.NAME)
public final class ShelfResource {
    static final String ADDRESS = "/desk/shop";
    static final String ITEMS = ADDRESS + "/items/";

    private final Screens screens;
    private final Acts acts;
    private final Books books;
    private final Pictures pictures;

    ShelfResource(Means means) {
        this.screens = means.screens();
        this.acts = means.acts();
        this.books = means.books();
        this.pictures = new Pictures(means.office().ledger().node().folder());
    }

    /** Which items are asked for. */
    public enum Shown {
        ON_OFFER,
        OFF
    }

    /** What stands there, in the order in which it was listed. */
    public record Shelf(Shown shown, List<Item> items) {}

    /** The form for a new item begins empty. */
    public record NewItem() {}

    @GET
    @Allowed(Who.STAFF)
    public Response shelf(@Context ContainerRequestContext request, @QueryParam("show") @Nullable String show) {
        Shown shown = show == null ? Shown.ON_OFFER : Typed.word(Shown.class, show);
        List<Item> items = books.shop().items().stream()
                .filter(item -> item.onOffer() == (shown == Shown.ON_OFFER))
                .toList();
        return screens.show(request, "desk/shop/shelf.jte", new Shelf(shown, items));
    }

    @GET
    @Path("items/new")
    @Allowed(Who.CLERK)
    public Response form(@Context ContainerRequestContext request) {
        return screens.show(request, "desk/shop/listing.jte", new NewItem());
    }

    /** Puts an item on the shelf, and its picture with it where one was chosen. */
    @POST
    @Path("items/new")
    @Writes
    @Allowed(Who.CLERK)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response list(@Context ContainerRequestContext request) {
        Form form = Form.of(request);
        Integer validDays = form.optional("valid-days").map(Typed::whole).orElse(null);
        ItemListed event = new ItemListed(form.text("name"), form.text("unit"), form.whole("points"), validDays);
        // Seen to be one before anything is written: an item without the picture that was chosen is half of what was
        // asked for.
        Optional<Picture> picture = Pictured.in(form);
        Acts.Act act = acts.of(request);
        EntryId item = act.post(event).id();
        picture.ifPresent(chosen -> {
            pictures.put(chosen);
            act.about(item).post(new ItemPictured(item, chosen.hash()));
        });
        return Address.to(ITEMS + item, "listed");
    }
}

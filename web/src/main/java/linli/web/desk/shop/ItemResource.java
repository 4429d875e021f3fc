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
import java.util.List;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.ShopEvent.ItemDelisted;
import linli.entry.ShopEvent.ItemPictured;
import linli.entry.ShopEvent.ItemRepriced;
import linli.entry.ShopEvent.StockCounted;
import linli.entry.ShopEvent.StockReceived;
import linli.ledger.Books;
import linli.ledger.Item;
import linli.ledger.ItemDay;
import linli.picture.Picture;
import linli.picture.Pictures;
import linli.web.act.Acts;
import linli.web.act.SecondPerson;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.form.Form;
import linli.web.screen.Address;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;

/** One item: what it is, how its stock came to what it is, and what the staff do with it. */
@Path("desk/shop")
@Produces(Html.NAME)
public final class ItemResource {
    /** Days of the stock card that are shown. */
    private static final int MOST_DAYS = 31;

    private final Screens screens;
    private final Acts acts;
    private final Books books;
    private final Pictures pictures;
    private final SecondPerson second;

    ItemResource(Means means) {
        this.screens = means.screens();
        this.acts = means.acts();
        this.books = means.books();
        this.pictures = new Pictures(means.office().ledger().node().folder());
        this.second = new SecondPerson(means.signIn());
    }

    /**
     * An item.
     *
     * @param history what the staff did with it, newest first
     * @param card the newest days on which something happened to it
     */
    public record Sheet(Item item, List<StockLine> history, List<ItemDay> card) {}

    @GET
    @Path("items/{id}")
    @Allowed(Who.STAFF)
    public Response item(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        Sheet sheet = books.together(all -> {
            Item item = all.shop().item(id).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
            List<StockLine> history = all.shop().history(id).stream()
                    .map(line -> StockLine.of(line, all))
                    .toList();
            return new Sheet(item, history, all.shop().stockCard(id, null, MOST_DAYS));
        });
        return screens.show(request, "desk/shop/item.jte", sheet);
    }

    /** Takes a delivery in; of a coupon, services that somebody has promised. */
    @POST
    @Path("items/{id}/delivery")
    @Writes
    @Allowed(Who.CLERK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response receive(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        Form form = Form.of(request);
        StockReceived event = new StockReceived(
                id, form.whole("quantity"), form.optional("donor").orElse(null));
        return write(request, id, event, "received");
    }

    /** Writes down what two people counted, the second with their own password. */
    @POST
    @Path("items/{id}/count")
    @Writes
    @Allowed(Who.CLERK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response count(
            @Context ContainerRequestContext request, @Context HttpServletRequest from, @PathParam("id") EntryId id) {
        Form form = Form.of(request);
        int found = form.whole("quantity");
        String handle = second.vouched(Seconded.in(form), from);
        return write(request, id, new StockCounted(id, found, handle), "counted");
    }

    @POST
    @Path("items/{id}/price")
    @Writes
    @Allowed(Who.CLERK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response reprice(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        return write(request, id, new ItemRepriced(id, Form.of(request).whole("points")), "repriced");
    }

    @POST
    @Path("items/{id}/picture")
    @Writes
    @Allowed(Who.CLERK)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response picture(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        Picture picture = Pictured.in(Form.of(request)).orElseThrow(() -> new ProblemException(Problem.FIELD_MISSING));
        // First the file, so that no entry names what is not there; and no file for what the rules refuse.
        if (books.shop().item(id).filter(Item::onOffer).isPresent()) {
            pictures.put(picture);
        }
        return write(request, id, new ItemPictured(id, picture.hash()), "pictured");
    }

    /** Takes it off the shelf. What is left of it can still be counted. */
    @POST
    @Path("items/{id}/delisting")
    @Writes
    @Allowed(Who.CLERK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response delist(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        return write(request, id, new ItemDelisted(id, Form.of(request).text("reason")), "delisted");
    }

    private Response write(ContainerRequestContext request, EntryId id, Event event, String done) {
        acts.of(request).post(event);
        return Address.to(ShelfResource.ITEMS + id, done);
    }
}

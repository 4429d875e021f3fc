package linli.web.api.shop;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import linli.entry.EntryId;
import linli.entry.ShopEvent.ItemPictured;
import linli.ledger.Books;
import linli.ledger.Item;
import linli.picture.Picture;
import linli.picture.Pictures;
import linli.web.act.Acts;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.door.Json;
import linli.web.door.Problem;
import linli.web.door.ProblemException;

/** Pictures of what the shop offers. They are sent and answered as they are, not as JSON. */
@Path("api/v1")
public final class PictureResource {
    private static final String PNG = "image/png";
    private static final String JPEG = "image/jpeg";
    private static final String WEBP = "image/webp";

    private final Books books;
    private final Pictures pictures;
    private final Acts acts;

    public PictureResource(Books books, Pictures pictures, Acts acts) {
        this.books = books;
        this.pictures = pictures;
        this.acts = acts;
    }

    /** The item's picture; a branch has those that it took itself. */
    @GET
    @Path("shop/items/{id}/picture")
    @Produces({PNG, JPEG, WEBP})
    @Allowed({Who.KIOSK, Who.VOLUNTEER, Who.STAFF})
    public Response picture(@PathParam("id") EntryId id) {
        Picture picture = books.shop()
                .item(id)
                .flatMap(item -> Optional.ofNullable(item.picture()))
                .flatMap(pictures::find)
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        return Response.ok(picture.toBytes(), picture.format().mediaType()).build();
    }

    /** Gives the item a picture. What it is shows in its first bytes, whatever the request says. */
    @POST
    @Path("shop/items/{id}/picture")
    @Consumes({PNG, JPEG, WEBP})
    @Produces(Json.TYPE)
    @Writes
    @Allowed(Who.CLERK)
    public Response put(@Context ContainerRequestContext request, @PathParam("id") EntryId id, byte[] body) {
        Picture picture = Picture.of(body);
        // First the file, so that no entry names what is not there; and no file for what the rules refuse.
        if (books.shop().item(id).filter(Item::onOffer).isPresent()) {
            pictures.put(picture);
        }
        return acts.write(request, new ItemPictured(id, picture.hash()));
    }
}

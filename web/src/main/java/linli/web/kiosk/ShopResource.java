package linli.web.kiosk;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import linli.entry.EntryId;
import linli.ledger.Books;
import linli.picture.Picture;
import linli.picture.Pictures;
import linli.web.act.KeyFilter;
import linli.web.caller.Allowed;
import linli.web.caller.Visitor;
import linli.web.caller.Who;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.door.Typed;
import linli.web.page.Frame;
import linli.web.screen.Address;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import org.jspecify.annotations.Nullable;

/** The shelf of the points shop. Looking takes no PIN. */
@Path("kiosk/shop")
@Produces(Html.NAME)
public final class ShopResource {
    /** The address of a picture has its hash: another picture has another address. */
    private static final String FOR_LONG = "private, max-age=31536000, immutable";

    private final Screens screens;
    private final Books books;
    private final Pictures pictures;

    ShopResource(Means means) {
        this.screens = means.screens();
        this.books = means.books();
        this.pictures = new Pictures(means.office().ledger().node().folder());
    }

    @GET
    @Allowed(Who.KIOSK)
    public Response shelf(
            @Context ContainerRequestContext request,
            @QueryParam("basket") @Nullable String basket,
            @QueryParam("request") @Nullable String key) {
        if (key == null || !KeyFilter.isKey(key) || isUsed(request, key)) {
            // Whoever comes anew, or comes back after a redemption, begins with an empty basket.
            return Address.to(Shopping.shelf(Basket.EMPTY, Frame.drawRequest()));
        }
        Shopping shopping =
                Shopping.of(Basket.of(basket), key, Visitor.of(request).caller().volunteer(), books);
        return screens.show(request, "kiosk/shop.jte", shopping);
    }

    private boolean isUsed(ContainerRequestContext request, String key) {
        return books.entryOf(KeyFilter.of(Visitor.of(request).caller(), key)).isPresent();
    }

    @GET
    @Path("pictures/{item}/{hash}")
    @Produces({"image/png", "image/jpeg", "image/webp"})
    @Allowed(Who.KIOSK)
    public Response picture(@PathParam("item") String item, @PathParam("hash") String hash) {
        EntryId id = Typed.entryHere(item);
        Picture picture = Optional.of(id)
                .flatMap(books.shop()::item)
                .flatMap(known -> Optional.ofNullable(known.picture()))
                .filter(named -> PictureAddress.hex(named).equals(hash))
                .flatMap(pictures::find)
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        return Response.ok(picture.toBytes(), picture.format().mediaType())
                .header(HttpHeaders.CACHE_CONTROL, FOR_LONG)
                .build();
    }
}

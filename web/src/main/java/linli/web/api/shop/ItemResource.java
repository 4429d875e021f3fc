package linli.web.api.shop;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import linli.entry.EntryId;
import linli.entry.ShopEvent.ItemDelisted;
import linli.entry.ShopEvent.ItemListed;
import linli.entry.ShopEvent.ItemRepriced;
import linli.ledger.Books;
import linli.ledger.Item;
import linli.web.act.Acts;
import linli.web.act.Reason;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.door.Json;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.list.Csv;
import linli.web.list.Page;
import linli.web.list.Paging;
import org.jspecify.annotations.Nullable;

/** The shelf: what can be had for points, and what it costs. */
@Path("api/v1")
@Produces(Json.TYPE)
public final class ItemResource {
    private final Books books;
    private final Acts acts;

    public ItemResource(Books books, Acts acts) {
        this.books = books;
        this.acts = acts;
    }

    private record NewItem(
            String name, String unit, long points, @Nullable Integer validDays) {
        ItemListed event() {
            return new ItemListed(name, unit, points, validDays);
        }
    }

    private record NewPrice(long points) {}

    /** Items of this branch's shop, oldest first. */
    @GET
    @Path("shop/items")
    @Produces({Json.TYPE, Csv.NAME})
    @Allowed({Who.KIOSK, Who.VOLUNTEER, Who.STAFF})
    public Page<ItemJson> list(
            @Context ContainerRequestContext request, @QueryParam("onOffer") @Nullable Boolean onOffer) {
        Paging paging = Paging.of(request);
        return books.together(all -> {
            List<Item> asked = all.shop().items().stream()
                    .filter(item -> onOffer == null || onOffer == item.onOffer())
                    .toList();
            return paging.page(asked, Item::id, Paging.OLDEST_FIRST, item -> ItemJson.of(item, all));
        });
    }

    /** One item, with what it has cost. */
    @GET
    @Path("shop/items/{id}")
    @Allowed({Who.KIOSK, Who.VOLUNTEER, Who.STAFF})
    public Record item(@PathParam("id") EntryId id) {
        return books.together(all -> all.shop()
                .item(id)
                .map(item -> ItemJson.Priced.of(item, all))
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND)));
    }

    @POST
    @Path("shop/items")
    @Consumes(Json.TYPE)
    @Writes
    @Allowed(Who.CLERK)
    public Response listItem(@Context ContainerRequestContext request, byte[] body) {
        return acts.write(request, Json.read(body, NewItem.class).event());
    }

    @POST
    @Path("shop/items/{id}/price")
    @Consumes(Json.TYPE)
    @Writes
    @Allowed(Who.CLERK)
    public Response reprice(@Context ContainerRequestContext request, @PathParam("id") EntryId id, byte[] body) {
        return acts.write(
                request, new ItemRepriced(id, Json.read(body, NewPrice.class).points()));
    }

    /** Takes it off the shelf. What is left of it can still be counted. */
    @POST
    @Path("shop/items/{id}/delisting")
    @Consumes(Json.TYPE)
    @Writes
    @Allowed(Who.CLERK)
    public Response delist(@Context ContainerRequestContext request, @PathParam("id") EntryId id, byte[] body) {
        return acts.write(request, new ItemDelisted(id, Reason.in(body)));
    }
}

package linli.web.api.shop;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import linli.entry.EntryId;
import linli.entry.ShopEvent.StockCounted;
import linli.entry.ShopEvent.StockReceived;
import linli.ledger.Books;
import linli.ledger.ItemDay;
import linli.ledger.ItemLine;
import linli.ledger.ShopBook;
import linli.ledger.Turnover;
import linli.web.act.Acts;
import linli.web.act.SecondPerson;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.door.Json;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.door.Typed;
import linli.web.list.Csv;
import linli.web.list.Page;
import linli.web.list.Paging;
import org.jspecify.annotations.Nullable;

/** The storeroom: what came, what was counted, and how each item's stock came to what it is. */
@Path("api/v1")
@Produces(Json.TYPE)
public final class StockResource {
    private final Books books;
    private final Acts acts;
    private final SecondPerson second;

    public StockResource(Books books, Acts acts, SecondPerson second) {
        this.books = books;
        this.acts = acts;
        this.second = second;
    }

    private record Delivered(
            EntryId item, int quantity, @Nullable String donor) {}

    private record Counted(EntryId item, int quantity, SecondPerson.Credentials second) {}

    private record Day(
            LocalDate day,
            long redeemed,
            long reversed,
            long spentPoints,
            long returnedPoints,
            long couponsUsed,
            long received,
            long stockTakes,
            long difference,
            long stock) {
        static Day of(ItemDay day) {
            Turnover sums = day.turnover();
            return new Day(
                    day.day(),
                    sums.redeemed(),
                    sums.reversed(),
                    sums.spentPoints(),
                    sums.returnedPoints(),
                    sums.couponsUsed(),
                    sums.received(),
                    sums.stockTakes(),
                    sums.difference(),
                    day.stock());
        }
    }

    /** Takes a delivery in; of a coupon, services that somebody has promised. */
    @POST
    @Path("shop/deliveries")
    @Consumes(Json.TYPE)
    @Writes
    @Allowed(Who.CLERK)
    public Response receive(@Context ContainerRequestContext request, byte[] body) {
        Delivered typed = Json.read(body, Delivered.class);
        return acts.write(request, new StockReceived(typed.item(), typed.quantity(), typed.donor()));
    }

    @GET
    @Path("shop/deliveries")
    @Produces({Json.TYPE, Csv.NAME})
    @Allowed(Who.STAFF)
    public Page<ItemLineJson> deliveries(@Context ContainerRequestContext request) {
        return lines(Paging.of(request), ShopBook::deliveries);
    }

    /** Writes down what two people counted, the second with their own password: the stock is that from here on. */
    @POST
    @Path("shop/stock-takes")
    @Consumes(Json.TYPE)
    @Writes
    @Allowed(Who.CLERK)
    public Response count(@Context ContainerRequestContext request, @Context HttpServletRequest from, byte[] body) {
        Counted typed = Json.read(body, Counted.class);
        String handle = second.vouched(typed.second(), from);
        return acts.write(request, new StockCounted(typed.item(), typed.quantity(), handle));
    }

    @GET
    @Path("shop/stock-takes")
    @Produces({Json.TYPE, Csv.NAME})
    @Allowed(Who.STAFF)
    public Page<ItemLineJson> stockTakes(@Context ContainerRequestContext request) {
        return lines(Paging.of(request), ShopBook::stockTakes);
    }

    /** What the staff did with an item: its prices, deliveries and stock-takes, newest first. */
    @GET
    @Path("shop/items/{id}/history")
    @Produces({Json.TYPE, Csv.NAME})
    @Allowed(Who.STAFF)
    public Page<ItemLineJson> history(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        requireItem(id);
        return lines(Paging.of(request), shop -> shop.history(id));
    }

    private Page<ItemLineJson> lines(Paging paging, Function<ShopBook, List<? extends ItemLine>> lines) {
        return books.together(all -> paging.page(
                List.<ItemLine>copyOf(lines.apply(all.shop())),
                ItemLine::entry,
                Paging.NEWEST_FIRST,
                line -> ItemLineJson.of(line, all)));
    }

    /** An item's stock card: the days on which something happened to it, newest first. */
    @GET
    @Path("shop/items/{id}/stock-card")
    @Produces({Json.TYPE, Csv.NAME})
    @Allowed(Who.STAFF)
    public Page<Day> stockCard(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        requireItem(id);
        Paging paging = Paging.of(request);
        LocalDate from = Optional.ofNullable(paging.from()).map(Typed::day).orElse(null);
        return paging.page(books.shop().stockCard(id, from, paging.toRead()), ItemDay::day, Day::of);
    }

    private void requireItem(EntryId id) {
        if (books.shop().item(id).isEmpty()) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
    }
}

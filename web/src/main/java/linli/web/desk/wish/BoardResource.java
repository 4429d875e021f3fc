package linli.web.desk.wish;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import linli.entry.WishEvent.Kind;
import linli.ledger.Books;
import linli.ledger.Ledger;
import linli.ledger.Wish;
import linli.ledger.Wish.State;
import linli.ledger.WishBook.Asked;
import linli.ledger.WishesToDo;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.desk.Listing;
import linli.web.door.Typed;
import linli.web.list.Paging;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import org.jspecify.annotations.Nullable;

/** The board: everything that is asked for and goes on, by where it stands, what presses on top. */
@Path("desk/wishes")
@Produces(Html.NAME)
public final class BoardResource {
    static final String ADDRESS = "/desk/wishes";
    /** Most cards of a column; when these are done, the others come up. */
    private static final int MOST_CARDS = 50;

    private final Screens screens;
    private final Ledger ledger;
    private final Books books;

    BoardResource(Means means) {
        this.screens = means.screens();
        this.ledger = means.office().ledger();
        this.books = means.books();
    }

    /**
     * What stands alike.
     *
     * @param all how many there are, be they shown or not
     */
    public record Column(State state, List<Card> cards, int all) {
        /** How many are not shown. */
        public int more() {
            return all - cards.size();
        }
    }

    /**
     * The board.
     *
     * @param kind the only one that is shown; null for all
     * @param requests of other branches that wait for somebody here
     */
    public record Board(@Nullable Kind kind, List<Column> columns, List<Request> requests) {
        public boolean isEmpty() {
            return columns.stream().allMatch(column -> column.all() == 0);
        }
    }

    /** What has ended, newest first. */
    public record Ended(@Nullable Kind kind, Listing<Card> listing) {}

    @GET
    @Allowed(Who.STAFF)
    public Response board(@Context ContainerRequestContext request, @QueryParam("kind") @Nullable String typed) {
        Kind kind = kind(typed);
        LocalDate today = ledger.today();
        Instant now = ledger.now();
        Board board = books.together(all -> {
            List<Card> cards = all.wishes().open().stream()
                    .filter(wish -> kind == null || wish.kind() == kind)
                    .map(wish -> Card.of(wish, today, now, all))
                    .sorted(Card.PRESSING)
                    .toList();
            return new Board(kind, columns(cards), requests(all));
        });
        return screens.show(request, "desk/wish/board.jte", board);
    }

    private static @Nullable Kind kind(@Nullable String typed) {
        return typed == null || typed.isEmpty() ? null : Typed.word(Kind.class, typed);
    }

    private static List<Column> columns(List<Card> cards) {
        List<Column> columns = new ArrayList<>();
        for (State state : State.values()) {
            if (state.goesOn()) {
                List<Card> those =
                        cards.stream().filter(card -> card.state() == state).toList();
                columns.add(new Column(state, those.stream().limit(MOST_CARDS).toList(), those.size()));
            }
        }
        return columns;
    }

    private static List<Request> requests(Books books) {
        WishesToDo toDo = books.toDo().wishes();
        return Stream.concat(toDo.toAnswer().stream(), toDo.toRelease().stream())
                .sorted(Comparator.comparing((Asked asked) -> asked.request().id()))
                .map(asked -> Request.of(asked, books))
                .toList();
    }

    @GET
    @Path("ended")
    @Allowed(Who.STAFF)
    public Response ended(@Context ContainerRequestContext request, @QueryParam("kind") @Nullable String typed) {
        Kind kind = kind(typed);
        Paging paging = Paging.of(request);
        LocalDate today = ledger.today();
        Instant now = ledger.now();
        Listing<Card> listing = books.together(all -> Listing.of(
                request,
                paging.page(
                        all.wishes()
                                .of(
                                        all.branch(),
                                        paging.fromEntry(),
                                        wish -> !wish.state().goesOn() && (kind == null || wish.kind() == kind),
                                        paging.toRead()),
                        Wish::id,
                        wish -> Card.of(wish, today, now, all))));
        return screens.show(request, "desk/wish/ended.jte", new Ended(kind, listing));
    }
}

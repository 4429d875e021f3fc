package linli.web.desk;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import linli.entry.EntryId;
import linli.entry.VolunteeringEvent.ActivityOpened;
import linli.ledger.Activity;
import linli.ledger.Books;
import linli.ledger.Ledger;
import linli.ledger.Visit;
import linli.web.act.Acts;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.door.Typed;
import linli.web.form.Form;
import linli.web.list.Paging;
import linli.web.screen.Address;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import org.jspecify.annotations.Nullable;

/** Activities: which there are, and a new one. */
@Path("desk/activities")
@Produces(Html.NAME)
public final class ActivitiesResource {
    static final String ADDRESS = "/desk/activities";

    private final Screens screens;
    private final Acts acts;
    private final Ledger ledger;
    private final Books books;

    ActivitiesResource(Means means) {
        this.screens = means.screens();
        this.acts = means.acts();
        this.ledger = means.office().ledger();
        this.books = means.books();
    }

    /** Which activities are asked for. */
    public enum Shown {
        OPEN,
        OVER,
        CLOSED
    }

    /**
     * An activity in a list.
     *
     * @param here how many serve in it now
     * @param over whether its last day has passed and nobody has closed it
     */
    public record Line(Activity activity, long here, boolean over) {}

    /** A list of activities. */
    public record Activities(Shown shown, Listing<Line> lines, List<Categories.Choice> categories) {}

    /** What a new activity can be. */
    public record Opening(List<Categories.Choice> categories, LocalDate today) {}

    @GET
    @Allowed(Who.STAFF)
    public Response list(@Context ContainerRequestContext request, @QueryParam("show") @Nullable String show) {
        Shown shown = show == null ? Shown.OPEN : Typed.word(Shown.class, show);
        LocalDate today = ledger.today();
        Paging paging = Paging.of(request);
        Activities activities = books.together(all -> {
            Map<EntryId, Long> here =
                    all.toDo().visits().stream().collect(Collectors.groupingBy(Visit::activity, Collectors.counting()));
            Function<Activity, Line> line = activity -> new Line(
                    activity, here.getOrDefault(activity.id(), 0L), activity.open() && activity.isOverOn(today));
            return new Activities(
                    shown,
                    Listing.of(request, paging.page(those(shown, today, all), Activity::id, Paging.NEWEST_FIRST, line)),
                    Categories.of(all));
        });
        return screens.show(request, "desk/activities.jte", activities);
    }

    private static List<Activity> those(Shown shown, LocalDate today, Books books) {
        return books.activities().stream()
                .filter(activity -> activity.id().branch() == books.branch())
                .filter(activity -> switch (shown) {
                    case OPEN -> activity.open() && !activity.isOverOn(today);
                    case OVER -> activity.open() && activity.isOverOn(today);
                    case CLOSED -> !activity.open();
                })
                .toList();
    }

    @GET
    @Path("new")
    @Allowed(Who.CLERK)
    public Response form(@Context ContainerRequestContext request) {
        return screens.show(request, "desk/open.jte", new Opening(Categories.of(books), ledger.today()));
    }

    @POST
    @Path("new")
    @Writes
    @Allowed(Who.CLERK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response open(@Context ContainerRequestContext request) {
        Form form = Form.of(request);
        ActivityOpened event = new ActivityOpened(
                form.text("name"),
                form.text("place"),
                form.text("category"),
                form.optional("first-day").map(Typed::day).orElse(null),
                form.optional("last-day").map(Typed::day).orElse(null),
                form.optional("in-charge").orElse(null),
                form.optional("usual-minutes").map(Typed::whole).orElse(null));
        EntryId id = acts.of(request).post(event).id();
        return Address.to(ADDRESS + "/" + id, "opened");
    }
}

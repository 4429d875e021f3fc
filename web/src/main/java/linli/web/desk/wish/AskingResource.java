package linli.web.desk.wish;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import linli.entry.EntryId;
import linli.entry.WishEvent.Kind;
import linli.ledger.AdoptedPolicy;
import linli.ledger.Books;
import linli.ledger.Ledger;
import linli.ledger.Policy;
import linli.ledger.WishPolicy;
import linli.office.WishDesk;
import linli.profile.WishDetails;
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

/** A clerk writes down what somebody asks for: a resident, or a volunteer who stands at the desk. */
@Path("desk/wishes")
@Produces(Html.NAME)
public final class AskingResource {
    private final Screens screens;
    private final Acts acts;
    private final Ledger ledger;
    private final Books books;
    private final WishDesk desk;

    AskingResource(Means means) {
        this.screens = means.screens();
        this.acts = means.acts();
        this.ledger = means.office().ledger();
        this.books = means.books();
        this.desk = means.office().wishes();
    }

    /**
     * What the form begins with.
     *
     * @param policies what holds for each kind
     */
    public record Asking(List<WishPolicy> policies, LocalDate today) {}

    @GET
    @Path("new")
    @Allowed(Who.CLERK)
    public Response form(@Context ContainerRequestContext request) {
        List<WishPolicy> policies = books.policy()
                .map(AdoptedPolicy::document)
                .map(Policy::parse)
                .map(Policy::wishes)
                .orElse(List.of());
        return screens.show(request, "desk/wish/asking.jte", new Asking(policies, ledger.today()));
    }

    @POST
    @Path("new")
    @Writes
    @Allowed(Who.CLERK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response post(@Context ContainerRequestContext request) {
        Form form = Form.of(request);
        WishDetails details = new WishDetails(
                form.optional("words").orElse(null),
                form.optional("address").orElse(null),
                form.optional("contact").orElse(null),
                form.optional("phone").orElse(null));
        Acts.Act act = acts.of(request);
        WishDesk.Asking asking = new WishDesk.Asking(
                form.word(Kind.class, "kind"),
                form.optional("number").map(Typed::number).orElse(null),
                form.text("title"),
                details,
                form.optional("points")
                        .map(points -> Typed.whole(points).longValue())
                        .orElse(null),
                form.optional("last-day").map(Typed::day).orElse(null),
                act.request());
        EntryId id = Acts.recorded(desk.post(asking, act.by())).id();
        return Address.to(BoardResource.ADDRESS + "/" + id, "board-posted");
    }
}

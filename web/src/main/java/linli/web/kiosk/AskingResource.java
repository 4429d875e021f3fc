package linli.web.kiosk;

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
import linli.entry.WishEvent.Kind;
import linli.ledger.Books;
import linli.ledger.Policy;
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

/** Asking for something oneself: first what kind, then what. */
@Path("kiosk/wishes")
@Produces(Html.NAME)
public final class AskingResource {
    private final Screens screens;
    private final Books books;
    private final Acts acts;
    private final WishDesk desk;

    AskingResource(Means means) {
        this.screens = means.screens();
        this.books = means.books();
        this.acts = means.acts();
        this.desk = means.office().wishes();
    }

    /**
     * Asking for something.
     *
     * @param kind what; null as long as that is the question
     * @param points that whoever does it, or had the idea, gets
     */
    public record Asking(@Nullable Kind kind, long points) {
        /** What can be asked for. */
        public List<Kind> kinds() {
            return List.of(Kind.values());
        }
    }

    @GET
    @Path("new")
    @Allowed(Who.AT_KIOSK)
    public Response ask(@Context ContainerRequestContext request, @QueryParam("kind") @Nullable String typed) {
        Kind kind = typed == null ? null : Typed.word(Kind.class, typed);
        long points = kind == null
                ? 0
                : Policy.parse(books.policy().orElseThrow().document()).of(kind).points();
        return screens.show(request, "kiosk/ask.jte", new Asking(kind, points));
    }

    @POST
    @Writes
    @Allowed(Who.AT_KIOSK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response post(@Context ContainerRequestContext request) {
        Form form = Form.of(request);
        Acts.Act act = acts.of(request);
        WishDetails details = new WishDetails(
                null,
                form.optional("address").orElse(null),
                form.optional("contact").orElse(null),
                form.optional("phone").orElse(null));
        WishDesk.Asking asking = new WishDesk.Asking(
                form.word(Kind.class, "kind"),
                Self.of(request),
                form.text("title"),
                details,
                null,
                null,
                act.request());
        Acts.recorded(desk.post(asking, act.by()));
        return Address.to("/kiosk/wishes/mine", "wish-posted");
    }
}

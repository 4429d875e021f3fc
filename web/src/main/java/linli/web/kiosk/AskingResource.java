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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import linli.entry.VolunteerNo;
import linli.entry.WishEvent.Kind;
import linli.ledger.Books;
import linli.ledger.Policy;
import linli.office.Office;
import linli.office.WishDesk;
import linli.profile.Profile;
import linli.profile.WishDetails;
import linli.web.act.Acts;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Self;
import linli.web.caller.Visitor;
import linli.web.caller.Who;
import linli.web.door.Typed;
import linli.web.form.Form;
import linli.web.page.Words;
import linli.web.screen.Address;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import org.jspecify.annotations.Nullable;

/** Asking for something oneself: first what kind, then what. Nothing has to be typed. */
@Path("kiosk/wishes")
@Produces(Html.NAME)
public final class AskingResource {
    /** Between what is often asked for, where the words list it. */
    private static final String COMMON_ENDS = "\\|";

    private static final int PHONE_SHOWN = 4;

    private final Screens screens;
    private final Books books;
    private final Acts acts;
    private final Office office;

    AskingResource(Means means) {
        this.screens = means.screens();
        this.books = means.books();
        this.acts = means.acts();
        this.office = means.office();
    }

    /**
     * Asking for something.
     *
     * @param kind what; null as long as that is the question
     * @param points that whoever does it, or had the idea, gets
     * @param common what is often asked for of this kind, to be pressed and not typed
     * @param phone the end of the telephone that the node knows of them; null where there is none, or nobody need call
     */
    public record Asking(
            @Nullable Kind kind, long points, List<String> common, @Nullable String phone) {
        /** What can be asked for. */
        public List<Kind> kinds() {
            return List.of(Kind.values());
        }
    }

    @GET
    @Path("new")
    @Allowed(Who.AT_KIOSK)
    public Response ask(@Context ContainerRequestContext request, @QueryParam("kind") @Nullable String typed) {
        Asking asking = typed == null
                ? new Asking(null, 0, List.of(), null)
                : asking(request, Typed.word(Kind.class, typed));
        return screens.show(request, "kiosk/ask.jte", asking);
    }

    private Asking asking(ContainerRequestContext request, Kind kind) {
        Words words = Words.of(Visitor.of(request).language());
        String common = words.text("kiosk.ask.common", kind);
        return new Asking(
                kind,
                Policy.parse(books.policy().orElseThrow().document()).of(kind).points(),
                Arrays.asList(common.split(COMMON_ENDS, -1)),
                kind == Kind.SUGGESTION ? null : endOfPhone(Self.of(request)));
    }

    /** As much of it as tells its owner which one it is, and nobody behind them the number. */
    private @Nullable String endOfPhone(VolunteerNo self) {
        return office.profile(self)
                .map(Profile::phone)
                .map(phone -> phone.substring(phone.length() - PHONE_SHOWN))
                .orElse(null);
    }

    @POST
    @Writes
    @Allowed(Who.AT_KIOSK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response post(@Context ContainerRequestContext request) {
        Form form = Form.of(request);
        Acts.Act act = acts.of(request);
        VolunteerNo self = Self.of(request);
        WishDesk.Asking asking = new WishDesk.Asking(
                form.word(Kind.class, "kind"), self, title(form), details(form, self), null, null, act.request());
        Acts.recorded(office.wishes().post(asking, act.by()));
        return Address.to("/kiosk/wishes/mine", "wish-posted");
    }

    /** What was typed; where nothing was, what was pressed. */
    private static String title(Form form) {
        return form.optional("title").orElseGet(() -> form.text("common"));
    }

    private WishDetails details(Form form, VolunteerNo self) {
        Optional<Profile> own = form.ticked("call-me") ? office.profile(self) : Optional.empty();
        return new WishDetails(
                null,
                form.optional("address").orElse(null),
                form.optional("contact").or(() -> own.map(Profile::name)).orElse(null),
                form.optional("phone").or(() -> own.map(Profile::phone)).orElse(null));
    }
}

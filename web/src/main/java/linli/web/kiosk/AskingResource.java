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
import linli.ledger.WishPolicy;
import linli.office.Office;
import linli.office.WishDesk;
import linli.profile.Profile;
import linli.profile.WishDetails;
import linli.web.act.Acts;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Self;
import linli.web.caller.Visitor;
import linli.web.caller.Visitors;
import linli.web.caller.Who;
import linli.web.door.Typed;
import linli.web.form.Form;
import linli.web.form.Unasked;
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
    private final Visitors visitors;
    private final Drafts drafts;

    AskingResource(Means means) {
        this.screens = means.screens();
        this.books = means.books();
        this.acts = means.acts();
        this.office = means.office();
        this.visitors = means.visitors();
        this.drafts = new Drafts(means.clock());
    }

    /**
     * The question what kind of thing somebody asks for.
     *
     * @param begun what they had begun to ask for when they were interrupted; null where they had not
     */
    public record Choosing(@Nullable Draft begun) {
        /** What can be asked for. */
        public List<Kind> kinds() {
            return List.of(Kind.values());
        }
    }

    /**
     * The form of a wish.
     *
     * @param draft what stands in it
     * @param again whether that is what they typed before they were interrupted
     * @param mark of whom the form was shown to, by which it is theirs when their session is over
     * @param policy how many points it is worth, and to whom
     * @param common what is often asked for of this kind, to be pressed and not typed
     * @param phone the end of the telephone that the node knows of them; null where there is none, or nobody need call
     */
    public record Asking(
            Draft draft,
            boolean again,
            String mark,
            WishPolicy policy,
            List<String> common,
            @Nullable String phone) {}

    @GET
    @Path("new")
    @Allowed(Who.AT_KIOSK)
    public Response ask(@Context ContainerRequestContext request, @QueryParam("kind") @Nullable String typed) {
        Optional<Draft> begun = drafts.of(Visitor.of(request), Self.of(request));
        if (typed == null) {
            return screens.show(request, "kiosk/kinds.jte", new Choosing(begun.orElse(null)));
        }
        Kind kind = Typed.word(Kind.class, typed);
        Optional<Draft> same = begun.filter(draft -> draft.kind() == kind);
        return screens.show(
                request, "kiosk/ask.jte", asking(request, same.orElseGet(() -> Draft.empty(kind)), same.isPresent()));
    }

    private Asking asking(ContainerRequestContext request, Draft draft, boolean again) {
        Visitor visitor = Visitor.of(request);
        VolunteerNo self = Self.of(request);
        Kind kind = draft.kind();
        String common = Words.of(visitor.language()).text("kiosk.ask.common", kind);
        return new Asking(
                draft,
                again,
                Drafts.mark(visitor, self),
                Policy.parse(books.policy().orElseThrow().document()).of(kind),
                Arrays.asList(common.split(COMMON_ENDS, -1)),
                kind == Kind.SUGGESTION ? null : endOfPhone(self));
    }

    /** As much of it as tells its owner which one it is, and nobody behind them the number. */
    private @Nullable String endOfPhone(VolunteerNo self) {
        return office.profile(self)
                .map(Profile::phone)
                .map(phone -> phone.substring(phone.length() - PHONE_SHOWN))
                .orElse(null);
    }

    /** Whose session ended while they typed says once more who they are, and goes on where they were. */
    @POST
    @Writes
    @Unasked
    @Allowed(Who.KIOSK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response post(@Context ContainerRequestContext request) {
        Visitor visitor = Visitor.of(request);
        if (!visitor.caller().is(Who.AT_KIOSK)) {
            return keep(request);
        }
        Form form = Form.of(request);
        visitors.requireToken(visitor, form.optional(Form.TOKEN).orElse(null));
        Acts.Act act = acts.of(request);
        VolunteerNo self = Self.of(request);
        WishDesk.Asking asking = new WishDesk.Asking(
                form.word(Kind.class, "kind"), self, title(form), details(form, self), null, null, act.request());
        Acts.recorded(office.wishes().post(asking, act.by()));
        drafts.forget(visitor);
        return Address.to("/kiosk/wishes/mine", "wish-posted");
    }

    /**
     * Keeps what was typed for whom the form was shown to. No token is asked for, since that of a session is over with it: the mark
     * says whose it is, and nobody else reads it.
     */
    @POST
    @Path("draft")
    @Unasked
    @Allowed(Who.KIOSK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response keep(@Context ContainerRequestContext request) {
        Form form = Form.of(request);
        Draft draft = Draft.of(form);
        drafts.keep(Visitor.of(request), form.optional("mark").orElse(""), draft);
        String here = "/kiosk/wishes/new?kind=" + Typed.word(draft.kind());
        return Address.to(PinResource.addressFor(here), "words-kept");
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

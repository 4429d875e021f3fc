package linli.web.kiosk;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.entry.WishEvent.WishClaimRequested;
import linli.entry.WishEvent.WishClaimWithdrawn;
import linli.ledger.Books;
import linli.ledger.ClaimRequest;
import linli.ledger.Ledger;
import linli.ledger.Wish;
import linli.ledger.WishBook.Asked;
import linli.web.act.Acts;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Self;
import linli.web.caller.Visitor;
import linli.web.caller.Who;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.door.Typed;
import linli.web.form.Form;
import linli.web.screen.Address;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import org.jspecify.annotations.Nullable;

/** Wishes that hang at other branches, and asking those to let one take them on. Looking takes no PIN. */
@Path("kiosk/wishes-elsewhere")
@Produces(Html.NAME)
public final class ElsewhereResource {
    private static final String ELSEWHERE = "/kiosk/wishes-elsewhere/";

    private final Screens screens;
    private final Ledger ledger;
    private final Books books;
    private final Acts acts;

    ElsewhereResource(Means means) {
        this.screens = means.screens();
        this.ledger = means.office().ledger();
        this.books = means.books();
        this.acts = means.acts();
    }

    /** Some of what hangs elsewhere, those that end first come first. */
    @GET
    @Allowed(Who.KIOSK)
    public Response elsewhere(@Context ContainerRequestContext request, @QueryParam("page") @Nullable String typed) {
        Optional<VolunteerNo> self = Visitor.of(request).caller().volunteer();
        Part<Afar> part = books.together(all -> Part.of(
                wishes(all, ledger.today()).stream()
                        .sorted(Comparator.comparing(Wish::lastDay))
                        .map(wish -> Afar.of(wish, self, all)),
                typed));
        return screens.show(request, "kiosk/elsewhere.jte", part);
    }

    /** What somebody here could ask other branches for. What was given to a team there is for that team. */
    static List<Wish> wishes(Books books, LocalDate today) {
        return books.wishes().claimableElsewhere().stream()
                .filter(wish -> WallResource.isForAnybody(wish, today))
                .toList();
    }

    @GET
    @Path("{id}")
    @Allowed(Who.KIOSK)
    public Response wish(@Context ContainerRequestContext request, @PathParam("id") String id) {
        Optional<VolunteerNo> self = Visitor.of(request).caller().volunteer();
        return books.wishes()
                .find(Typed.entryHere(id))
                .filter(wish -> wish.id().branch() != books.branch())
                .map(wish -> Afar.of(wish, self, books))
                .filter(afar -> afar.wish().isPublic() || afar.asked() != null)
                .map(afar -> screens.show(request, "kiosk/afar.jte", afar))
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    @POST
    @Path("{id}/request")
    @Writes
    @Allowed(Who.AT_KIOSK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ask(@Context ContainerRequestContext request, @PathParam("id") String id) {
        EntryId wish = Typed.entryHere(id);
        acts.of(request).post(new WishClaimRequested(wish, Self.of(request)));
        return Address.to(ELSEWHERE + wish, "wish-requested");
    }

    @GET
    @Path("requests/{id}/withdrawal")
    @Allowed(Who.AT_KIOSK)
    public Response whyWithdrawn(@Context ContainerRequestContext request, @PathParam("id") String id) {
        VolunteerNo self = Self.of(request);
        return books.wishes()
                .request(Typed.entryHere(id))
                .filter(asked -> asked.request().volunteer().equals(self)
                        && asked.request().withdrawal() == null)
                .flatMap(asked -> Afar.of(asked, books))
                .map(afar -> screens.show(request, "kiosk/why.jte", why(afar, Typed.entryHere(id))))
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    private static Why why(Afar afar, EntryId asked) {
        return new Why(
                "request",
                afar.wish().title(),
                ELSEWHERE + afar.wish().id(),
                ELSEWHERE + "requests/" + asked + "/withdrawal");
    }

    @POST
    @Path("requests/{id}/withdrawal")
    @Writes
    @Allowed(Who.AT_KIOSK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@Context ContainerRequestContext request, @PathParam("id") String id) {
        EntryId asked = Typed.entryHere(id);
        acts.of(request).post(new WishClaimWithdrawn(asked, Form.of(request).text("reason")));
        EntryId wish = books.wishes()
                .request(asked)
                .map(Asked::request)
                .map(ClaimRequest::wish)
                .orElseThrow();
        return Address.to(ELSEWHERE + wish, "request-withdrawn");
    }
}

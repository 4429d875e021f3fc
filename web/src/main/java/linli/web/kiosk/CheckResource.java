package linli.web.kiosk;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.CheckedIn;
import linli.ledger.Activity;
import linli.ledger.Ledger;
import linli.ledger.Visit;
import linli.web.act.Acts;
import linli.web.act.CheckOuts;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Visitor;
import linli.web.caller.Who;
import linli.web.door.ProblemException;
import linli.web.door.Typed;
import linli.web.form.Form;
import linli.web.screen.Address;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;

/** Checking in and out, for which a card or the number on it is enough. */
@Path("kiosk/check")
@Produces(Html.NAME)
public final class CheckResource {
    private static final String CHECK = "/kiosk/check";
    /** So long after, a page still says what was written; it is nobody else's business. */
    private static final Duration SHOWN_FOR = Duration.ofMinutes(10);

    private final Screens screens;
    private final Ledger ledger;
    private final Acts acts;

    CheckResource(Means means) {
        this.screens = means.screens();
        this.ledger = means.office().ledger();
        this.acts = means.acts();
    }

    @GET
    @Allowed(Who.KIOSK)
    public Response number(@Context ContainerRequestContext request) {
        return Visitor.of(request)
                .caller()
                .volunteer()
                .map(self -> step(request, self))
                .orElseGet(() -> asked(request, Response.Status.OK, new PinResource.Question("", "", null, 0)));
    }

    /** With one thing to check in to, holding a card to the reader is all that is to be done. */
    @POST
    @Writes
    @Allowed(Who.KIOSK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response card(@Context ContainerRequestContext request) {
        Optional<EntryId> before = acts.of(request).written();
        if (before.isPresent()) {
            return written(before.get());
        }
        String typed = Form.of(request).optional("number").orElse("");
        VolunteerNo who;
        try {
            who = CardText.number(typed);
        } catch (ProblemException malformed) {
            PinResource.Question again =
                    new PinResource.Question("", typed, malformed.fault().code(), 0);
            return asked(request, Response.Status.BAD_REQUEST, again);
        }
        List<Activity> open = openToday();
        return visit(who).isEmpty() && open.size() == 1
                ? checkIn(request, who, open.get(0).id())
                : step(request, who);
    }

    private Response asked(ContainerRequestContext request, Response.Status status, PinResource.Question question) {
        return screens.tried(request, status, "kiosk/check.jte", question, Duration.ZERO);
    }

    private Response step(ContainerRequestContext request, VolunteerNo who) {
        return visit(who)
                .map(visit -> screens.show(request, "kiosk/out.jte", Leaving.of(visit, ledger)))
                .orElseGet(() -> screens.show(
                        request, "kiosk/in.jte", new Coming(who, openToday(), Missed.of(who, ledger.books()))));
    }

    private Optional<Visit> visit(VolunteerNo who) {
        return ledger.books().toDo().visits().stream()
                .filter(visit -> visit.volunteer().equals(who))
                .findFirst();
    }

    private List<Activity> openToday() {
        return ledger.books().toDo().openActivities().stream()
                .filter(activity -> activity.includes(ledger.today()))
                .toList();
    }

    @POST
    @Path("in")
    @Writes
    @Allowed(Who.KIOSK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response in(@Context ContainerRequestContext request) {
        Form form = Form.of(request);
        return checkIn(request, form.number("number"), form.entry("activity"));
    }

    private Response checkIn(ContainerRequestContext request, VolunteerNo who, EntryId activity) {
        return written(acts.of(request).post(new CheckedIn(who, activity)).id());
    }

    @POST
    @Path("out")
    @Writes
    @Allowed(Who.KIOSK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response out(@Context ContainerRequestContext request) {
        VolunteerNo who = Form.of(request).number("number");
        return written(acts.of(request)
                .postReckoned(earlier -> CheckOuts.of(who, ledger.books(), earlier))
                .id());
    }

    private static Response written(EntryId entry) {
        return Address.to(CHECK + "/" + entry);
    }

    /** What was just written. It says who to nobody. */
    @GET
    @Path("{entry}")
    @Allowed(Who.KIOSK)
    public Response done(@Context ContainerRequestContext request, @PathParam("entry") String entry) {
        EntryId id = Typed.entryHere(entry);
        return ledger.entry(id)
                .filter(written -> isFresh(written.atSeconds()))
                .flatMap(written -> Checked.of(id, written, ledger.books()))
                .map(checked -> screens.show(request, "kiosk/checked.jte", checked))
                .orElseGet(() -> Address.to(HallResource.HOME));
    }

    private boolean isFresh(long atSeconds) {
        return ledger.now().minus(SHOWN_FOR).isBefore(Instant.ofEpochSecond(atSeconds));
    }
}

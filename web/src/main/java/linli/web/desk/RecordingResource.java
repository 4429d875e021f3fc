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
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import linli.entry.EntryId;
import linli.entry.HoursEvent.HoursRecorded;
import linli.entry.VolunteerNo;
import linli.ledger.Activity;
import linli.ledger.Books;
import linli.ledger.Ledger;
import linli.web.act.Acts;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.clock.CountyZone;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.door.Typed;
import linli.web.form.Form;
import linli.web.hours.BranchHours;
import linli.web.hours.Hours;
import linli.web.screen.Address;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import org.jspecify.annotations.Nullable;

/** Hours that no clock has seen are written down. They wait for a second person. */
@Path("desk/hours")
@Produces(Html.NAME)
public final class RecordingResource {
    private static final String FORM = "/desk/hours/new";
    /** Most activities to choose from, the newest. */
    private static final int MOST_OFFERED = 100;

    private final Screens screens;
    private final Acts acts;
    private final Ledger ledger;
    private final Books books;
    private final BranchHours hours;

    RecordingResource(Means means) {
        this.screens = means.screens();
        this.acts = means.acts();
        this.ledger = means.office().ledger();
        this.books = means.books();
        this.hours = new BranchHours(books);
    }

    /**
     * What the form begins with.
     *
     * @param activities to choose from
     * @param corrects the record in whose place the new one stands
     */
    public record Recording(
            List<Activity> activities,
            @Nullable EntryId activity,
            @Nullable VolunteerNo volunteer,
            LocalDate day,
            LocalDate today,
            @Nullable Hours corrects) {}

    @GET
    @Path("new")
    @Allowed(Who.CLERK)
    public Response form(
            @Context ContainerRequestContext request,
            @QueryParam("activity") @Nullable EntryId activity,
            @QueryParam("volunteer") @Nullable VolunteerNo volunteer,
            @QueryParam("day") @Nullable LocalDate day,
            @QueryParam("corrects") @Nullable EntryId corrects) {
        LocalDate today = ledger.today();
        Hours wrong = corrects == null
                ? null
                : hours.find(corrects).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        Recording recording = wrong == null
                ? new Recording(offered(activity), activity, volunteer, day == null ? today : day, today, null)
                : new Recording(
                        offered(wrong.activity()), wrong.activity(), wrong.volunteer(), wrong.day(), today, wrong);
        return screens.show(request, "desk/recording.jte", recording);
    }

    /** Open ones first; what was asked for is there however old it is. */
    private List<Activity> offered(@Nullable EntryId asked) {
        List<Activity> own = books.activities().stream()
                .filter(activity -> activity.id().branch() == books.branch())
                .toList();
        return Stream.of(
                        own.stream().filter(activity -> activity.id().equals(asked)),
                        own.stream().filter(Activity::open).limit(MOST_OFFERED),
                        own.stream().filter(activity -> !activity.open()).limit(MOST_OFFERED))
                .flatMap(some -> some)
                .distinct()
                .toList();
    }

    @POST
    @Path("new")
    @Writes
    @Allowed(Who.CLERK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response record(@Context ContainerRequestContext request) {
        Form form = Form.of(request);
        EntryId activity = form.entry("activity");
        LocalDate day = form.day("day");
        Optional<EntryId> corrects = form.optional("corrects").map(Typed::entry);
        ServedTime time = ServedTime.of(form, day, zone());
        EntryId id = acts.of(request)
                .post(new HoursRecorded(
                        form.number("number"),
                        activity,
                        day,
                        time.startSeconds(),
                        time.endSeconds(),
                        time.minutes(),
                        form.optional("note").orElse(null),
                        corrects.orElse(null)))
                .id();
        // Who writes down one person's hours mostly goes on with the next one's.
        return corrects.isPresent()
                ? Address.to(ApprovalsResource.ADDRESS + "/" + id, "recorded")
                : Address.to(FORM + "?activity=" + activity + "&day=" + day, "recorded");
    }

    private ZoneId zone() {
        return CountyZone.of(books);
    }
}

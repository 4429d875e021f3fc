package linli.web.desk;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.CheckedIn;
import linli.ledger.Activity;
import linli.ledger.Books;
import linli.ledger.Ledger;
import linli.ledger.Visit;
import linli.office.Office;
import linli.web.act.Acts;
import linli.web.act.CheckOuts;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.clock.CountyZone;
import linli.web.form.Form;
import linli.web.screen.Address;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import org.jspecify.annotations.Nullable;

/** Who serves at this moment, in whatever activity. */
@Path("desk/attendance")
@Produces(Html.NAME)
public final class AttendanceResource {
    private static final String ADDRESS = "/desk/attendance";
    private static final int SECONDS_PER_MINUTE = 60;

    private final Screens screens;
    private final Acts acts;
    private final Office office;
    private final Ledger ledger;
    private final Books books;

    AttendanceResource(Means means) {
        this.screens = means.screens();
        this.acts = means.acts();
        this.office = means.office();
        this.ledger = office.ledger();
        this.books = means.books();
    }

    /**
     * Somebody who is here.
     *
     * @param overdue whether they have most likely forgotten to check out
     */
    public record Here(
            VolunteerNo number,
            @Nullable String name,
            EntryId activity,
            String activityName,
            ZonedDateTime since,
            long minutes,
            boolean overdue) {}

    /**
     * Everybody who is here.
     *
     * @param here the longest first
     * @param activities in which one can check in today
     */
    public record Everybody(List<Here> here, List<Activity> activities) {}

    @GET
    @Allowed(Who.STAFF)
    public Response here(@Context ContainerRequestContext request) {
        People people = People.of(office, request);
        Everybody everybody = books.together(all -> {
            Set<Visit> overdue = new HashSet<>(all.toDo().overdueVisits(ledger.today(), ledger.now()));
            return new Everybody(
                    all.toDo().visits().stream()
                            .map(visit -> here(visit, overdue.contains(visit), people, all))
                            .toList(),
                    all.toDo().openActivities().stream()
                            .filter(activity -> activity.includes(ledger.today()))
                            .toList());
        });
        return screens.show(request, "desk/attendance.jte", everybody);
    }

    @POST
    @Path("check-ins")
    @Writes
    @Allowed(Who.CLERK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response checkIn(@Context ContainerRequestContext request) {
        Form form = Form.of(request);
        acts.of(request).post(new CheckedIn(form.number("number"), form.entry("activity")));
        return back(form, "checked-in");
    }

    @POST
    @Path("check-outs")
    @Writes
    @Allowed(Who.CLERK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response checkOut(@Context ContainerRequestContext request) {
        Form form = Form.of(request);
        VolunteerNo number = form.number("number");
        acts.of(request).postReckoned(earlier -> CheckOuts.of(number, books, earlier));
        return back(form, "checked-out");
    }

    /** To the activity's page where the form stood there, else to everybody. */
    private static Response back(Form form, String done) {
        String page = form.ticked("stay") ? ActivitiesResource.ADDRESS + "/" + form.entry("activity") : ADDRESS;
        return Address.to(page, done);
    }

    private Here here(Visit visit, boolean overdue, People people, Books all) {
        return new Here(
                visit.volunteer(),
                people.name(visit.volunteer()),
                visit.activity(),
                all.activity(visit.activity()).map(Activity::name).orElse(""),
                CountyZone.at(all, visit.sinceSeconds()),
                Math.max(0, (ledger.now().getEpochSecond() - visit.sinceSeconds()) / SECONDS_PER_MINUTE),
                overdue);
    }
}

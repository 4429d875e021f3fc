package linli.web.desk;

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
import java.time.ZonedDateTime;
import java.util.List;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.ActivityClosed;
import linli.ledger.Activity;
import linli.ledger.Books;
import linli.ledger.Ledger;
import linli.ledger.Visit;
import linli.office.Office;
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
import linli.web.hours.Wanted;
import linli.web.list.Paging;
import linli.web.screen.Address;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import org.jspecify.annotations.Nullable;

/** One activity: who is here, what was served in it, and its end. */
@Path("desk/activities")
@Produces(Html.NAME)
public final class ActivityResource {
    private final Screens screens;
    private final Acts acts;
    private final Office office;
    private final Ledger ledger;
    private final Books books;
    private final BranchHours hours;

    ActivityResource(Means means) {
        this.screens = means.screens();
        this.acts = means.acts();
        this.office = means.office();
        this.ledger = office.ledger();
        this.books = means.books();
        this.hours = new BranchHours(books);
    }

    /** Somebody who is here. */
    public record Here(VolunteerNo number, @Nullable String name, ZonedDateTime since, long minutes) {}

    /**
     * An activity.
     *
     * @param over whether its last day has passed
     * @param here who serves in it now, the longest first
     * @param records what was served in it, newest first
     */
    public record Sheet(
            Activity activity,
            List<Categories.Choice> categories,
            boolean over,
            List<Here> here,
            Listing<HoursLine> records) {}

    @GET
    @Path("{id}")
    @Allowed(Who.STAFF)
    public Response activity(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        Paging paging = Paging.of(request);
        Wanted wanted = new Wanted(null, null, id, null, null);
        HoursLines lines = HoursLines.of(office, request);
        Listing<HoursLine> records = Listing.of(
                request, paging.page(hours.list(wanted, paging.fromEntry(), paging.toRead()), Hours::id, lines::line));
        People people = People.of(office, request);
        Sheet sheet = books.together(all -> new Sheet(
                known(id, all),
                Categories.of(all),
                known(id, all).isOverOn(ledger.today()),
                all.toDo().visits().stream()
                        .filter(visit -> visit.activity().equals(id))
                        .map(visit -> here(visit, people, all))
                        .toList(),
                records));
        return screens.show(request, "desk/activity.jte", sheet);
    }

    private Here here(Visit visit, People people, Books all) {
        long minutes = (ledger.now().getEpochSecond() - visit.sinceSeconds()) / 60;
        return new Here(
                visit.volunteer(),
                people.name(visit.volunteer()),
                CountyZone.at(all, visit.sinceSeconds()),
                Math.max(0, minutes));
    }

    private static Activity known(EntryId id, Books books) {
        return books.activity(id).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    @GET
    @Path("{id}/closing")
    @Allowed(Who.CLERK)
    public Response closing(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        return screens.show(request, "desk/close.jte", known(id, books));
    }

    /** Closes it, with how good it was. Hours served before may still be recorded. */
    @POST
    @Path("{id}/closing")
    @Writes
    @Allowed(Who.CLERK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response close(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        Form form = Form.of(request);
        Integer stars = form.optional("stars").map(Typed::whole).orElse(null);
        acts.of(request)
                .post(new ActivityClosed(id, stars, form.optional("evaluation").orElse(null)));
        return Address.to(ActivitiesResource.ADDRESS + "/" + id, "closed");
    }
}

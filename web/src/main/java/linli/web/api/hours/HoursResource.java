package linli.web.api.hours;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import java.time.LocalDate;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.ledger.ServiceRecord;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.door.Json;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.hours.BranchHours;
import linli.web.hours.Hours;
import linli.web.hours.Wanted;
import linli.web.list.Csv;
import linli.web.list.Page;
import linli.web.list.Paging;
import org.jspecify.annotations.Nullable;

/** Records of hours, read. They name volunteers by number alone. */
@Path("api/v1")
@Produces(Json.TYPE)
public final class HoursResource {
    private final BranchHours hours;

    public HoursResource(BranchHours hours) {
        this.hours = hours;
    }

    /** Records of this branch, newest first. */
    @GET
    @Path("hours")
    @Produces({Json.TYPE, Csv.NAME})
    @Allowed(Who.STAFF)
    public Page<HoursJson> list(
            @Context ContainerRequestContext request,
            @QueryParam("state") ServiceRecord.@Nullable State state,
            @QueryParam("flag") ServiceRecord.@Nullable Flag flag,
            @QueryParam("activity") @Nullable EntryId activity,
            @QueryParam("volunteer") @Nullable VolunteerNo volunteer,
            @QueryParam("day") @Nullable LocalDate day) {
        Paging paging = Paging.of(request);
        Wanted wanted = new Wanted(state, flag, activity, volunteer, day);
        return paging.page(hours.list(wanted, paging.fromEntry(), paging.toRead()), Hours::id, HoursJson::of);
    }

    @GET
    @Path("hours/{id}")
    @Allowed(Who.STAFF)
    public Record record(@PathParam("id") EntryId id) {
        return hours.find(id).map(HoursJson::of).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    /** What hangs on the wall: approved hours on public show, oldest first. Anybody may look, and object to a clerk. */
    @GET
    @Path("publicity")
    @Produces({Json.TYPE, Csv.NAME})
    @Allowed(Who.ANYBODY)
    public Page<HoursJson> publicity(@Context ContainerRequestContext request) {
        return Paging.of(request).page(hours.onShow(), Hours::id, Paging.OLDEST_FIRST, HoursJson::of);
    }
}

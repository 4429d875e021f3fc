package linli.web;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.web.hours.HoursPage;
import linli.web.hours.MyHours;
import linli.web.hours.Person;
import linli.web.hours.Proof;
import org.jspecify.annotations.Nullable;

/** A volunteer's own hours, for programs. */
@Path("api/v1/me")
@Produces(Json.TYPE)
public final class MeResource {
    private final MyHours myHours;

    MeResource(MyHours myHours) {
        this.myHours = myHours;
    }

    @GET
    public Record me(@Context ContainerRequestContext request) {
        VolunteerNo volunteer = volunteer(request);
        Person person = myHours.person(volunteer).orElseThrow(() -> new ProblemException(Problem.NOT_SIGNED_IN));
        return MeJson.person(person);
    }

    @GET
    @Path("records")
    public Record records(
            @Context ContainerRequestContext request,
            @QueryParam("from") @Nullable String from,
            @QueryParam("limit") @DefaultValue("20") String limit) {
        VolunteerNo volunteer = volunteer(request);
        EntryId first = from == null ? null : Ids.entry(from);
        HoursPage page = myHours.page(volunteer, first, limit(limit));
        return MeJson.records(page);
    }

    @GET
    @Path("records/{id}")
    public Record record(@Context ContainerRequestContext request, @PathParam("id") String id) {
        VolunteerNo volunteer = volunteer(request);
        EntryId entry = Ids.entry(id);
        Proof proof = myHours.proof(volunteer, entry).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        byte[] bytes = myHours.entry(volunteer, entry).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        return MeJson.proven(proof, bytes);
    }

    private static VolunteerNo volunteer(ContainerRequestContext request) {
        return Visitor.of(request).requireSession().volunteer();
    }

    private static int limit(String written) {
        if (!written.matches("[1-9][0-9]{0,2}") || Integer.parseInt(written) > MyHours.MOST_RECORDS) {
            throw new ProblemException(Problem.BAD_REQUEST);
        }
        return Integer.parseInt(written);
    }
}

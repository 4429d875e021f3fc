package linli.web.me;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.web.caller.Allowed;
import linli.web.caller.Self;
import linli.web.caller.Who;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.door.Typed;
import linli.web.hours.MyHours;
import linli.web.hours.Person;
import linli.web.hours.Proof;
import linli.web.page.HoursView;
import linli.web.screen.Html;
import linli.web.screen.Screens;
import org.jspecify.annotations.Nullable;

/** The pages of whoever is signed in. Nobody else's record has an address here. */
@Path("me")
@Produces(Html.NAME)
public final class MyHoursResource {
    private static final int RECORDS_PER_PAGE = 20;

    private final Screens screens;
    private final MyHours myHours;

    public MyHoursResource(Screens screens, MyHours myHours) {
        this.screens = screens;
        this.myHours = myHours;
    }

    @GET
    @Allowed(Who.VOLUNTEER)
    public Response hours(@Context ContainerRequestContext request, @QueryParam("from") @Nullable String from) {
        VolunteerNo volunteer = Self.of(request);
        Person person = myHours.person(volunteer).orElseThrow(() -> new ProblemException(Problem.NOT_SIGNED_IN));
        EntryId first = from == null ? null : Typed.entryHere(from);
        return screens.show(
                request,
                "me/hours.jte",
                new HoursView(
                        person,
                        myHours.page(volunteer, first, RECORDS_PER_PAGE),
                        from == null,
                        myHours.pinByStaff(volunteer).orElse(null)));
    }

    @GET
    @Allowed(Who.VOLUNTEER)
    @Path("records/{id}")
    public Response record(@Context ContainerRequestContext request, @PathParam("id") String id) {
        return screens.show(request, "me/record.jte", proof(Self.of(request), id));
    }

    /** The proof as a file that can be checked anywhere (tlog-proof). */
    @GET
    @Allowed(Who.VOLUNTEER)
    @Path("records/{id}/proof")
    @Produces("text/plain; charset=utf-8")
    public Response carriedProof(@Context ContainerRequestContext request, @PathParam("id") String id) {
        VolunteerNo volunteer = Self.of(request);
        return file(proof(volunteer, id).carried().toBytes(), id + ".tlog-proof");
    }

    /** The signed entry, byte for byte. */
    @GET
    @Allowed(Who.VOLUNTEER)
    @Path("records/{id}/entry")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response entry(@Context ContainerRequestContext request, @PathParam("id") String id) {
        VolunteerNo volunteer = Self.of(request);
        byte[] entry = myHours.entry(volunteer, Typed.entryHere(id))
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        return file(entry, id + ".cose");
    }

    private Proof proof(VolunteerNo volunteer, String id) {
        return myHours.proof(volunteer, Typed.entryHere(id)).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    private static Response file(byte[] content, String name) {
        return Response.ok(content)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"linli-" + name + "\"")
                .build();
    }
}

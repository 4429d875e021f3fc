package linli.web.api.volunteer;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import linli.entry.Actor;
import linli.entry.RequestId;
import linli.entry.VolunteerNo;
import linli.office.Office;
import linli.web.act.Acts;
import linli.web.caller.Allowed;
import linli.web.caller.Desk;
import linli.web.caller.Visitor;
import linli.web.caller.Who;
import linli.web.door.Json;
import linli.web.door.Problem;
import linli.web.door.ProblemException;

/** What is known of a person. It lies beside the log, so nothing here writes an entry. */
@Path("api/v1")
@Produces(Json.TYPE)
public final class ProfileResource {
    private final Office office;
    private final Desk desk;

    public ProfileResource(Office office, Desk desk) {
        this.desk = desk;
        this.office = office;
    }

    private record NewPin(String pin) {
        @Override
        public String toString() {
            return "NewPin[withheld]";
        }
    }

    @GET
    @Path("volunteers/{number}/profile")
    @Allowed(Who.CLERK)
    public Record profile(@PathParam("number") VolunteerNo number) {
        return office.profile(number).map(ProfileJson::of).orElseThrow(ProfileResource::nobody);
    }

    /** Corrects it: what stands in the body is what is known from then on. */
    @PUT
    @Path("volunteers/{number}/profile")
    @Consumes(Json.TYPE)
    @Allowed(Who.CLERK)
    public Record correct(@PathParam("number") VolunteerNo number, byte[] body) {
        ProfileJson typed = Json.read(body, ProfileJson.class);
        return office.correct(number, typed::over).map(ProfileJson::of).orElseThrow(ProfileResource::nobody);
    }

    /** Forgets the person, for good. The number, its hours and its points stay. */
    @DELETE
    @Path("volunteers/{number}/profile")
    @Allowed(Who.MANAGER)
    public void forget(@PathParam("number") VolunteerNo number) {
        if (!office.forget(number)) {
            throw nobody();
        }
    }

    /** The person's own copy of what is known of them, to be handed to them. */
    @GET
    @Path("volunteers/{number}/disclosure")
    @Allowed(Who.CLERK)
    public Record disclosure(@PathParam("number") VolunteerNo number) {
        return office.disclose(number).map(DisclosureJson::of).orElseThrow(ProfileResource::nobody);
    }

    @PUT
    @Path("volunteers/{number}/pin")
    @Consumes(Json.TYPE)
    @Allowed(Who.CLERK)
    public void setPin(@Context ContainerRequestContext request, @PathParam("number") VolunteerNo number, byte[] body) {
        char[] pin = Json.read(body, NewPin.class).pin().toCharArray();
        Actor by = Visitor.of(request).caller().actor().orElseThrow();
        Acts.recorded(office.setPin(number, pin, by, RequestId.random()).orElseThrow(ProfileResource::nobody));
        desk.pinReplaced(Visitor.of(request), number);
    }

    private static ProblemException nobody() {
        return new ProblemException(Problem.NOT_FOUND);
    }
}

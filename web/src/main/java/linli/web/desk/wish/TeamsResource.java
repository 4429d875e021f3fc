package linli.web.desk.wish;

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
import linli.entry.TeamEvent.Kind;
import linli.entry.TeamEvent.TeamDissolved;
import linli.entry.TeamEvent.TeamFormed;
import linli.entry.TeamEvent.TeamJoined;
import linli.entry.TeamEvent.TeamLeft;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.Team;
import linli.office.Office;
import linli.web.act.Acts;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.clock.CountyZone;
import linli.web.desk.People;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.form.Form;
import linli.web.screen.Address;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import org.jspecify.annotations.Nullable;

/** Teams: formed and dissolved by a clerk, with who is of them. */
@Path("desk/teams")
@Produces(Html.NAME)
public final class TeamsResource {
    private static final String ADDRESS = "/desk/teams";

    private final Screens screens;
    private final Acts acts;
    private final Office office;
    private final Books books;

    TeamsResource(Means means) {
        this.screens = means.screens();
        this.acts = means.acts();
        this.office = means.office();
        this.books = means.books();
    }

    /** Teams that stand, oldest first. */
    public record Teams(List<Team> teams) {}

    /** One of a team; the name is null where it is not for whoever looks. */
    public record Member(VolunteerNo number, @Nullable String name, ZonedDateTime since) {}

    /** A team, and who has been of it the longest. */
    public record Sheet(Team team, List<Member> members) {}

    @GET
    @Allowed(Who.STAFF)
    public Response teams(@Context ContainerRequestContext request) {
        return screens.show(
                request, "desk/wish/teams.jte", new Teams(books.teams().standing()));
    }

    /** Forms a team of nobody yet. */
    @POST
    @Writes
    @Allowed(Who.CLERK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response form(@Context ContainerRequestContext request) {
        Form form = Form.of(request);
        EntryId team = acts.of(request)
                .post(new TeamFormed(form.word(Kind.class, "kind"), form.text("name")))
                .id();
        return Address.to(ADDRESS + "/" + team, "team-formed");
    }

    @GET
    @Path("{id}")
    @Allowed(Who.STAFF)
    public Response team(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        People people = People.of(office, request);
        Sheet sheet = books.together(all -> {
            Team team = all.teams().find(id).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
            List<Member> members = all.teams().members(id).stream()
                    .map(one -> new Member(
                            one.volunteer(), people.name(one.volunteer()), CountyZone.at(all, one.sinceSeconds())))
                    .toList();
            return new Sheet(team, members);
        });
        return screens.show(request, "desk/wish/team.jte", sheet);
    }

    @POST
    @Path("{id}/members")
    @Writes
    @Allowed(Who.CLERK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response join(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        acts.of(request).post(new TeamJoined(id, Form.of(request).number("number")));
        return Address.to(ADDRESS + "/" + id, "team-joined");
    }

    @POST
    @Path("{id}/departures")
    @Writes
    @Allowed(Who.CLERK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response leave(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        acts.of(request).post(new TeamLeft(id, Form.of(request).number("number")));
        return Address.to(ADDRESS + "/" + id, "team-left");
    }

    /** Dissolves it; what it did stays. */
    @POST
    @Path("{id}/dissolution")
    @Writes
    @Allowed(Who.CLERK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response dissolve(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        acts.of(request).post(new TeamDissolved(id, Form.of(request).text("reason")));
        return Address.to(ADDRESS, "team-dissolved");
    }
}

package linli.web.api.team;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import linli.entry.EntryId;
import linli.entry.TeamEvent.Kind;
import linli.entry.TeamEvent.TeamDissolved;
import linli.entry.TeamEvent.TeamFormed;
import linli.entry.TeamEvent.TeamJoined;
import linli.entry.TeamEvent.TeamLeft;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.Membership;
import linli.ledger.Team;
import linli.web.act.Acts;
import linli.web.act.Reason;
import linli.web.act.Subject;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.clock.CountyZone;
import linli.web.door.Json;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.door.Typed;
import linli.web.list.Csv;
import linli.web.list.Page;
import linli.web.list.Paging;
import org.jspecify.annotations.Nullable;

/** Teams: formed and dissolved by a clerk, joined and left by volunteers. */
@Path("api/v1")
@Produces(Json.TYPE)
public final class TeamResource {
    private final Books books;
    private final Acts acts;

    public TeamResource(Books books, Acts acts) {
        this.books = books;
        this.acts = acts;
    }

    private record NewTeam(Kind kind, String name) {}

    private record Member(@Nullable VolunteerNo volunteer) {
        static VolunteerNo in(byte[] body, ContainerRequestContext request) {
            return Subject.of(request, Json.read(body, Member.class).volunteer());
        }
    }

    private record MemberJson(VolunteerNo volunteer, ZonedDateTime since) {
        static MemberJson of(Membership member, Books books) {
            return new MemberJson(member.volunteer(), CountyZone.at(books, member.sinceSeconds()));
        }
    }

    /** Forms a team of nobody yet. */
    @POST
    @Path("teams")
    @Consumes(Json.TYPE)
    @Writes
    @Allowed(Who.CLERK)
    public Response form(@Context ContainerRequestContext request, byte[] body) {
        NewTeam typed = Json.read(body, NewTeam.class);
        return acts.write(request, new TeamFormed(typed.kind(), typed.name()));
    }

    /** Teams of this branch that stand, oldest first. */
    @GET
    @Path("teams")
    @Produces({Json.TYPE, Csv.NAME})
    @Allowed({Who.STAFF, Who.VOLUNTEER, Who.KIOSK})
    public Page<TeamJson> list(@Context ContainerRequestContext request, @QueryParam("kind") @Nullable Kind kind) {
        List<Team> asked = books.teams().standing().stream()
                .filter(team -> kind == null || kind == team.kind())
                .toList();
        return TeamJson.page(asked, Paging.of(request));
    }

    @GET
    @Path("teams/{id}")
    @Allowed({Who.STAFF, Who.VOLUNTEER, Who.KIOSK})
    public Record team(@PathParam("id") EntryId id) {
        return TeamJson.of(find(id));
    }

    /** Makes a volunteer one of a team. */
    @POST
    @Path("teams/{id}/members")
    @Consumes(Json.TYPE)
    @Writes
    @Allowed({Who.VOLUNTEER, Who.CLERK})
    public Response join(@Context ContainerRequestContext request, @PathParam("id") EntryId id, byte[] body) {
        return acts.write(request, new TeamJoined(id, Member.in(body, request)));
    }

    /** Who is of a team, by number. */
    @GET
    @Path("teams/{id}/members")
    @Produces({Json.TYPE, Csv.NAME})
    @Allowed(Who.STAFF)
    public Page<MemberJson> members(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        find(id);
        Paging paging = Paging.of(request);
        return books.together(all -> paging.page(
                all.teams().members(id).stream()
                        .sorted(Comparator.comparing(Membership::volunteer))
                        .toList(),
                Membership::volunteer,
                Comparator.naturalOrder(),
                Typed::number,
                member -> MemberJson.of(member, all)));
    }

    /** Takes a volunteer out of a team. */
    @POST
    @Path("teams/{id}/departures")
    @Consumes(Json.TYPE)
    @Writes
    @Allowed({Who.VOLUNTEER, Who.CLERK})
    public Response leave(@Context ContainerRequestContext request, @PathParam("id") EntryId id, byte[] body) {
        return acts.write(request, new TeamLeft(id, Member.in(body, request)));
    }

    /** Dissolves a team; what it did stays. */
    @POST
    @Path("teams/{id}/dissolution")
    @Consumes(Json.TYPE)
    @Writes
    @Allowed(Who.CLERK)
    public Response dissolve(@Context ContainerRequestContext request, @PathParam("id") EntryId id, byte[] body) {
        return acts.write(request, new TeamDissolved(id, Reason.in(body)));
    }

    private Team find(EntryId id) {
        return books.teams().find(id).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }
}

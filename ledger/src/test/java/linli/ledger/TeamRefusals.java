package linli.ledger;

import static linli.ledger.Desk.LI;
import static linli.ledger.Desk.WANG;
import static linli.ledger.RulesTest.row;

import java.util.Optional;
import java.util.stream.Stream;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.TeamEvent.Kind;
import linli.entry.TeamEvent.TeamDissolved;
import linli.entry.TeamEvent.TeamFormed;
import linli.entry.TeamEvent.TeamJoined;
import linli.entry.TeamEvent.TeamLeft;
import linli.entry.VolunteerNo;
import org.junit.jupiter.params.provider.Arguments;

/** Rows of {@link RulesTest}: who serves together. */
final class TeamRefusals {
    private static final EntryId NOWHERE = new EntryId(0, 99_999);

    private TeamRefusals() {}

    static Stream<Arguments> rows() {
        return Stream.of(forming(), joining(), leaving()).flatMap(rows -> rows);
    }

    private static Stream<Arguments> forming() {
        return Stream.of(
                row(
                        Rejection.ROLE_MISSING,
                        "an approver forms a team",
                        desk -> desk.post(LI, new TeamFormed(Kind.EMERGENCY, "应急队"))),
                team(
                        Rejection.ROLE_MISSING,
                        "an approver dissolves one",
                        (desk, team, chen) -> desk.post(LI, dissolved(team))),
                team(
                        Rejection.UNKNOWN_TEAM,
                        "dissolving nothing",
                        (desk, team, chen) -> desk.post(WANG, dissolved(NOWHERE))),
                team(Rejection.UNKNOWN_TEAM, "dissolving another branch's", (desk, team, chen) -> {
                    desk.join(1, "heping");
                    return desk.post(1, Actor.NODE, dissolved(team));
                }),
                team(Rejection.TEAM_DISSOLVED, "dissolving twice", (desk, team, chen) -> {
                    desk.ok(WANG, dissolved(team));
                    return desk.post(WANG, dissolved(team));
                }));
    }

    private static Stream<Arguments> joining() {
        return Stream.of(
                team(
                        Rejection.ROLE_MISSING,
                        "bringing somebody else",
                        (desk, team, chen) -> desk.post(new Actor.Volunteer(chen), new TeamJoined(team, desk.enrol()))),
                team(
                        Rejection.UNKNOWN_VOLUNTEER,
                        "nobody joins",
                        (desk, team, chen) -> desk.post(WANG, new TeamJoined(team, new VolunteerNo(NOWHERE)))),
                team(
                        Rejection.UNKNOWN_TEAM,
                        "joining nothing",
                        (desk, team, chen) -> desk.post(WANG, new TeamJoined(NOWHERE, chen))),
                team(Rejection.TEAM_DISSOLVED, "joining what is no more", (desk, team, chen) -> {
                    desk.ok(WANG, dissolved(team));
                    return desk.post(WANG, new TeamJoined(team, chen));
                }),
                team(Rejection.ALREADY_MEMBER, "joining twice", (desk, team, chen) -> {
                    desk.ok(WANG, new TeamJoined(team, chen));
                    return desk.post(new Actor.Volunteer(chen), new TeamJoined(team, chen));
                }));
    }

    private static Stream<Arguments> leaving() {
        return Stream.of(
                team(Rejection.ROLE_MISSING, "sending somebody away", (desk, team, chen) -> {
                    desk.ok(WANG, new TeamJoined(team, chen));
                    return desk.post(new Actor.Volunteer(desk.enrol()), left(team, chen));
                }),
                team(
                        Rejection.UNKNOWN_TEAM,
                        "leaving nothing",
                        (desk, team, chen) -> desk.post(WANG, left(NOWHERE, chen))),
                team(
                        Rejection.NOT_A_MEMBER,
                        "leaving what one never joined",
                        (desk, team, chen) -> desk.post(WANG, left(team, chen))),
                team(Rejection.NOT_A_MEMBER, "leaving twice", (desk, team, chen) -> {
                    desk.ok(WANG, new TeamJoined(team, chen));
                    desk.ok(WANG, left(team, chen));
                    return desk.post(WANG, left(team, chen));
                }));
    }

    private interface WithTeam {
        Optional<Rejection> post(Desk desk, EntryId team, VolunteerNo volunteer);
    }

    /** With a team of nobody, and a volunteer. */
    private static Arguments team(Rejection code, String name, WithTeam post) {
        return row(
                code,
                name,
                desk -> post.post(desk, desk.ok(WANG, new TeamFormed(Kind.VOLUNTEER, "巡逻队")), desk.enrol()));
    }

    private static Event dissolved(EntryId team) {
        return new TeamDissolved(team, "merged");
    }

    private static Event left(EntryId team, VolunteerNo volunteer) {
        return new TeamLeft(team, volunteer);
    }
}

package linli.sim;

import static linli.sim.Roster.CLERK;

import java.util.List;
import linli.entry.EntryId;
import linli.entry.TeamEvent.Kind;
import linli.entry.TeamEvent.TeamDissolved;
import linli.entry.TeamEvent.TeamFormed;
import linli.entry.TeamEvent.TeamJoined;
import linli.entry.TeamEvent.TeamLeft;
import linli.entry.VolunteerNo;

/** The teams' desk: who serves together. */
final class OfficeTeams extends Desk {
    OfficeTeams(Scribe scribe) {
        super(scribe);
    }

    @Override
    String act(SimNode node, List<SimNode> others) {
        return switch (lot.below(10)) {
            case 0, 1 -> form(node);
            case 2 -> dissolve(node);
            case 3, 4 -> leave(node, others);
            default -> join(node, others);
        };
    }

    private String form(SimNode node) {
        TeamFormed event = new TeamFormed(lot.pick(List.of(Kind.values())), "志愿服务队");
        return post(node, roster.mostly(CLERK), event, id -> Notebook.note(node.notebook.teams, id));
    }

    private String dissolve(SimNode node) {
        EntryId team = oneOf(node.notebook.teams, node);
        return post(node, roster.mostly(CLERK), new TeamDissolved(team, "解散"), id -> {
            if (lot.chance(0.8)) {
                node.notebook.teams.remove(team);
            }
        });
    }

    private String join(SimNode node, List<SimNode> others) {
        VolunteerNo who = somebody(node, others);
        TeamJoined event = new TeamJoined(oneOf(node.notebook.teams, node), who);
        return post(node, roster.ownHandOr(who, CLERK), event);
    }

    /** Somebody of the team, or somebody who never was. */
    private String leave(SimNode node, List<SimNode> others) {
        EntryId team = oneOf(node.notebook.teams, node);
        List<VolunteerNo> members = node.ledger().books().teams().members(team).stream()
                .map(member -> member.volunteer())
                .toList();
        VolunteerNo who = members.isEmpty() || lot.chance(0.2) ? somebody(node, others) : lot.pick(members);
        return post(node, roster.ownHandOr(who, CLERK), new TeamLeft(team, who));
    }
}

package linli.web.api.team;

import java.util.List;
import linli.entry.EntryId;
import linli.entry.TeamEvent.Kind;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.Membership;
import linli.ledger.Team;
import linli.web.list.Page;
import linli.web.list.Paging;

/**
 * A team, as it is told to everybody who could join it.
 *
 * @param members how many
 * @param standing whether it has not been dissolved
 */
public record TeamJson(EntryId id, Kind kind, String name, int members, boolean standing) {
    static TeamJson of(Team team) {
        return new TeamJson(team.id(), team.kind(), team.name(), team.members(), team.stands());
    }

    /** The teams that a volunteer is of, at whatever branch. */
    public static Page<TeamJson> of(VolunteerNo volunteer, Books books, Paging paging) {
        return books.together(all -> page(
                all.teams().memberships().stream()
                        .filter(one -> one.volunteer().equals(volunteer))
                        .map(Membership::team)
                        .flatMap(id -> all.teams().find(id).stream())
                        .filter(Team::stands)
                        .toList(),
                paging));
    }

    static Page<TeamJson> page(List<Team> teams, Paging paging) {
        return paging.page(teams, Team::id, Paging.OLDEST_FIRST, TeamJson::of);
    }
}

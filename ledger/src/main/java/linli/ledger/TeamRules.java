package linli.ledger;

import linli.entry.EntryId;
import linli.entry.Role;
import linli.entry.TeamEvent.TeamDissolved;
import linli.entry.TeamEvent.TeamFormed;
import linli.entry.TeamEvent.TeamJoined;
import linli.entry.TeamEvent.TeamLeft;
import linli.entry.VolunteerNo;

/** The teams' desk: who serves together. */
final class TeamRules {
    private TeamRules() {}

    static void formed(TeamFormed event, Posting posting) {
        posting.needs(Role.CLERK);
        put(Team.formed(posting.id(), event), posting);
    }

    static void dissolved(TeamDissolved event, Posting posting) {
        posting.needs(Role.CLERK);
        put(standing(event.team(), posting).dissolved(posting.id()), posting);
    }

    static void joined(TeamJoined event, Posting posting) {
        ownHandOrClerk(event.volunteer(), posting);
        posting.put(posting.volunteer(event.volunteer()));
        Team team = standing(event.team(), posting);
        Rejection.ALREADY_MEMBER.unless(
                !isMember(event.volunteer(), team.id(), posting), "%s is of this team already", event.volunteer());
        put(Membership.since(team.id(), event.volunteer(), posting.atSeconds()), posting);
        put(team.plus(1), posting);
    }

    static void left(TeamLeft event, Posting posting) {
        ownHandOrClerk(event.volunteer(), posting);
        Team team = standing(event.team(), posting);
        put(member(event.volunteer(), team.id(), posting).until(posting.atSeconds()), posting);
        put(team.plus(-1), posting);
    }

    /** A team of this branch that has not been dissolved. */
    static Team standing(EntryId id, Posting posting) {
        Team team = id.branch() == posting.branch() ? posting.get(Table.TEAMS, id.toLong()) : null;
        if (team == null) {
            throw Rejection.UNKNOWN_TEAM.because("no team has the id %s here", id);
        }
        Rejection.TEAM_DISSOLVED.unless(team.stands(), "team %s is dissolved", id);
        return team;
    }

    static boolean isMember(VolunteerNo volunteer, EntryId team, Posting posting) {
        Membership membership =
                posting.get(Table.MEMBERSHIPS, RowKeys.ofMembership(posting.changes(), team, volunteer));
        return membership != null && membership.lasts();
    }

    static Membership member(VolunteerNo volunteer, EntryId team, Posting posting) {
        Membership membership =
                posting.get(Table.MEMBERSHIPS, RowKeys.ofMembership(posting.changes(), team, volunteer));
        if (membership == null || !membership.lasts()) {
            throw Rejection.NOT_A_MEMBER.because("%s is not of team %s", volunteer, team);
        }
        return membership;
    }

    private static void ownHandOrClerk(VolunteerNo volunteer, Posting posting) {
        posting.ownHandOr(Role.CLERK, volunteer, "volunteers join and leave for themselves");
    }

    private static void put(Membership membership, Posting posting) {
        long key = RowKeys.ofMembership(posting.changes(), membership.team(), membership.volunteer());
        posting.put(Table.MEMBERSHIPS, key, membership);
    }

    private static void put(Team team, Posting posting) {
        posting.put(Table.TEAMS, team.id().toLong(), team);
    }
}

package linli.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;

/** The teams of every branch whose journal is here, and who is of them. */
public final class TeamBook {
    private final int branch;
    private final Rows rows;

    TeamBook(int branch, Rows rows) {
        this.branch = branch;
        this.rows = rows;
    }

    public Optional<Team> find(EntryId id) {
        return rows.find(Table.TEAMS, id.toLong());
    }

    /** The teams of this branch that stand, oldest first. */
    public List<Team> standing() {
        return standingEverywhere().stream()
                .filter(team -> team.id().branch() == branch)
                .toList();
    }

    /** The teams of all branches that stand, branch by branch, oldest first. */
    public List<Team> standingEverywhere() {
        return rows.sorted(Table.TEAMS, Comparator.comparing(Team::id)).stream()
                .filter(Team::stands)
                .toList();
    }

    /** Who is of which team, of all branches: by team, and who has been in it longest first. */
    public List<Membership> memberships() {
        return rows
                .sorted(
                        Table.MEMBERSHIPS,
                        Comparator.comparing(Membership::team)
                                .thenComparing(Membership::sinceSeconds)
                                .thenComparing(Membership::volunteer))
                .stream()
                .filter(Membership::lasts)
                .toList();
    }

    /** Who is of a team, the longest first. */
    public List<Membership> members(EntryId team) {
        return memberships().stream().filter(one -> one.team().equals(team)).toList();
    }

    public boolean isMember(EntryId team, VolunteerNo volunteer) {
        return rows.find(Table.MEMBERSHIPS, accounts -> RowKeys.ofMembership(accounts, team, volunteer))
                .filter(Membership::lasts)
                .isPresent();
    }
}

package linli.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import linli.entry.EntryId;
import linli.ledger.Books;
import linli.ledger.Membership;
import linli.ledger.Team;
import linli.ledger.VolunteerAccount;
import org.jspecify.annotations.Nullable;

/**
 * The teams of every branch whose journal a node holds, and the hours that those who are of them now have served at the branch.
 * Teams that were dissolved are not in it.
 *
 * @param volunteers who are of a team, each once
 * @param teams branch by branch, oldest first
 */
public record TeamsReport(long volunteers, List<Line> teams) implements Report {

    /**
     * One team.
     *
     * @param team its id
     * @param branch the branch's number and name; absent where there is one branch only
     * @param members how many
     * @param approvedMinutes what its members' hours at the branch count
     * @param clockMinutes of these, proven by a clock
     * @param backfilledMinutes of these, written down by staff
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            String team,
            @Nullable String branch,
            String name,
            String kind,
            long members,
            long approvedMinutes,
            long clockMinutes,
            long backfilledMinutes) {}

    static TeamsReport of(Books books) {
        BranchNames names = BranchNames.of(books);
        List<Team> standing = books.teams().standingEverywhere();
        Map<EntryId, List<Membership>> members =
                books.teams().memberships().stream().collect(Collectors.groupingBy(Membership::team));
        long volunteers = standing.stream()
                .flatMap(team -> members.getOrDefault(team.id(), List.of()).stream())
                .map(Membership::volunteer)
                .distinct()
                .count();
        return new TeamsReport(
                volunteers,
                standing.stream()
                        .map(team -> line(team, members.getOrDefault(team.id(), List.of()), books, names))
                        .toList());
    }

    private static Line line(Team team, List<Membership> members, Books books, BranchNames names) {
        int branch = team.id().branch();
        List<VolunteerAccount> pages = members.stream()
                .flatMap(member -> books.volunteer(branch, member.volunteer()).stream())
                .toList();
        long clock = pages.stream().mapToLong(VolunteerAccount::clockMinutes).sum();
        long backfilled =
                pages.stream().mapToLong(VolunteerAccount::backfilledMinutes).sum();
        return new Line(
                team.id().toString(),
                names.several() ? BranchNames.title(branch, names.name(branch)) : null,
                team.name(),
                team.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                members.size(),
                clock + backfilled,
                clock,
                backfilled);
    }

    @Override
    @JsonIgnore
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        if (isOfSeveral()) {
            columns.add(Column.left("branch"));
        }
        columns.addAll(List.of(
                Column.left("team"),
                Column.left("name"),
                Column.left("kind"),
                Column.right("members"),
                Column.right("hours"),
                Column.right("by clock"),
                Column.right("backfilled")));
        return columns;
    }

    private boolean isOfSeveral() {
        return teams.stream().anyMatch(team -> team.branch() != null);
    }

    @Override
    @JsonIgnore
    public List<List<String>> lines() {
        return teams.stream().map(TeamsReport::cells).toList();
    }

    private static List<String> cells(Line team) {
        List<String> cells = new ArrayList<>();
        if (team.branch() != null) {
            cells.add(team.branch());
        }
        cells.addAll(List.of(
                team.team(),
                team.name(),
                team.kind(),
                Long.toString(team.members()),
                Durations.hours(team.approvedMinutes()),
                Durations.hours(team.clockMinutes()),
                Durations.hours(team.backfilledMinutes())));
        return cells;
    }

    @Override
    @JsonIgnore
    public List<String> notes() {
        return List.of(String.format(
                Locale.ROOT,
                "%,d volunteers in %,d teams. The hours are all that they have served at the branch, approved.",
                volunteers,
                teams.size()));
    }
}

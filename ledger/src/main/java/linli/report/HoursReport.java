package linli.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import linli.ledger.Books;
import linli.ledger.ServiceRecord;
import linli.ledger.ServiceTotal;

/**
 * The hours of every branch whose journal a node holds, by place and by evidence. Rejected and reversed records are not in it.
 *
 * @param totalMinutes everything that stands: approved and waiting
 * @param approvedMinutes what counts
 * @param pendingMinutes what waits for a second person
 * @param clockMinutes of the total, proven by a clock
 * @param backfilledMinutes of the total, written down by staff
 * @param records how many
 * @param volunteers with at least one record that stands, each number once
 * @param flagged how many records have each flag
 * @param places the same by place, in the order of their names
 * @param branches the same by branch, in the order of their numbers; empty where there is one branch only
 */
public record HoursReport(
        long totalMinutes,
        long approvedMinutes,
        long pendingMinutes,
        long clockMinutes,
        long backfilledMinutes,
        long records,
        long volunteers,
        Map<ServiceRecord.Flag, Long> flagged,
        List<PlaceHours> places,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<BranchHours> branches)
        implements Report {

    static HoursReport of(Books books) {
        List<ServiceTotal> lines = books.serviceTotals();
        HoursTally tally = HoursTally.of(lines);
        PlaceHours all = tally.all();
        VolunteerCount volunteers = VolunteerCount.of(books);
        return new HoursReport(
                all.totalMinutes(),
                all.approvedMinutes(),
                all.pendingMinutes(),
                all.clockMinutes(),
                all.backfilledMinutes(),
                all.records(),
                volunteers.all(),
                flagged(books),
                tally.places(),
                branches(lines, BranchNames.of(books), volunteers));
    }

    private static List<BranchHours> branches(List<ServiceTotal> lines, BranchNames names, VolunteerCount volunteers) {
        if (!names.several()) {
            return List.of();
        }
        Map<Integer, List<ServiceTotal>> byBranch =
                lines.stream().collect(Collectors.groupingBy(ServiceTotal::branch, TreeMap::new, Collectors.toList()));
        List<BranchHours> branches = new ArrayList<>();
        byBranch.forEach((branch, theirs) ->
                branches.add(BranchHours.of(branch, names.name(branch), HoursTally.of(theirs), volunteers.at(branch))));
        return branches;
    }

    private static Map<ServiceRecord.Flag, Long> flagged(Books books) {
        Map<ServiceRecord.Flag, Long> flagged = new EnumMap<>(ServiceRecord.Flag.class);
        books.records(record -> {
            if (record.state().stands()) {
                record.flags().forEach(flag -> flagged.merge(flag, 1L, Long::sum));
            }
        });
        return flagged;
    }

    @Override
    @JsonIgnore
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.left("place"));
        if (!branches.isEmpty()) {
            columns.add(0, Column.left("branch"));
            columns.add(Column.right("volunteers"));
        }
        columns.addAll(List.of(
                Column.right("records"),
                Column.right("hours"),
                Column.right("approved"),
                Column.right("waiting"),
                Column.right("by clock"),
                Column.right("backfilled")));
        return columns;
    }

    @Override
    @JsonIgnore
    public List<List<String>> lines() {
        PlaceHours all = new PlaceHours(
                "total", totalMinutes, approvedMinutes, pendingMinutes, clockMinutes, backfilledMinutes, records);
        List<List<String>> lines = new ArrayList<>();
        if (branches.isEmpty()) {
            places.forEach(place -> lines.add(line(place)));
            lines.add(line(all));
        } else {
            branches.forEach(branch -> addLines(branch, lines));
            lines.add(line("all", count(volunteers), all));
        }
        return lines;
    }

    /** How many served at each place nobody counts, so only a branch's total says how many volunteers there are. */
    private static void addLines(BranchHours branch, List<List<String>> lines) {
        String title = BranchNames.title(branch.branch(), branch.name());
        branch.places().forEach(place -> lines.add(line(title, "", place)));
        lines.add(line(title, count(branch.volunteers()), branch.total()));
    }

    private static List<String> line(String branch, String volunteers, PlaceHours place) {
        List<String> cells = new ArrayList<>(line(place));
        cells.add(0, branch);
        cells.add(2, volunteers);
        return cells;
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static List<String> line(PlaceHours place) {
        return List.of(
                place.place(),
                count(place.records()),
                Durations.hours(place.totalMinutes()),
                Durations.hours(place.approvedMinutes()),
                Durations.hours(place.pendingMinutes()),
                Durations.hours(place.clockMinutes()),
                Durations.hours(place.backfilledMinutes()));
    }

    @Override
    @JsonIgnore
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add(String.format(Locale.ROOT, "%,d minutes of %,d volunteers.", totalMinutes, volunteers));
        flagged.forEach((flag, count) -> notes.add(String.format(
                Locale.ROOT,
                "%,d flagged %s.",
                count,
                flag.name().toLowerCase(Locale.ROOT).replace('_', ' '))));
        return notes;
    }
}

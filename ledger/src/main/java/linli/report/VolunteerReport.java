package linli.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import linli.entry.VolunteerNo;
import linli.ledger.Activity;
import linli.ledger.Balance;
import linli.ledger.Books;
import linli.ledger.ServiceRecord;
import linli.ledger.VolunteerAccount;
import org.jspecify.annotations.Nullable;

/**
 * One volunteer's pages at all branches where they served: totals by evidence, and every record down to its activity and approver.
 *
 * @param volunteer number
 * @param clockMinutes approved, proven by a clock
 * @param backfilledMinutes approved, written down by staff
 * @param pendingMinutes waiting for a second person
 * @param points each to be spent at the branch that holds them
 * @param records newest first, branch by branch
 * @param branches what they have at each branch; empty where there is one branch only
 */
public record VolunteerReport(
        String volunteer,
        long clockMinutes,
        long backfilledMinutes,
        long pendingMinutes,
        Balance points,
        List<Line> records,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Page> branches)
        implements Report {

    /** One record. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            String entry,
            String day,
            String activity,
            String place,
            long minutes,
            String evidence,
            String state,
            String recorder,
            @Nullable String decider,
            long points,
            int policy,
            List<String> flags) {}

    /**
     * What a volunteer has at one branch.
     *
     * @param branch its number
     * @param name its name, for people
     */
    public record Page(
            int branch, String name, long clockMinutes, long backfilledMinutes, long pendingMinutes, Balance points) {

        private static Page of(Books books, VolunteerAccount account, BranchNames names) {
            return new Page(
                    account.branch(),
                    names.name(account.branch()),
                    account.clockMinutes(),
                    account.backfilledMinutes(),
                    account.pendingMinutes(),
                    books.passbooks().balance(account.branch(), account.no()));
        }
    }

    static Optional<VolunteerReport> of(Books books, VolunteerNo no) {
        BranchNames names = BranchNames.of(books);
        List<Page> pages = books.branches().stream()
                .flatMap(branch -> books.volunteer(branch.number(), no).stream())
                .map(account -> Page.of(books, account, names))
                .toList();
        return pages.isEmpty() ? Optional.empty() : Optional.of(of(books, no, pages, names.several()));
    }

    private static VolunteerReport of(Books books, VolunteerNo no, List<Page> pages, boolean several) {
        List<Line> lines = pages.stream()
                .flatMap(page -> books.recordsOf(page.branch(), no, null, Integer.MAX_VALUE).stream())
                .map(record -> line(books, record))
                .toList();
        return new VolunteerReport(
                no.toString(),
                sum(pages, Page::clockMinutes),
                sum(pages, Page::backfilledMinutes),
                sum(pages, Page::pendingMinutes),
                pages.stream().map(Page::points).reduce(Balance.NONE, Balance::plus),
                lines,
                several ? pages : List.of());
    }

    private static long sum(List<Page> pages, ToLongFunction<Page> part) {
        return pages.stream().mapToLong(part).sum();
    }

    private static Line line(Books books, ServiceRecord record) {
        Optional<Activity> activity = books.activity(record.activity());
        return new Line(
                record.id().toString(),
                record.day().toString(),
                activity.map(Activity::name).orElse(""),
                activity.map(Activity::place).orElse(""),
                record.minutes(),
                Words.of(record.evidence()),
                Words.of(record.state()),
                record.recorder(),
                record.decider(),
                record.points(),
                record.policy(),
                record.flags().stream().map(Words::of).toList());
    }

    @Override
    @JsonIgnore
    public List<Column> columns() {
        return List.of(
                Column.left("entry"),
                Column.left("day"),
                Column.left("activity"),
                Column.left("place"),
                Column.right("hours"),
                Column.left("evidence"),
                Column.left("state"),
                Column.left("recorded by"),
                Column.left("decided by"),
                Column.right("points"),
                Column.left("flags"));
    }

    @Override
    @JsonIgnore
    public List<List<String>> lines() {
        return records.stream()
                .map(line -> List.of(
                        line.entry(),
                        line.day(),
                        line.activity(),
                        line.place(),
                        Durations.hours(line.minutes()),
                        line.evidence(),
                        line.state(),
                        line.recorder(),
                        line.decider() == null ? "" : line.decider(),
                        Long.toString(line.points()),
                        line.flags().stream().collect(Collectors.joining(", "))))
                .toList();
    }

    @Override
    @JsonIgnore
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add("Volunteer " + volunteer + ": " + hours(clockMinutes, backfilledMinutes, pendingMinutes));
        for (Page page : branches) {
            notes.add("At " + BranchNames.title(page.branch(), page.name()) + ": "
                    + hours(page.clockMinutes(), page.backfilledMinutes(), page.pendingMinutes())
                    + points(" Points to spend there: ", page.points()));
        }
        if (branches.isEmpty()) {
            notes.add(points("Points to spend here: ", points));
        }
        return notes;
    }

    private static String hours(long clock, long backfilled, long pending) {
        return Durations.hours(clock) + " by clock, " + Durations.hours(backfilled) + " backfilled, "
                + Durations.hours(pending) + " waiting for approval.";
    }

    private static String points(String label, Balance balance) {
        String announced = balance.announced() == 0 ? "" : "; on public show: " + balance.announced();
        String owed = balance.owed() == 0 ? "" : "; owed: " + balance.owed();
        return label + balance.held() + announced + owed + ".";
    }
}

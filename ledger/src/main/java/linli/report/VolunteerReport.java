package linli.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import linli.entry.VolunteerNo;
import linli.ledger.Activity;
import linli.ledger.Books;
import linli.ledger.ServiceRecord;
import linli.ledger.VolunteerAccount;
import org.jspecify.annotations.Nullable;

/**
 * One volunteer's page: totals by evidence, and every record down to its activity and approver.
 *
 * @param volunteer number
 * @param clockMinutes approved, proven by a clock
 * @param backfilledMinutes approved, written down by staff
 * @param pendingMinutes waiting for a second person
 * @param heldPoints to spend here
 * @param owedPoints to be earned again first
 * @param records newest first
 */
public record VolunteerReport(
        String volunteer,
        long clockMinutes,
        long backfilledMinutes,
        long pendingMinutes,
        long heldPoints,
        long owedPoints,
        List<Line> records)
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

    static Optional<VolunteerReport> of(Books books, VolunteerNo no) {
        return books.volunteer(no).map(account -> of(books, account));
    }

    private static VolunteerReport of(Books books, VolunteerAccount account) {
        return new VolunteerReport(
                account.no().toString(),
                account.clockMinutes(),
                account.backfilledMinutes(),
                account.pendingMinutes(),
                books.held(account.no()),
                books.owed(account.no()),
                books.recordsOf(account.no(), null, Integer.MAX_VALUE).stream()
                        .map(record -> line(books, record))
                        .toList());
    }

    private static Line line(Books books, ServiceRecord record) {
        Optional<Activity> activity = books.activity(record.activity());
        return new Line(
                record.id().toString(),
                record.day().toString(),
                activity.map(Activity::name).orElse(""),
                activity.map(Activity::place).orElse(""),
                record.minutes(),
                word(record.evidence()),
                word(record.state()),
                record.recorder(),
                record.decider(),
                record.points(),
                record.policy(),
                record.flags().stream().map(VolunteerReport::word).toList());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
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
        return List.of(
                "Volunteer " + volunteer + ": " + Durations.hours(clockMinutes) + " by clock, "
                        + Durations.hours(backfilledMinutes) + " backfilled, " + Durations.hours(pendingMinutes)
                        + " waiting for approval.",
                "Points to spend here: " + heldPoints + (owedPoints == 0 ? "." : "; owed: " + owedPoints + "."));
    }
}

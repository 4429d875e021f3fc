package linli.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import linli.entry.Entry;
import linli.entry.EntryId;
import linli.entry.HoursEvent.HoursReversed;
import linli.entry.VolunteerNo;
import linli.ledger.Activity;
import linli.ledger.Balance;
import linli.ledger.Books;
import linli.ledger.Movement;
import linli.ledger.Policy;
import linli.ledger.ServiceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Why a volunteer holds what they hold at a branch: the lines of their passbook, each with what it rests on.
 *
 * @param volunteer whose
 * @param branch where
 * @param points how they stand there now
 * @param from the line to begin with, as it was asked for; null for the newest
 * @param reasons the lines, newest first
 * @param next the line to go on with; null after the first that ever was
 */
public record Why(
        VolunteerNo volunteer,
        int branch,
        Balance points,
        @Nullable EntryId from,
        List<Reason> reasons,
        @Nullable EntryId next) {

    /**
     * One line and its grounds.
     *
     * @param movement of points
     * @param entry that moved them, which says who wrote it; null where the log it stands in is not here
     * @param hours that were worth them; null where they came or went for another reason
     */
    public record Reason(
            Movement movement,
            @Nullable Entry entry,
            @Nullable Hours hours) {}

    /**
     * Hours and what they were worth.
     *
     * @param record which says how long, how that is known, who wrote it down and who approved it
     * @param activity in what
     * @param pointsPerHour under the policy that the record names
     */
    public record Hours(ServiceRecord record, Activity activity, int pointsPerHour) {}

    /**
     * Explains a page of the passbook.
     *
     * @param entries finds entries of any log
     * @param from the line to begin with; null for the newest
     * @param limit how many lines at most
     */
    public static Why of(
            Books books,
            Function<EntryId, Optional<Entry>> entries,
            int branch,
            VolunteerNo volunteer,
            @Nullable EntryId from,
            int limit) {
        return books.together(together -> {
            List<Movement> lines = together.passbooks().movements(branch, volunteer, from, limit);
            List<Reason> reasons = lines.stream()
                    .map(line -> reason(line, entries.apply(line.entry()), together))
                    .toList();
            EntryId next = lines.isEmpty() ? null : lines.get(lines.size() - 1).previous();
            return new Why(volunteer, branch, together.passbooks().balance(branch, volunteer), from, reasons, next);
        });
    }

    private static Reason reason(Movement line, Optional<Entry> entry, Books books) {
        EntryId grounds = entry.map(Entry::event)
                .flatMap(event ->
                        event instanceof HoursReversed reversed ? Optional.of(reversed.record()) : Optional.empty())
                .orElse(line.cause());
        return new Reason(line, entry.orElse(null), hours(books, grounds).orElse(null));
    }

    private static Optional<Hours> hours(Books books, EntryId grounds) {
        return books.record(grounds).map(record -> {
            Activity activity = books.activity(record.activity()).orElseThrow();
            int perHour = books.policy(record.policy())
                    .flatMap(adopted -> Policy.parse(adopted.document()).category(activity.category()))
                    .map(Policy.Category::pointsPerHour)
                    .orElse(0);
            return new Hours(record, activity, perHour);
        });
    }
}

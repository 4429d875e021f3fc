package linli.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            Grounds grounds = new Grounds(together, entries);
            List<Movement> lines = together.passbooks().movements(branch, volunteer, from, limit);
            List<Reason> reasons = lines.stream().map(grounds::reason).toList();
            EntryId next = lines.isEmpty() ? null : lines.get(lines.size() - 1).previous();
            return new Why(volunteer, branch, together.passbooks().balance(branch, volunteer), from, reasons, next);
        });
    }

    /** Finds what lines rest on, and reads each version of the policy once: a long passbook is told under few of them. */
    private static final class Grounds {
        private final Books books;
        private final Function<EntryId, Optional<Entry>> entries;
        private final Map<Integer, Optional<Policy>> policies = new HashMap<>();

        Grounds(Books books, Function<EntryId, Optional<Entry>> entries) {
            this.books = books;
            this.entries = entries;
        }

        Reason reason(Movement line) {
            Optional<Entry> entry = entries.apply(line.entry());
            EntryId worth = entry.map(Entry::event)
                    .flatMap(event ->
                            event instanceof HoursReversed reversed ? Optional.of(reversed.record()) : Optional.empty())
                    .orElse(line.cause());
            return new Reason(
                    line,
                    entry.orElse(null),
                    books.record(worth).map(this::hours).orElse(null));
        }

        private Hours hours(ServiceRecord record) {
            Activity activity = books.activity(record.activity()).orElseThrow();
            int perHour = policy(record.policy())
                    .flatMap(policy -> policy.category(activity.category()))
                    .map(Policy.Category::pointsPerHour)
                    .orElse(0);
            return new Hours(record, activity, perHour);
        }

        private Optional<Policy> policy(int version) {
            return policies.computeIfAbsent(
                    version, wanted -> books.policy(wanted).map(adopted -> Policy.parse(adopted.document())));
        }
    }
}

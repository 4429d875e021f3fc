package linli.office;

import com.google.common.primitives.Ints;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.HoursEvent.HoursApproved;
import linli.entry.HoursEvent.HoursRecorded;
import linli.entry.RequestId;
import linli.entry.VolunteerNo;
import linli.intake.CheckedRow;
import linli.intake.Intake;
import linli.intake.IntakeProgress;
import linli.intake.IntakeReport;
import linli.intake.IntakeRows;
import linli.intake.IntakeSummary;
import linli.intake.RowIdentity;
import linli.intake.ServiceRow;
import linli.ledger.AdoptedPolicy;
import linli.ledger.Books;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import linli.ledger.Outcome;
import linli.ledger.ServiceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Records a checked table of past service as backfilled hours.
 *
 * <p>Every row has an identity of its own, and with it a request id: a row that an earlier import recorded is found and not
 * written again. So the same table twice adds nothing, a longer one adds its new rows, and an import that was stopped goes on
 * where it was.
 */
public final class HoursImport {
    /** Rows on their way to the disk at any time. */
    private static final int AHEAD = 2_048;

    private static final int APPROVED_AT_ONCE = 500;

    private final Office office;
    private final Ledger ledger;
    private final Actor by;
    private final @Nullable Actor approver;
    private final IntakeProgress progress;
    private final Deque<OnItsWay> ahead = new ArrayDeque<>();
    private final List<EntryId> waitingForApproval = new ArrayList<>();

    private record OnItsWay(CheckedRow row, CompletableFuture<Outcome> answer) {}

    /**
     * An import into a node.
     *
     * @param by who answers for the records; {@link Actor#NODE} where nobody signed for them
     * @param approver the second person, who lets them count; null leaves them waiting
     * @param progress is told while rows are recorded
     */
    public HoursImport(Office office, Actor by, @Nullable Actor approver, IntakeProgress progress) {
        this.office = office;
        this.ledger = office.ledger();
        this.by = by;
        this.approver = approver;
        this.progress = progress;
    }

    /**
     * What an import would write, for somebody to look at first.
     *
     * @param rowsKnown rows that an earlier import recorded
     * @param newVolunteers who would be enrolled
     * @param newActivities that would be opened
     * @param categories how many rows are of each kind of service
     */
    public record Prospect(long rowsKnown, long newVolunteers, long newActivities, Map<String, Long> categories) {}

    /**
     * Looks at what {@link #run} would write, and writes nothing.
     *
     * @throws ImportRefused as that would
     */
    public Prospect prospect(Intake intake) {
        ImportPlan plan = ImportPlan.of(intake);
        plan.requireFit(ledger.books(), by, approver);
        try (IntakeRows rows = intake.rows()) {
            long known = 0;
            Map<String, Long> categories = new TreeMap<>();
            while (rows.hasNext()) {
                CheckedRow row = rows.next();
                known += recorded(row).isPresent() ? 1 : 0;
                categories.merge(row.row().category(), 1L, Long::sum);
            }
            return new Prospect(known, plan.newVolunteers(office), plan.newActivities(office.ledger()), categories);
        }
    }

    /** The entry that an import has made of a row, if one has. */
    public Optional<EntryId> recorded(CheckedRow row) {
        return ledger.books().entryOf(requestOf(row.row().identity()));
    }

    /**
     * Records the rows of a table that was checked and found clean.
     *
     * @param report is told of every row
     * @throws ImportRefused before anything is written, where the staff or the table's categories do not fit this node
     */
    public IntakeSummary run(Intake intake, IntakeReport report) {
        ImportPlan plan = ImportPlan.of(intake);
        plan.requireFit(ledger.books(), by, approver);
        ImportedNumbers numbers = plan.carryOut(office, by);
        ZoneId zone = intake.mapping().zone();
        try (IntakeRows rows = intake.rows()) {
            for (long done = 1; rows.hasNext(); done++) {
                record(rows.next(), numbers, zone, report);
                progress.at((double) done / rows.size(), done);
            }
            while (!ahead.isEmpty()) {
                settle(ahead.remove(), report);
            }
            report.passedOver(rows.ofOtherSites());
        }
        approve();
        return report.finish();
    }

    private void record(CheckedRow checked, ImportedNumbers numbers, ZoneId zone, IntakeReport report) {
        EntryId earlier = recorded(checked).orElse(null);
        if (earlier != null) {
            report.alreadyThere(checked, earlier.toString());
            notePending(earlier);
            return;
        }
        if (ahead.size() >= AHEAD) {
            settle(ahead.remove(), report);
        }
        HoursRecorded event = event(checked.row(), numbers, zone);
        RequestId request = requestOf(checked.row().identity());
        ahead.add(new OnItsWay(checked, ledger.submit(new Draft(by, request, event))));
    }

    private void settle(OnItsWay row, IntakeReport report) {
        Outcome outcome = Ledger.answer(row.answer());
        if (outcome instanceof Outcome.Refused refused) {
            report.skipped(row.row(), refused.code() + ": " + refused.detail());
        } else {
            EntryId id = outcome.idOrThrow();
            report.recorded(row.row(), id.toString());
            waitingForApproval.add(id);
        }
    }

    /** A row of an earlier import may still wait, because that import named no approver or was stopped. */
    private void notePending(EntryId record) {
        boolean waits = ledger.books()
                .record(record)
                .filter(known -> known.state() == ServiceRecord.State.PENDING)
                .isPresent();
        if (approver != null && waits) {
            waitingForApproval.add(record);
        }
    }

    private void approve() {
        if (approver == null) {
            return;
        }
        Books books = ledger.books();
        int policy = books.policy().map(AdoptedPolicy::version).orElse(0);
        List<EntryId> theirs = waitingForApproval.stream()
                .filter(id -> books.record(id)
                        .filter(record -> !record.recorder().equals(approver.written()))
                        .isPresent())
                .toList();
        for (int from = 0; from < theirs.size(); from += APPROVED_AT_ONCE) {
            List<EntryId> some = theirs.subList(from, Math.min(from + APPROVED_AT_ONCE, theirs.size()));
            ledger.post(Draft.once(approver, new HoursApproved(some, policy))).idOrThrow();
        }
    }

    private static HoursRecorded event(ServiceRow row, ImportedNumbers numbers, ZoneId zone) {
        VolunteerNo volunteer = numbers.volunteer(row.volunteer());
        EntryId activity = numbers.activity(ImportPlan.ActivityKey.of(row));
        Long start = seconds(row.date(), row.start(), zone);
        Long end = start == null ? null : seconds(row.endDate(), row.end(), zone);
        if (start == null || end == null) {
            return new HoursRecorded(volunteer, activity, row.date(), null, null, row.minutes(), null, null);
        }
        // An end before the start on the same day means after midnight.
        Long after = end >= start ? end : seconds(row.endDate().plusDays(1), row.end(), zone);
        return new HoursRecorded(volunteer, activity, row.date(), start, after, row.minutes(), null, null);
    }

    private static @Nullable Long seconds(LocalDate day, @Nullable LocalTime time, ZoneId zone) {
        return time == null ? null : LocalDateTime.of(day, time).atZone(zone).toEpochSecond();
    }

    private static RequestId requestOf(RowIdentity identity) {
        return RequestId.derived("import/row", identity.digest().asBytes(), Ints.toByteArray(identity.occurrence()));
    }

    static <T> T known(@Nullable T value) {
        return Objects.requireNonNull(value, "the plan covers every row of the table");
    }
}

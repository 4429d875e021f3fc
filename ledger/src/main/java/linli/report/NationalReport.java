package linli.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import linli.entry.EntryId;
import linli.ledger.Books;
import linli.ledger.NationalEntry;
import linli.ledger.ServiceRecord;
import org.jspecify.annotations.Nullable;

/**
 * How far this branch's approved records have come at the national volunteer system.
 *
 * @param all of them together
 * @param months the same by the month of service
 * @param refused those that it refused, oldest entry first
 */
public record NationalReport(Count all, List<Month> months, List<Refusal> refused) implements Report {
    /** Refusals told to people; programs get all. */
    private static final int REFUSALS_SHOWN = 20;

    /**
     * How many records.
     *
     * @param records that are to be reported
     * @param minutes served in them
     * @param accepted taken in there
     * @param refused refused there
     * @param outstanding not answered yet
     */
    public record Count(long records, long minutes, long accepted, long refused, long outstanding) {
        private static final Count NONE = new Count(0, 0, 0, 0, 0);

        private static Count of(ServiceRecord record, @Nullable NationalEntry answer) {
            boolean accepted = answer != null && answer.accepted();
            boolean refused = answer != null && !answer.accepted();
            return new Count(1, record.minutes(), accepted ? 1 : 0, refused ? 1 : 0, answer == null ? 1 : 0);
        }

        private Count plus(Count more) {
            return new Count(
                    records + more.records,
                    minutes + more.minutes,
                    accepted + more.accepted,
                    refused + more.refused,
                    outstanding + more.outstanding);
        }
    }

    /** The records of one month of service. */
    public record Month(String month, Count count) {}

    /** A record that was refused, and why. */
    public record Refusal(String record, String volunteer, String day, String reason) {}

    static NationalReport of(Books books) {
        Map<YearMonth, Count> months = new TreeMap<>();
        List<Refusal> refused = new ArrayList<>();
        for (EntryId id : books.papers().reportable(LocalDate.MIN, LocalDate.MAX)) {
            ServiceRecord record = books.record(id).orElseThrow();
            NationalEntry answer = books.papers().national(id).orElse(null);
            months.merge(YearMonth.from(record.day()), Count.of(record, answer), Count::plus);
            if (answer != null && !answer.accepted()) {
                refused.add(new Refusal(
                        id.toString(),
                        record.volunteer().toString(),
                        record.day().toString(),
                        answer.word()));
            }
        }
        return new NationalReport(
                months.values().stream().reduce(Count.NONE, Count::plus),
                months.entrySet().stream()
                        .map(month -> new Month(month.getKey().toString(), month.getValue()))
                        .toList(),
                refused);
    }

    @Override
    @JsonIgnore
    public List<Column> columns() {
        return List.of(
                Column.left("month"),
                Column.right("records"),
                Column.right("hours"),
                Column.right("accepted"),
                Column.right("refused"),
                Column.right("outstanding"));
    }

    @Override
    @JsonIgnore
    public List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>();
        months.forEach(month -> lines.add(line(month.month(), month.count())));
        if (months.size() > 1) {
            lines.add(line("total", all));
        }
        return lines;
    }

    private static List<String> line(String label, Count count) {
        return List.of(
                label,
                Long.toString(count.records()),
                Durations.hours(count.minutes()),
                Long.toString(count.accepted()),
                Long.toString(count.refused()),
                Long.toString(count.outstanding()));
    }

    @Override
    @JsonIgnore
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add(String.format(
                Locale.ROOT,
                "%,d of %,d approved records are taken in, %,d refused, %,d without an answer.",
                all.accepted(),
                all.records(),
                all.refused(),
                all.outstanding()));
        refused.stream()
                .limit(REFUSALS_SHOWN)
                .map(one -> "Refused: " + one.record() + " of " + one.volunteer() + " on " + one.day() + ": "
                        + one.reason())
                .forEach(notes::add);
        if (refused.size() > REFUSALS_SHOWN) {
            notes.add("… and " + (refused.size() - REFUSALS_SHOWN) + " more; --format json has all.");
        }
        return notes;
    }
}

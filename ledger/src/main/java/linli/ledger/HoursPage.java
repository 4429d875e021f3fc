package linli.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.ledger.ServiceRecord.Flag;
import org.jspecify.annotations.Nullable;

/** Where records of hours are written down: on the volunteer's page, under their day, and in the totals. */
final class HoursPage {
    private static final int MINUTES_PER_DAY = 24 * 60;
    /** Records of one volunteer on one day: more is a file read wrongly, and every one of them is compared with all others. */
    static final int MAX_RECORDS_PER_DAY = 200;

    private final Posting posting;

    private HoursPage(Posting posting) {
        this.posting = posting;
    }

    static HoursPage of(Posting posting) {
        return new HoursPage(posting);
    }

    /** Puts a new record at the head of the volunteer's page, into the totals, and among those that wait. */
    ServiceRecord write(ServiceRecord bare, Flag... known) {
        VolunteerAccount volunteer = posting.volunteer(bare.volunteer());
        long dayKey =
                Table.dayKey(posting.branch(), bare.volunteer(), bare.day().toEpochDay());
        ServiceRecord record = bare.placed(flags(bare, known), volunteer.lastRecord());
        posting.put(volunteer.newest(record.id()));
        posting.put(Table.DAYS, dayKey, plus(posting.get(Table.DAYS, dayKey), record));
        posting.put(Table.PENDING, record.id().toLong(), new Table.Named(record.id()));
        count(record, 1);
        posting.put(record);
        return record;
    }

    private static Table.OfDay plus(Table.@Nullable OfDay day, ServiceRecord record) {
        List<EntryId> records = new ArrayList<>(day == null ? List.of() : day.entries());
        Rejection.DAY_FULL.unless(
                records.size() < MAX_RECORDS_PER_DAY,
                "%s has %s records on %s already",
                record.volunteer(),
                records.size(),
                record.day());
        records.add(record.id());
        return new Table.OfDay(records);
    }

    /** Moves a record to another state, and its minutes with it. */
    void move(ServiceRecord before, ServiceRecord after) {
        count(before, -1);
        count(after, 1);
        posting.put(after);
    }

    private void count(ServiceRecord record, int sign) {
        if (record.state().stands()) {
            posting.put(posting.volunteer(record.volunteer()).counted(record, sign));
            ServiceTotal line = ServiceTotal.lineOf(posting.activity(record.activity()), record);
            long key = RowKeys.ofTotal(posting.changes(), line);
            ServiceTotal known = posting.get(Table.TOTALS, key);
            posting.put(
                    Table.TOTALS,
                    key,
                    Objects.requireNonNullElse(known, line).plus((long) sign * record.minutes(), sign));
        }
    }

    private List<Flag> flags(ServiceRecord record, Flag... known) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        flags.addAll(List.of(known));
        if (record.minutes() > MINUTES_PER_DAY) {
            flags.add(Flag.OVER_A_DAY);
        }
        if (record.day().isAfter(posting.today())) {
            flags.add(Flag.FUTURE);
        }
        List<ServiceRecord> sameDay = ofDay(record.volunteer(), record.day());
        if (sameDay.stream().anyMatch(record::repeats)) {
            flags.add(Flag.REPEAT);
        }
        if (sameDay.stream().anyMatch(record::overlaps) || overlapsNight(record)) {
            flags.add(Flag.OVERLAP);
        }
        return List.copyOf(flags);
    }

    /** A night shift belongs to the day on which it began, and it may be written down before or after the morning's. */
    private boolean overlapsNight(ServiceRecord record) {
        return record.startSeconds() != null
                && (ofDay(record.volunteer(), record.day().minusDays(1)).stream()
                                .anyMatch(record::overlaps)
                        || ofDay(record.volunteer(), record.day().plusDays(1)).stream()
                                .anyMatch(record::overlaps));
    }

    /** What of a volunteer's day stands at this branch. */
    List<ServiceRecord> ofDay(VolunteerNo volunteer, LocalDate day) {
        Table.OfDay known = posting.get(Table.DAYS, Table.dayKey(posting.branch(), volunteer, day.toEpochDay()));
        if (known == null) {
            return List.of();
        }
        return known.entries().stream()
                .map(id -> Objects.requireNonNull(posting.get(Table.RECORDS, id.toLong()), "a day names a record"))
                .filter(record ->
                        record.volunteer().equals(volunteer) && record.state().stands())
                .toList();
    }
}

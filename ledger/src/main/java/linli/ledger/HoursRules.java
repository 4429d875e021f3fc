package linli.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.Role;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.HoursApproved;
import linli.entry.VolunteeringEvent.HoursRecorded;
import linli.entry.VolunteeringEvent.HoursRejected;
import linli.entry.VolunteeringEvent.HoursReversed;
import linli.ledger.ServiceRecord.Flag;
import linli.ledger.ServiceRecord.State;
import org.jspecify.annotations.Nullable;

/** The hours' desk: records, and the second person who lets them count. */
final class HoursRules {
    private static final int MINUTES_PER_DAY = 24 * 60;
    /** Records of one volunteer on one day: more is a file read wrongly, and every one of them is compared with all others. */
    static final int MAX_RECORDS_PER_DAY = 200;

    private HoursRules() {}

    static void recorded(HoursRecorded event, Posting posting) {
        posting.needs(Role.CLERK);
        posting.volunteer(event.volunteer());
        Activity activity = posting.activity(event.activity());
        record(
                posting,
                new ServiceRecord(
                        posting.id(),
                        event.volunteer(),
                        activity.id(),
                        event.day(),
                        event.startSeconds(),
                        event.endSeconds(),
                        event.minutes(),
                        Evidence.BACKFILL,
                        List.of(),
                        posting.by().written(),
                        State.PENDING,
                        null,
                        0,
                        0,
                        0,
                        null));
    }

    /** The record that a check-out makes. It counts at once unless the policy, or its length, asks for a second person. */
    static void byClock(Posting posting, VolunteerNo volunteer, Table.Visit visit, int minutes) {
        Policy policy = posting.policy();
        ServiceRecord record = record(
                posting,
                new ServiceRecord(
                        posting.id(),
                        volunteer,
                        visit.activity(),
                        policy.dayOf(visit.sinceSeconds()),
                        visit.sinceSeconds(),
                        posting.atSeconds(),
                        minutes,
                        Evidence.CLOCK,
                        List.of(),
                        posting.by().written(),
                        State.PENDING,
                        null,
                        0,
                        0,
                        0,
                        null));
        if (!policy.clockNeedsSecondPerson() && minutes <= policy.longestSessionMinutes()) {
            approve(posting, record, Actor.NODE);
        }
    }

    static void approved(HoursApproved event, Posting posting) {
        posting.needsPerson(Role.APPROVER);
        int inForce = posting.adopted().version();
        Rejection.POLICY_VERSION.unless(event.policy() == inForce, "policy version %s is in force", inForce);
        for (EntryId id : event.records()) {
            ServiceRecord record = pending(posting, id);
            Rejection.SECOND_PERSON_NEEDED.unless(
                    !record.recorder().equals(posting.by().written()),
                    "%s recorded %s",
                    posting.by().written(),
                    id);
            approve(posting, record, posting.by());
        }
    }

    static void rejected(HoursRejected event, Posting posting) {
        posting.needsPerson(Role.APPROVER);
        ServiceRecord record = pending(posting, event.record());
        move(posting, record, record.rejected(posting.by().written()));
    }

    static void reversed(HoursReversed event, Posting posting) {
        posting.needsPerson(Role.APPROVER);
        ServiceRecord record = posting.ownRecord(event.record());
        Rejection.RECORD_NOT_APPROVED.unless(
                record.state() == State.APPROVED, "record %s is %s", record.id(), record.state());
        move(posting, record, record.reversed(posting.by().written()));
        PointsRules.takeBack(posting, record.volunteer(), record.points());
    }

    private static ServiceRecord pending(Posting posting, EntryId id) {
        ServiceRecord record = posting.ownRecord(id);
        Rejection.RECORD_NOT_PENDING.unless(record.state() == State.PENDING, "record %s is %s", id, record.state());
        return record;
    }

    /** Puts a new record at the head of the volunteer's page and into the totals. */
    private static ServiceRecord record(Posting posting, ServiceRecord bare) {
        VolunteerAccount volunteer = posting.volunteer(bare.volunteer());
        long dayKey =
                Table.dayKey(posting.branch(), bare.volunteer(), bare.day().toEpochDay());
        ServiceRecord record = bare.placed(flags(posting, bare), volunteer.lastRecord());
        posting.put(volunteer.newest(record.id()));
        posting.put(Table.DAYS, dayKey, plus(posting.get(Table.DAYS, dayKey), record));
        count(posting, record, 1);
        posting.put(record);
        return record;
    }

    private static Table.ServiceDay plus(Table.@Nullable ServiceDay day, ServiceRecord record) {
        List<EntryId> records = new ArrayList<>(day == null ? List.of() : day.records());
        Rejection.DAY_FULL.unless(
                records.size() < MAX_RECORDS_PER_DAY,
                "%s has %s records on %s already",
                record.volunteer(),
                records.size(),
                record.day());
        records.add(record.id());
        return new Table.ServiceDay(records);
    }

    private static void approve(Posting posting, ServiceRecord record, Actor approver) {
        AdoptedPolicy adopted = posting.adopted();
        Policy policy = Policy.parse(adopted.document());
        int already = ofDay(posting, record.volunteer(), record.day()).stream()
                .mapToInt(ServiceRecord::creditedMinutes)
                .sum();
        int credited = policy.creditedMinutes(record.minutes(), already);
        long points = policy.pointsFor(posting.activity(record.activity()).category(), credited);
        move(posting, record, record.approved(approver.written(), adopted.version(), credited, points));
        PointsRules.issue(posting, record.volunteer(), points);
    }

    /** Moves a record to another state, and its minutes with it. */
    private static void move(Posting posting, ServiceRecord before, ServiceRecord after) {
        count(posting, before, -1);
        count(posting, after, 1);
        posting.put(after);
    }

    private static void count(Posting posting, ServiceRecord record, int sign) {
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

    private static List<Flag> flags(Posting posting, ServiceRecord record) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (record.minutes() > MINUTES_PER_DAY) {
            flags.add(Flag.OVER_A_DAY);
        }
        if (record.day().isAfter(posting.today())) {
            flags.add(Flag.FUTURE);
        }
        List<ServiceRecord> sameDay = ofDay(posting, record.volunteer(), record.day());
        if (sameDay.stream().anyMatch(other -> repeats(other, record))) {
            flags.add(Flag.REPEAT);
        }
        if (overlapsAny(sameDay, record) || overlapsNight(posting, record)) {
            flags.add(Flag.OVERLAP);
        }
        return List.copyOf(flags);
    }

    /** A night shift belongs to the day on which it began, and it may be written down before or after the morning's. */
    private static boolean overlapsNight(Posting posting, ServiceRecord record) {
        return record.startSeconds() != null
                && (overlapsAny(ofDay(posting, record.volunteer(), record.day().minusDays(1)), record)
                        || overlapsAny(
                                ofDay(posting, record.volunteer(), record.day().plusDays(1)), record));
    }

    private static boolean overlapsAny(List<ServiceRecord> others, ServiceRecord record) {
        return others.stream().anyMatch(other -> overlaps(other, record));
    }

    private static List<ServiceRecord> ofDay(Posting posting, VolunteerNo volunteer, LocalDate day) {
        Table.ServiceDay known = posting.get(Table.DAYS, Table.dayKey(posting.branch(), volunteer, day.toEpochDay()));
        if (known == null) {
            return List.of();
        }
        return known.records().stream()
                .map(id -> Objects.requireNonNull(posting.get(Table.RECORDS, id.toLong()), "a day names a record"))
                .filter(record ->
                        record.volunteer().equals(volunteer) && record.state().stands())
                .toList();
    }

    private static boolean repeats(ServiceRecord one, ServiceRecord other) {
        return one.activity().equals(other.activity())
                && one.minutes() == other.minutes()
                && Objects.equals(one.startSeconds(), other.startSeconds())
                && Objects.equals(one.endSeconds(), other.endSeconds());
    }

    private static boolean overlaps(ServiceRecord one, ServiceRecord other) {
        return one.startSeconds() != null
                && one.endSeconds() != null
                && other.startSeconds() != null
                && other.endSeconds() != null
                && one.startSeconds() < other.endSeconds()
                && other.startSeconds() < one.endSeconds();
    }
}

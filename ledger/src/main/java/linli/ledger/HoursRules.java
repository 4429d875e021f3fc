package linli.ledger;

import java.time.LocalDate;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.HoursEvent.HoursApproved;
import linli.entry.HoursEvent.HoursRecorded;
import linli.entry.HoursEvent.HoursRejected;
import linli.entry.HoursEvent.HoursReversed;
import linli.entry.Role;
import linli.entry.VolunteerNo;
import linli.ledger.ServiceRecord.Decision;
import linli.ledger.ServiceRecord.Flag;
import linli.ledger.ServiceRecord.Reversal;
import linli.ledger.ServiceRecord.Span;
import linli.ledger.ServiceRecord.State;
import org.jspecify.annotations.Nullable;

/** The hours' desk: records, and the second person who lets them count. */
final class HoursRules {
    private HoursRules() {}

    static void recorded(HoursRecorded event, Posting posting) {
        posting.needs(Role.CLERK);
        posting.volunteer(event.volunteer());
        Activity activity = posting.activity(event.activity());
        requireCorrectable(event.corrects(), event.volunteer(), posting);
        Span span = new Span(event.day(), event.startSeconds(), event.endSeconds(), event.minutes());
        HoursPage.of(posting)
                .write(ServiceRecord.pending(
                        posting.id(),
                        event.volunteer(),
                        activity.id(),
                        span,
                        Evidence.BACKFILL,
                        posting.by().written(),
                        event.corrects()));
    }

    /** What is wrong is taken back first; then the right record can say whose place it takes. */
    private static void requireCorrectable(@Nullable EntryId corrects, VolunteerNo volunteer, Posting posting) {
        if (corrects != null) {
            ServiceRecord wrong = posting.ownRecord(corrects);
            Rejection.RECORD_STANDS.unless(
                    !wrong.state().stands() && wrong.volunteer().equals(volunteer),
                    "record %s of %s is %s; what is to be corrected is rejected or reversed first",
                    corrects,
                    wrong.volunteer(),
                    wrong.state());
        }
    }

    /** The record that a check-out makes. It counts at once unless the policy, or its length, asks for a second person. */
    static void byClock(Posting posting, VolunteerNo volunteer, Visit visit, int minutes) {
        ServiceRecord record = HoursPage.of(posting)
                .write(of(
                        visit, volunteer, minutes, visit.sinceSeconds(), posting.atSeconds(), Evidence.CLOCK, posting));
        HoursPolicy policy = posting.policy().hours();
        if (!policy.clockNeedsSecondPerson() && minutes <= policy.longestSessionMinutes()) {
            approve(posting, record, Actor.NODE);
        }
    }

    /** The record of a visit that nobody ended: its length is a guess, so it always waits for a second person. */
    static void guessed(Posting posting, VolunteerNo volunteer, Visit visit, int minutes) {
        long end = visit.sinceSeconds() + minutes * 60L;
        HoursPage.of(posting)
                .write(
                        of(visit, volunteer, minutes, visit.sinceSeconds(), end, Evidence.BACKFILL, posting),
                        Flag.NO_CHECK_OUT);
    }

    private static ServiceRecord of(
            Visit visit, VolunteerNo volunteer, int minutes, long start, long end, Evidence evidence, Posting posting) {
        LocalDate day = posting.policy().dayOf(start);
        return ServiceRecord.pending(
                posting.id(),
                volunteer,
                visit.activity(),
                new Span(day, start, end, minutes),
                evidence,
                posting.by().written(),
                null);
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
            posting.mustNotBe(record.volunteer());
            approve(posting, record, posting.by());
        }
    }

    static void rejected(HoursRejected event, Posting posting) {
        posting.needsPerson(Role.APPROVER);
        ServiceRecord record = pending(posting, event.record());
        Decision decision = new Decision(posting.id(), posting.by().written(), 0, 0, 0);
        HoursPage.of(posting).move(record, record.decided(State.REJECTED, decision));
        posting.remove(Table.PENDING, record.id().toLong());
    }

    static void reversed(HoursReversed event, Posting posting) {
        posting.needsPerson(Role.APPROVER);
        ServiceRecord record = posting.ownRecord(event.record());
        Rejection.RECORD_NOT_APPROVED.unless(
                record.state() == State.APPROVED, "record %s is %s", record.id(), record.state());
        Reversal reversal = new Reversal(posting.id(), posting.by().written());
        HoursPage.of(posting).move(record, record.reversed(reversal));
        PublicityRules.takeBack(posting, record);
    }

    private static ServiceRecord pending(Posting posting, EntryId id) {
        ServiceRecord record = posting.ownRecord(id);
        Rejection.RECORD_NOT_PENDING.unless(record.state() == State.PENDING, "record %s is %s", id, record.state());
        return record;
    }

    private static void approve(Posting posting, ServiceRecord record, Actor approver) {
        AdoptedPolicy adopted = posting.adopted();
        Policy policy = Policy.parse(adopted.document());
        int already = HoursPage.of(posting).ofDay(record.volunteer(), record.day()).stream()
                .mapToInt(ServiceRecord::creditedMinutes)
                .sum();
        int credited = policy.hours().creditedMinutes(record.minutes(), already);
        String category = posting.activity(record.activity()).category();
        Decision decision = new Decision(
                posting.id(), approver.written(), adopted.version(), credited, policy.pointsFor(category, credited));
        ServiceRecord approved = record.decided(State.APPROVED, decision);
        HoursPage.of(posting).move(record, approved);
        posting.remove(Table.PENDING, record.id().toLong());
        PublicityRules.announce(posting, approved);
    }
}

package linli.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import org.jspecify.annotations.Nullable;

/**
 * One record of hours. Its id is the entry that made it: HoursRecorded, CheckedOut or CheckOutMissed.
 *
 * @param id the entry
 * @param volunteer who served
 * @param activity in what
 * @param day on which it began
 * @param startSeconds when, epoch seconds, if known
 * @param endSeconds until when
 * @param minutes the time
 * @param evidence how it is known
 * @param flags what an approver should look at
 * @param recorder who wrote it down, as {@link linli.entry.Actor#written}
 * @param corrects the record that stands right in this one
 * @param previous the volunteer's record before this one: their page is a chain, newest first
 * @param state where it stands
 * @param decision who approved or rejected it, and what it is worth; absent while it waits
 * @param reversal who took an approval back; absent where it stands
 * @param show its time on public show, once it is approved
 */
public record ServiceRecord(
        EntryId id,
        VolunteerNo volunteer,
        EntryId activity,
        LocalDate day,
        @Nullable Long startSeconds,
        @Nullable Long endSeconds,
        int minutes,
        Evidence evidence,
        List<Flag> flags,
        String recorder,
        @Nullable EntryId corrects,
        @Nullable EntryId previous,
        State state,
        @Nullable Decision decision,
        @Nullable Reversal reversal,
        @Nullable Show show) {

    /** Where a record stands. */
    public enum State {
        PENDING,
        APPROVED,
        REJECTED,
        REVERSED;

        /** Whether its minutes are in the totals. */
        public boolean stands() {
            return this == PENDING || this == APPROVED;
        }
    }

    /** What makes a record worth a second look. It stays in the totals: flagged, never dropped. */
    public enum Flag {
        /** Same volunteer, activity, day, times and minutes as an earlier record. */
        REPEAT,
        /** More than 24 hours. */
        OVER_A_DAY,
        /** Its time overlaps another record of the same volunteer. */
        OVERLAP,
        /** The day had not come yet when it was recorded. */
        FUTURE,
        /** Nobody checked out: the time is a guess. */
        NO_CHECK_OUT
    }

    /**
     * What was decided.
     *
     * @param entry by which
     * @param by who approved or rejected it, as {@link linli.entry.Actor#written}
     * @param policy version under which points were reckoned; 0 where none were
     * @param creditedMinutes the part of the time that earns points, after longest session and daily cap
     * @param points earned
     */
    public record Decision(EntryId entry, String by, int policy, int creditedMinutes, long points) {}

    /**
     * An approval that was taken back.
     *
     * @param entry by which
     * @param by who, as {@link linli.entry.Actor#written}
     */
    public record Reversal(EntryId entry, String by) {}

    /**
     * Approved hours on public show (公示).
     *
     * @param until the day from which their points can count
     * @param disputed whether an objection is open
     * @param over whether the points are the volunteer's
     * @param objection the newest entry that says what somebody objects to, open or not; absent where nobody has
     */
    public record Show(
            LocalDate until,
            boolean disputed,
            boolean over,
            @Nullable EntryId objection) {
        Show disputed(EntryId by) {
            return new Show(until, true, over, by);
        }

        Show dismissed() {
            return new Show(until, false, over, objection);
        }

        Show ended() {
            return new Show(until, disputed, true, objection);
        }
    }

    /** A record that waits for its decision. */
    static ServiceRecord pending(
            EntryId id,
            VolunteerNo volunteer,
            EntryId activity,
            Span span,
            Evidence evidence,
            String recorder,
            @Nullable EntryId corrects) {
        return new ServiceRecord(
                id,
                volunteer,
                activity,
                span.day(),
                span.startSeconds(),
                span.endSeconds(),
                span.minutes(),
                evidence,
                List.of(),
                recorder,
                corrects,
                null,
                State.PENDING,
                null,
                null,
                null);
    }

    /** When and how long. */
    record Span(
            LocalDate day,
            @Nullable Long startSeconds,
            @Nullable Long endSeconds,
            int minutes) {}

    /** Who decided last; null while it waits. */
    public @Nullable String decider() {
        return reversal != null ? reversal.by() : decision == null ? null : decision.by();
    }

    /** Version of the policy under which points were reckoned, 0 before. */
    public int policy() {
        return decision == null ? 0 : decision.policy();
    }

    /** The part of the time that earns points. */
    public int creditedMinutes() {
        return decision == null || state != State.APPROVED ? 0 : decision.creditedMinutes();
    }

    /** Points earned, also by a record that was reversed since. */
    public long points() {
        return decision == null ? 0 : decision.points();
    }

    /** Whether it is approved and its points do not count yet. */
    public boolean onShow() {
        return state == State.APPROVED && show != null && !show.over();
    }

    /** Whether its time counts and was served on one of these days. */
    boolean countsBetween(LocalDate firstDay, LocalDate lastDay) {
        return state == State.APPROVED && !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    /** Whether it has been on show long enough by a day, and nobody objects. */
    boolean isShownUntil(LocalDate today) {
        return show != null && onShow() && !show.disputed() && !today.isBefore(show.until());
    }

    /** Whether it says the same as another record of the same volunteer and day. */
    boolean repeats(ServiceRecord other) {
        return activity.equals(other.activity)
                && minutes == other.minutes
                && Objects.equals(startSeconds, other.startSeconds)
                && Objects.equals(endSeconds, other.endSeconds);
    }

    /** Whether both times are known and share some. */
    boolean overlaps(ServiceRecord other) {
        return startSeconds != null
                && endSeconds != null
                && other.startSeconds != null
                && other.endSeconds != null
                && startSeconds < other.endSeconds
                && other.startSeconds < endSeconds;
    }

    /** The record as it goes on the volunteer's page. */
    ServiceRecord placed(List<Flag> seen, @Nullable EntryId before) {
        return new ServiceRecord(
                id,
                volunteer,
                activity,
                day,
                startSeconds,
                endSeconds,
                minutes,
                evidence,
                seen,
                recorder,
                corrects,
                before,
                state,
                decision,
                reversal,
                show);
    }

    ServiceRecord decided(State newState, Decision newDecision) {
        return with(newState, newDecision, null, show);
    }

    ServiceRecord reversed(Reversal newReversal) {
        return with(State.REVERSED, decision, newReversal, show);
    }

    ServiceRecord shown(Show newShow) {
        return with(state, decision, reversal, newShow);
    }

    private ServiceRecord with(
            State newState, @Nullable Decision newDecision, @Nullable Reversal newReversal, @Nullable Show newShow) {
        return new ServiceRecord(
                id,
                volunteer,
                activity,
                day,
                startSeconds,
                endSeconds,
                minutes,
                evidence,
                flags,
                recorder,
                corrects,
                previous,
                newState,
                newDecision,
                newReversal,
                newShow);
    }
}

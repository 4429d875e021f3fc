package linli.ledger;

import java.time.LocalDate;
import java.util.List;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import org.jspecify.annotations.Nullable;

/**
 * One record of hours. Its id is the entry that made it: HoursRecorded or CheckedOut.
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
 * @param state where it stands
 * @param decider who approved, rejected or reversed it; absent while it waits
 * @param policy version under which points were reckoned, 0 before
 * @param creditedMinutes the part of the time that earns points, after longest session and daily cap
 * @param points earned
 * @param previous the volunteer's record before this one: their page is a chain, newest first
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
        State state,
        @Nullable String decider,
        int policy,
        int creditedMinutes,
        long points,
        @Nullable EntryId previous) {

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
        FUTURE
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
                state,
                decider,
                policy,
                creditedMinutes,
                points,
                before);
    }

    ServiceRecord approved(String approver, int policyVersion, int credited, long earned) {
        return decided(State.APPROVED, approver, policyVersion, credited, earned);
    }

    ServiceRecord rejected(String approver) {
        return decided(State.REJECTED, approver, 0, 0, 0);
    }

    ServiceRecord reversed(String approver) {
        return decided(State.REVERSED, approver, policy, 0, points);
    }

    private ServiceRecord decided(State newState, String by, int policyVersion, int credited, long earned) {
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
                newState,
                by,
                policyVersion,
                credited,
                earned,
                previous);
    }
}

package linli.web.api.points;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import linli.entry.Entry;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.EventTypes;
import linli.entry.HoursEvent.HoursReversed;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.ShopEvent.RedemptionReversed;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.Evidence;
import linli.ledger.Movement;
import linli.ledger.PointsAccount;
import linli.ledger.ServiceRecord;
import linli.ledger.ServiceRecord.Decision;
import linli.report.Why;
import linli.web.clock.CountyZone;
import linli.web.hours.Signatory;
import linli.web.list.Page;
import linli.web.list.Paging;
import org.jspecify.annotations.Nullable;

/**
 * A line of somebody's passbook with what it rests on.
 *
 * @param cause the record of hours, or the entry that moved the points
 * @param entry that moved them
 * @param at when
 * @param counter where they came from or went to
 * @param points by which what is held changed
 * @param owed by which what is owed changed: below zero where it grew
 * @param held what is held since
 * @param event what the entry is; absent where the log it stands in is not here
 * @param by who wrote it
 * @param reason why, where somebody had to say so
 * @param hours that were worth the points; absent where they moved for another reason
 */
public record WhyJson(
        EntryId cause,
        EntryId entry,
        ZonedDateTime at,
        PointsAccount.Kind counter,
        long points,
        long owed,
        long held,
        @Nullable String event,
        @Nullable Signatory by,
        @Nullable String reason,
        @Nullable HoursWorth hours) {

    /** Hours, the rule by which they were worth points, and the two people who answer for them. */
    record HoursWorth(
            EntryId record,
            EntryId activity,
            String activityName,
            String category,
            LocalDate day,
            int minutes,
            Evidence evidence,
            int policyVersion,
            int pointsPerHour,
            int creditedMinutes,
            long points,
            Signatory recorder,
            Signatory approver) {
        private static HoursWorth of(Why.Hours hours, Books books) {
            ServiceRecord record = hours.record();
            Decision decision = Objects.requireNonNull(record.decision(), "only approved hours are worth points");
            return new HoursWorth(
                    record.id(),
                    record.activity(),
                    hours.activity().name(),
                    hours.activity().category(),
                    record.day(),
                    record.minutes(),
                    record.evidence(),
                    decision.policy(),
                    hours.pointsPerHour(),
                    decision.creditedMinutes(),
                    decision.points(),
                    Signatory.of(record.recorder(), record.id().branch(), books),
                    Signatory.of(decision.by(), record.id().branch(), books));
        }
    }

    /**
     * A page of what a volunteer holds at a branch rests on, newest first.
     *
     * @param entries finds entries of any log
     */
    public static Page<WhyJson> lines(
            VolunteerNo number, int branch, Books books, Function<EntryId, Optional<Entry>> entries, Paging paging) {
        return books.together(all -> paging.page(
                Why.of(all, entries, branch, number, paging.fromEntry(), paging.toRead())
                        .reasons(),
                reason -> reason.movement().cause(),
                reason -> of(reason, all)));
    }

    private static WhyJson of(Why.Reason reason, Books books) {
        Movement movement = reason.movement();
        Entry entry = reason.entry();
        Why.Hours hours = reason.hours();
        return new WhyJson(
                movement.cause(),
                movement.entry(),
                CountyZone.at(books, movement.atSeconds()),
                movement.counter(),
                movement.points(),
                movement.owed(),
                movement.held(),
                entry == null ? null : EventTypes.nameOf(entry.event()),
                entry == null
                        ? null
                        : Signatory.of(entry.by().written(), movement.entry().branch(), books),
                entry == null ? null : reason(entry.event()),
                hours == null ? null : HoursWorth.of(hours, books));
    }

    private static @Nullable String reason(Event event) {
        if (event instanceof PointsAdjusted adjusted) {
            return adjusted.reason();
        } else if (event instanceof HoursReversed reversed) {
            return reversed.reason();
        }
        return event instanceof RedemptionReversed undone ? undone.reason() : null;
    }
}

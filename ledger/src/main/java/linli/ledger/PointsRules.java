package linli.ledger;

import java.util.Objects;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.Role;
import linli.entry.VolunteerNo;
import linli.ledger.PointsAccount.Kind;

/** The points' desk. Everything is double entry: what one account gains, another gives. */
final class PointsRules {
    private PointsRules() {}

    static void adjusted(PointsAdjusted event, Posting posting) {
        posting.needsPerson(Role.MANAGER);
        posting.put(posting.volunteer(event.volunteer()));
        PointsAccount adjusted = PointsAccount.of(posting.branch(), Kind.ADJUSTED);
        if (event.points() > 0) {
            give(posting, adjusted, event.volunteer(), event.points());
        } else {
            spend(posting, event.volunteer(), -event.points(), adjusted);
        }
    }

    /** Points a volunteer gives away, which must be there. */
    static void spend(Posting posting, VolunteerNo volunteer, long points, PointsAccount to) {
        posting.volunteer(volunteer);
        PointsAccount held = held(posting, volunteer);
        Rejection.NOT_ENOUGH_POINTS.unless(
                held.points() >= points, "%s holds %s points here", volunteer, held.points());
        transfer(posting, held, to, points);
    }

    /** Points for hours that were approved. */
    static void issue(Posting posting, VolunteerNo volunteer, long points) {
        give(posting, PointsAccount.of(posting.branch(), Kind.ISSUED), volunteer, points);
    }

    /**
     * Points for hours that were reversed. What the volunteer no longer holds becomes a debt, settled from later earnings: a
     * balance to spend is never below zero.
     */
    static void takeBack(Posting posting, VolunteerNo volunteer, long points) {
        PointsAccount issued = PointsAccount.of(posting.branch(), Kind.ISSUED);
        PointsAccount held = held(posting, volunteer);
        long there = Math.min(held.points(), points);
        transfer(posting, held, issued, there);
        transfer(posting, PointsAccount.of(posting.branch(), Kind.OWED, volunteer), issued, points - there);
    }

    /** Gives points to a volunteer, settling what they owe first. */
    static void give(Posting posting, PointsAccount from, VolunteerNo volunteer, long points) {
        PointsAccount owed = known(posting, PointsAccount.of(posting.branch(), Kind.OWED, volunteer));
        long settled = Math.min(-owed.points(), points);
        transfer(posting, from, owed, settled);
        transfer(posting, from, held(posting, volunteer), points - settled);
    }

    private static PointsAccount held(Posting posting, VolunteerNo volunteer) {
        return known(posting, PointsAccount.of(posting.branch(), Kind.HELD, volunteer));
    }

    private static void transfer(Posting posting, PointsAccount from, PointsAccount to, long points) {
        if (points != 0) {
            put(posting, known(posting, from).plus(-points));
            put(posting, known(posting, to).plus(points));
        }
    }

    private static PointsAccount known(Posting posting, PointsAccount account) {
        return Objects.requireNonNullElse(posting.get(Table.POINTS, key(posting, account)), account);
    }

    private static void put(Posting posting, PointsAccount account) {
        posting.put(Table.POINTS, key(posting, account), account);
    }

    private static long key(Posting posting, PointsAccount account) {
        return RowKeys.ofPoints(posting.changes(), account);
    }
}

package linli.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.ledger.PointsAccount.Kind;

/**
 * Moves points between one volunteer and one other account, for one entry: what one account gains another gives, the purse
 * knows when it lapses, and the passbook has a line for it.
 *
 * <p>A balance to spend is never below zero. What must be taken back and is no longer there is owed, and settled from whatever
 * is earned next.
 */
final class Till {
    private final Posting posting;
    private final VolunteerNo volunteer;
    private final PointsAccount counter;
    private final EntryId cause;

    /** A movement that is about the entry itself. */
    Till(Posting posting, VolunteerNo volunteer, PointsAccount counter) {
        this(posting, volunteer, counter, posting.id());
    }

    /**
     * @param counter the other account
     * @param cause what the movement is about
     */
    Till(Posting posting, VolunteerNo volunteer, PointsAccount counter, EntryId cause) {
        this.posting = posting;
        this.volunteer = volunteer;
        this.counter = counter;
        this.cause = cause;
    }

    /** Points earned today, which last as long as the policy says; refused where the purse is full. */
    void earn(long points, Policy policy) {
        take(Lots.of(points, policy.points().lapsesAfter(posting.today())));
    }

    /** Points of these lots, which last as long as they say; refused where the purse is full. */
    void take(Lots lots) {
        Rejection.HOLDING_LIMIT.unless(
                hasRoomFor(lots.total()),
                "%s holds %s points here; more than %s are not held",
                volunteer,
                held().points(),
                posting.policy().points().holdingLimit());
        give(lots);
    }

    /** Whether so many more points can be held. */
    boolean hasRoomFor(long points) {
        long limit = posting.policy().points().holdingLimit();
        return Math.addExact(held().points(), points) + owed().points() <= limit;
    }

    /** Points that were the volunteer's before: there is always room for them. */
    void giveBack(Lots lots) {
        give(lots);
    }

    private void give(Lots lots) {
        long settled = Math.min(-owed().points(), lots.total());
        transfer(counter, owed(), settled);
        Lots rest = lots.part(settled, lot -> true).left();
        transfer(counter, held(), rest.total());
        note(rest.total(), settled, purse().plus(rest.list()));
    }

    /** Points the volunteer gives away, which must be there and must not have lapsed; what lapses soonest goes first. */
    Lots spend(long points) {
        posting.volunteer(volunteer);
        long spendable = purse().total() - purse().lapsedAfter(posting.today().minusDays(1));
        Rejection.NOT_ENOUGH_POINTS.unless(spendable >= points, "%s can spend %s points here", volunteer, spendable);
        Lots.Parted parted = purse().part(points, Lots.spendableOn(posting.today()));
        transfer(held(), counter, points);
        note(-points, 0, parted.left());
        return parted.taken();
    }

    /** Takes back what should not have been given; what is no longer there is owed. */
    void takeBack(long points) {
        long there = Math.min(held().points(), points);
        Lots left = purse().part(there, lot -> true).left();
        transfer(held(), counter, there);
        transfer(owed(), counter, points - there);
        note(-there, there - points, left);
    }

    /** Everything that should have been spent up to a day lapses; it must be so many points. */
    void expire(long points, LocalDate upTo) {
        long lapsed = purse().lapsedAfter(upTo);
        Rejection.NOTHING_LAPSED.unless(lapsed == points, "%s points of %s have lapsed by %s", lapsed, volunteer, upTo);
        Lots left = purse().part(points, lot -> Lots.of(List.of(lot)).lapsedAfter(upTo) > 0)
                .left();
        transfer(held(), counter, points);
        note(-points, 0, left);
    }

    private Lots purse() {
        return Lots.of(row().lots());
    }

    private Purse row() {
        Purse purse = posting.get(Table.PURSES, purseKey());
        return purse == null ? Purse.empty(posting.branch(), volunteer) : purse;
    }

    private long purseKey() {
        return RowKeys.ofPurse(posting.changes(), posting.branch(), volunteer);
    }

    private void note(long points, long owed, Lots held) {
        if (points != 0 || owed != 0) {
            Purse before = row();
            posting.put(
                    Table.MOVEMENTS,
                    cause.toLong(),
                    new Movement(
                            cause,
                            posting.id(),
                            volunteer,
                            counter.kind(),
                            points,
                            owed,
                            posting.atSeconds(),
                            before.lastMovement()));
            posting.put(Table.PURSES, purseKey(), before.with(held, cause));
        }
    }

    private PointsAccount held() {
        return known(posting, PointsAccount.of(posting.branch(), Kind.HELD, volunteer));
    }

    private PointsAccount owed() {
        return known(posting, PointsAccount.of(posting.branch(), Kind.OWED, volunteer));
    }

    private void transfer(PointsAccount from, PointsAccount to, long points) {
        transfer(posting, from, to, points);
    }

    /** Moves points from one account to another; nothing happens where there are none. */
    static void transfer(Posting posting, PointsAccount from, PointsAccount to, long points) {
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

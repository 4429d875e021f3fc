package linli.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import linli.entry.EntryId;
import linli.entry.PointsEvent.Lot;
import linli.entry.VolunteerNo;
import org.jspecify.annotations.Nullable;

/**
 * Goods and coupons that a volunteer took for points (兑换).
 *
 * @param id the PointsRedeemed entry
 * @param volunteer who paid
 * @param lines what they took
 * @param points the sum
 * @param lots the points paid by the day after which they would have lapsed: as such they come back
 * @param by who wrote it, as {@link linli.entry.Actor#written}
 * @param day where the county is
 * @param atSeconds when, epoch seconds
 * @param lastUse the newest {@link CouponUse} of its coupons
 * @param reversal by what it was undone; absent while it stands
 * @param previous the volunteer's redemption before this one: a chain, newest first
 * @param previousOfDay the redemption before this one on the same day, whoever's
 */
public record Redemption(
        EntryId id,
        VolunteerNo volunteer,
        List<Line> lines,
        long points,
        List<Lot> lots,
        String by,
        LocalDate day,
        long atSeconds,
        @Nullable EntryId lastUse,
        @Nullable Reversal reversal,
        @Nullable EntryId previous,
        @Nullable EntryId previousOfDay) {

    private static final int SECONDS_PER_MINUTE = 60;

    /**
     * One item of a redemption.
     *
     * @param item which
     * @param quantity pieces
     * @param points the price of one, as it was
     * @param coupons for a service, what is left of it; absent for goods
     */
    public record Line(
            EntryId item,
            int quantity,
            long points,
            @Nullable Coupons coupons) {
        static Line of(Item item, int quantity, LocalDate today) {
            LocalDate validUntil = item.validUntil(today);
            Coupons coupons = validUntil == null ? null : new Coupons(quantity, validUntil);
            return new Line(item.id(), quantity, item.points(), coupons);
        }

        public long sum() {
            return points * quantity;
        }

        /** Whether a coupon of these was used. */
        boolean isUsed() {
            return coupons != null && coupons.left() < quantity;
        }

        private Line usedOnce() {
            return coupons == null ? this : new Line(item, quantity, points, coupons.usedOnce());
        }
    }

    /**
     * Services that were paid for.
     *
     * @param left how many were not given yet
     * @param validUntil the last day on which they are
     */
    public record Coupons(int left, LocalDate validUntil) {
        /** Whether one can be used on a day. */
        public boolean usableOn(LocalDate day) {
            return left > 0 && !day.isAfter(validUntil);
        }

        private Coupons usedOnce() {
            return new Coupons(left - 1, validUntil);
        }
    }

    /**
     * How a redemption was undone.
     *
     * @param entry by which
     * @param by who undid it, as {@link linli.entry.Actor#written}
     * @param second handle of the second person, where one was there
     * @param reason for people
     * @param atSeconds when, epoch seconds
     */
    public record Reversal(
            EntryId entry, String by, @Nullable String second, String reason, long atSeconds) {}

    /** Whether it was not undone. */
    public boolean stands() {
        return reversal == null;
    }

    /** Its coupons of an item, used or not; empty where it has none. */
    Optional<Coupons> coupons(EntryId item) {
        return lines.stream()
                .filter(line -> line.item().equals(item))
                .flatMap(line -> Stream.ofNullable(line.coupons()))
                .findFirst();
    }

    /** Whether so many minutes have passed since. */
    boolean isOlderThan(int minutes, long nowSeconds) {
        return nowSeconds - atSeconds > (long) minutes * SECONDS_PER_MINUTE;
    }

    Redemption reversed(Reversal undoing) {
        return with(lines, lastUse, undoing);
    }

    Redemption used(CouponUse use) {
        List<Line> after = lines.stream()
                .map(line -> line.item().equals(use.item()) ? line.usedOnce() : line)
                .toList();
        return with(after, use.entry(), reversal);
    }

    private Redemption with(List<Line> newLines, @Nullable EntryId use, @Nullable Reversal undoing) {
        return new Redemption(
                id, volunteer, newLines, points, lots, by, day, atSeconds, use, undoing, previous, previousOfDay);
    }
}

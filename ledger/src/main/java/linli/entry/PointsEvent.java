package linli.entry;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Points that move otherwise than by hours, wishes and the shop. */
public sealed interface PointsEvent extends Event {
    /** More points than one act can move. */
    long MAX_POINTS = 1_000_000_000;

    /** Lots that one volunteer's points are in: a month each, for longer than any policy lets them last. A slip fits a QR code. */
    int MOST_LOTS = 40;

    /** Why points are adjusted. Civic-behaviour points are not volunteering and never become hours. */
    enum Basis {
        OPENING_BALANCE,
        CIVIC_ACT,
        CORRECTION
    }

    /**
     * Points that lapse together.
     *
     * @param points how many
     * @param lapsesAfter last day on which they can be spent, the last of a month; absent where they never lapse
     */
    record Lot(long points, @Nullable LocalDate lapsesAfter) {
        public Lot {
            positive(points);
            Malformed.OUT_OF_RANGE.unless(
                    lapsesAfter == null || lapsesAfter.getDayOfMonth() == lapsesAfter.lengthOfMonth(),
                    "points lapse at the end of a month");
        }
    }

    /**
     * Points are granted (above zero) or taken (below zero) by hand.
     *
     * @param volunteer whose
     * @param points how many, never zero
     * @param basis why, as a word to count by
     * @param reason why, for people
     * @param second handle of a second person, where it is more than the policy lets one do alone
     */
    record PointsAdjusted(
            VolunteerNo volunteer,
            long points,
            Basis basis,
            String reason,
            @Nullable String second) implements PointsEvent {
        public PointsAdjusted {
            Malformed.OUT_OF_RANGE.unless(
                    points != 0 && points >= -MAX_POINTS && points <= MAX_POINTS,
                    "%s points; not zero, at most %s",
                    points,
                    MAX_POINTS);
            Texts.bounded("reason", reason, Texts.NOTE_CHARS);
            second = second == null ? null : new Actor.Staff(second).handle();
        }
    }

    /**
     * Points leave this branch, addressed to one other. Until received they belong to nobody.
     *
     * @param volunteer whose
     * @param points how many
     * @param toBranch number of the branch that may receive them
     * @param lots the same points by the day after which they lapse, there as here; soonest first
     */
    record PointsSent(VolunteerNo volunteer, long points, int toBranch, List<Lot> lots) implements PointsEvent {
        public PointsSent {
            positive(points);
            Malformed.OUT_OF_RANGE.unless(
                    lots.size() <= MOST_LOTS
                            && lots.stream().mapToLong(Lot::points).sum() == points,
                    "the lots are at most %s and add up to the points",
                    MOST_LOTS);
            lots = List.copyOf(lots);
            Malformed.OUT_OF_RANGE.unless(
                    toBranch >= 0 && toBranch <= EntryId.MAX_BRANCH, "branch number %s", toBranch);
        }
    }

    /**
     * Points sent by another branch arrive, once.
     *
     * @param sent the PointsSent entry
     * @param volunteer whose, as it says
     * @param points how many, as it says
     * @param slip its bytes as the other branch signed them: so the receipt stands for itself, wherever the other log is
     */
    record PointsReceived(EntryId sent, VolunteerNo volunteer, long points, SignedEntry slip) implements PointsEvent {
        public PointsReceived {
            positive(points);
        }
    }

    /**
     * Points lapse that were not spent in their time.
     *
     * @param volunteer whose
     * @param points all that had to be spent up to that day and are still there
     * @param upTo the day, which has passed
     */
    record PointsExpired(VolunteerNo volunteer, long points, LocalDate upTo) implements PointsEvent {
        public PointsExpired {
            positive(points);
        }
    }

    static void positive(long points) {
        Malformed.OUT_OF_RANGE.unless(points > 0 && points <= MAX_POINTS, "%s points; 1 to %s", points, MAX_POINTS);
    }

    static void notNegative(long points) {
        Malformed.OUT_OF_RANGE.unless(points >= 0 && points <= MAX_POINTS, "%s points; 0 to %s", points, MAX_POINTS);
    }
}

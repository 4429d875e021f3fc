package linli.entry;

import java.time.LocalDate;

/** Points that move otherwise than by hours, wishes and the shop. */
public sealed interface PointsEvent extends Event {
    /** More points than one act can move. */
    long MAX_POINTS = 1_000_000_000;

    /** Why points are adjusted. Civic-behaviour points are not volunteering and never become hours. */
    enum Basis {
        OPENING_BALANCE,
        CIVIC_ACT,
        SUGGESTION,
        CORRECTION
    }

    /**
     * Points are granted (above zero) or taken (below zero) by hand.
     *
     * @param volunteer whose
     * @param points how many, never zero
     * @param basis why, as a word to count by
     * @param reason why, for people
     */
    record PointsAdjusted(VolunteerNo volunteer, long points, Basis basis, String reason) implements PointsEvent {
        public PointsAdjusted {
            Malformed.OUT_OF_RANGE.unless(
                    points != 0 && points >= -MAX_POINTS && points <= MAX_POINTS,
                    "%s points; not zero, at most %s",
                    points,
                    MAX_POINTS);
            Texts.bounded("reason", reason, Texts.NOTE_CHARS);
        }
    }

    /**
     * Points leave this branch, addressed to one other. Until received they belong to nobody.
     *
     * @param volunteer whose
     * @param points how many
     * @param toBranch number of the branch that may receive them
     */
    record PointsSent(VolunteerNo volunteer, long points, int toBranch) implements PointsEvent {
        public PointsSent {
            positive(points);
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

    /** Points earned before a day lapse under the policy. */
    record PointsExpired(VolunteerNo volunteer, long points, LocalDate earnedBefore) implements PointsEvent {
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

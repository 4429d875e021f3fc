package linli.ledger;

import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import linli.entry.VolunteerNo;
import org.jspecify.annotations.Nullable;

/**
 * One account of points at one branch. Every movement is from one account to another, so a branch's accounts sum to zero.
 *
 * @param branch where
 * @param kind what the points on it are
 * @param volunteer whose, for {@link Kind#HELD}, {@link Kind#ANNOUNCED} and {@link Kind#OWED}
 * @param counterBranch which other branch, for {@link Kind#SENT} and {@link Kind#RECEIVED}
 * @param points the balance
 */
public record PointsAccount(
        int branch,
        Kind kind,
        @Nullable VolunteerNo volunteer,
        @Nullable Long counterBranch,
        long points) {

    /** What the points on an account are. */
    public enum Kind {
        /** A volunteer's to spend; never below zero. */
        HELD,
        /** A volunteer's, for hours on public show: not to be spent yet. */
        ANNOUNCED,
        /** What a volunteer must give back from later earnings, as a balance below zero. */
        OWED,
        /** Given for hours: the counter-account, below zero. */
        ISSUED,
        /** Given for wishes fulfilled: a counter-account likewise. */
        GRANTED,
        /** Given for civic acts and suggestions, which are not volunteering: a counter-account likewise. */
        CIVIC,
        /** Opening balances and corrections by hand. */
        ADJUSTED,
        /** Spent at the shop. */
        REDEEMED,
        /** Sent to another branch. */
        SENT,
        /** Received from another branch. */
        RECEIVED,
        /** Lapsed. */
        EXPIRED
    }

    /** By branch, then by kind and volunteer. */
    static final Comparator<PointsAccount> BY_KIND = Comparator.comparing(PointsAccount::branch)
            .thenComparing(PointsAccount::kind)
            .thenComparing(PointsAccount::volunteer, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(PointsAccount::counterBranch, Comparator.nullsFirst(Comparator.naturalOrder()));

    static PointsAccount of(int branch, Kind kind) {
        return new PointsAccount(branch, kind, null, null, 0);
    }

    static PointsAccount of(int branch, Kind kind, VolunteerNo volunteer) {
        return new PointsAccount(branch, kind, volunteer, null, 0);
    }

    static PointsAccount of(int branch, Kind kind, int counterBranch) {
        return new PointsAccount(branch, kind, null, (long) counterBranch, 0);
    }

    /** As journals and reports name it: {@code held:12-4812-6}, {@code sent:3}, {@code issued}. */
    public String name() {
        String of = volunteer != null ? ":" + volunteer : counterBranch != null ? ":" + counterBranch : "";
        return kind.name().toLowerCase(Locale.ROOT) + of;
    }

    long fingerprint() {
        long whose = volunteer == null ? -1 : volunteer.entry().toLong();
        long counter = counterBranch == null ? -1 : counterBranch;
        return Fingerprint.of(Fingerprint.of(kind.name()), whose, counter);
    }

    /** Whether the other is this account, with whatever balance. */
    boolean isSame(PointsAccount other) {
        return branch == other.branch
                && kind == other.kind
                && Objects.equals(volunteer, other.volunteer)
                && Objects.equals(counterBranch, other.counterBranch);
    }

    PointsAccount plus(long change) {
        return new PointsAccount(branch, kind, volunteer, counterBranch, Math.addExact(points, change));
    }
}

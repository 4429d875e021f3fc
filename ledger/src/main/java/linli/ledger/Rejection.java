package linli.ledger;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;

/**
 * Why the rules refuse an event, in order of precedence: where several apply, the first one is the answer. The names are stable.
 * {@code docs/events} says which event meets which.
 */
public enum Rejection {
    /** The bytes are not an entry; only a foreign log can hold such. */
    MALFORMED(Kind.VALUE),
    /** An event of a type that a later Linli may know. Kept, counted and skipped. */
    UNKNOWN_TYPE(Kind.VALUE),
    /**
     * The request id was used for something else before. Only the writer of a log says so, before any rule is asked: which ids
     * are used a node notes for its own log alone, so nothing that stands in a log is ever judged by it.
     */
    REQUEST_REUSED,
    /**
     * The county has ended the log that would be written: the branch is closed, or goes on under another key. Only the writer of
     * a log says so, before any rule is asked; what stands behind the end of a log is void, and no rule judges it.
     */
    LOG_ENDED,
    /** The event belongs to a part of Linli that this version does not carry out. */
    NOT_IN_SERVICE(Kind.VALUE),
    /** Earlier than the entry ahead of it. */
    TIME_RUNS_BACKWARDS,
    /** The log does not begin with the county's founding. */
    NOT_FOUNDED,
    /** The county is founded already. */
    ALREADY_FOUNDED,
    /** Only the county writes this. */
    COUNTY_ONLY(Kind.OFFICE),
    /** Only a branch writes this, not the county. */
    BRANCH_ONLY(Kind.OFFICE),
    /** Nobody with this handle is in office. */
    UNKNOWN_STAFF(Kind.UNKNOWN),
    /** The actor's office does not include this. */
    ROLE_MISSING(Kind.OFFICE),
    /** The policy document has a mistake; the detail names it. */
    POLICY_INVALID(Kind.VALUE),
    /** Not the version that comes next, or not the one in force. */
    POLICY_VERSION,
    /** The county's log, as far as the branch had seen it, has no such branch. */
    UNKNOWN_BRANCH(Kind.UNKNOWN),
    /** The county has closed the branch that is meant, or its log at an earlier entry. */
    BRANCH_CLOSED,
    /** What is named as a key is none, or not one of that log. */
    KEY_INVALID(Kind.VALUE),
    /** The branch's number, slug or origin is not free. */
    BRANCH_TAKEN,
    /** More of the county's log was seen before. */
    COUNTY_RUNS_BACKWARDS,
    /** The slip is not signed by the branch it names, or says something else. */
    SLIP_INVALID(Kind.VALUE),
    /** The points were sent to another branch, or to the sender itself. */
    NOT_ADDRESSED(Kind.VALUE),
    /** The points of this slip were received before. */
    ALREADY_RECEIVED,
    /** No volunteer has this number. */
    UNKNOWN_VOLUNTEER(Kind.UNKNOWN),
    /** No activity has this id. */
    UNKNOWN_ACTIVITY(Kind.UNKNOWN),
    /** The activity is closed. */
    ACTIVITY_CLOSED,
    /** The day is outside the activity's days. */
    OUTSIDE_ACTIVITY(Kind.VALUE),
    /** The policy has no such category. */
    UNKNOWN_CATEGORY(Kind.UNKNOWN),
    /** The volunteer is checked in already. */
    ALREADY_CHECKED_IN,
    /** This check-in is not the volunteer's open one. */
    NOT_CHECKED_IN,
    /** The volunteer's day has as many records as a day can have. */
    DAY_FULL,
    /** No record of hours has this id in this branch. */
    UNKNOWN_RECORD(Kind.UNKNOWN),
    /** The record is not waiting: it is approved, rejected or reversed already. */
    RECORD_NOT_PENDING,
    /** The record does not count, so it can neither be reversed nor reported. */
    RECORD_NOT_APPROVED,
    /** What is to be corrected still counts; it is rejected or reversed first. */
    RECORD_STANDS,
    /** The visit is not over yet: whoever came may still check out. */
    MAY_STILL_CHECK_OUT,
    /** The record is not on public show. */
    NOT_ON_SHOW,
    /** The record is on public show for some days yet. */
    ON_SHOW_STILL,
    /** An objection to the record is open. */
    DISPUTED,
    /** Nobody objects to the record. */
    NOT_DISPUTED,
    /** The certificate says other hours than the approved records of its days. */
    CERTIFICATE_DIFFERS,
    /** No wish has this id where it is looked for. */
    UNKNOWN_WISH(Kind.UNKNOWN),
    /** The wish stands where this does not follow; the detail says where, and what can be done with it. */
    WISH_STATE,
    /** The day is outside the days that the wish has. */
    WISH_OVER,
    /** The last day of the wish is not over yet. */
    WISH_STILL_ON,
    /** Nobody takes on what they asked for themselves. */
    OWN_WISH,
    /** Not the points that the policy has for a wish of this kind. */
    WISH_POINTS,
    /** No such request of another branch is known, or it is about something else. */
    UNKNOWN_CLAIM_REQUEST(Kind.UNKNOWN),
    /** The request was taken back. */
    CLAIM_REQUEST_WITHDRAWN,
    /** The request was granted or declined before. */
    CLAIM_REQUEST_ANSWERED,
    /** The same volunteer asks for the wish already, or as many of one branch as can ask. */
    ALREADY_REQUESTED,
    /** No team has this id here. */
    UNKNOWN_TEAM(Kind.UNKNOWN),
    /** The team is no more. */
    TEAM_DISSOLVED,
    /** The volunteer is one of the team already. */
    ALREADY_MEMBER,
    /** The volunteer is not one of the team. */
    NOT_A_MEMBER,
    /** No item of this branch's shop has this number. */
    UNKNOWN_ITEM(Kind.UNKNOWN),
    /** The item is off the shelf. */
    ITEM_DELISTED,
    /** The shop has listed as many items as it can. */
    SHELF_FULL,
    /** The goods cost other points than were shown. */
    PRICE_DIFFERS,
    /** Fewer pieces are left than are asked for. */
    OUT_OF_STOCK,
    /** The volunteer has redeemed as often today as the policy allows. */
    DAY_LIMIT,
    /** No redemption of this branch has this number. */
    UNKNOWN_REDEMPTION(Kind.UNKNOWN),
    /** The redemption was undone. */
    REDEMPTION_REVERSED,
    /** The redemption has no coupon of this item. */
    COUPON_NOT_THERE,
    /** All coupons of it are used; or one is, so that the redemption stands. */
    COUPON_USED,
    /** The coupon's last day has passed. */
    COUPON_EXPIRED,
    /** Whoever recorded it, or served it, may not approve it; or what is done takes two. */
    SECOND_PERSON_NEEDED(Kind.OFFICE),
    /** The volunteer cannot spend that many points here. */
    NOT_ENOUGH_POINTS,
    /** The points sent lapse on other days than the slip says. */
    LOTS_DIFFER,
    /** More points than the policy lets one volunteer hold at a branch. */
    HOLDING_LIMIT,
    /** These are not the points that have lapsed, or their day is not over. */
    NOTHING_LAPSED;

    private final Kind kind;

    Rejection() {
        this(Kind.STATE);
    }

    Rejection(Kind kind) {
        this.kind = kind;
    }

    /** What kind of a no it is. */
    public enum Kind {
        /** Not in the office of whoever asks. */
        OFFICE,
        /** What is named does not exist here. */
        UNKNOWN,
        /** Not as things stand; they may stand otherwise later. */
        STATE,
        /** It can never be right. */
        VALUE
    }

    public Kind kind() {
        return kind;
    }

    /** The stackless throw by which a rule says no. */
    @FormatMethod
    RefusedException because(@FormatString String message, Object... args) {
        return new RefusedException(this, String.format(message, args));
    }

    @FormatMethod
    void unless(boolean holds, @FormatString String message, Object... args) {
        if (!holds) {
            throw because(message, args);
        }
    }

    /** How a rule leaves its room early; it never leaves the package. */
    static final class RefusedException extends RuntimeException {
        private final transient Outcome.Refused refusal;

        private RefusedException(Rejection code, String detail) {
            super(detail, null, false, false);
            this.refusal = new Outcome.Refused(code, detail);
        }

        Outcome.Refused refusal() {
            return refusal;
        }
    }
}

package linli.web.door;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import linli.access.AccessException;
import linli.entry.EntryException;
import linli.keys.KeyException;
import linli.ledger.LedgerException;
import linli.ledger.Outcome;
import linli.ledger.Rejection;
import linli.profile.ProfileException;
import linli.transfer.TransferException;
import org.jspecify.annotations.Nullable;

/**
 * What the desks behind the door refuse, as HTTP: their own stable codes, in small letters, with their own sentences. Which status
 * a refusal has follows from its kind: 403 not in this office, 404 unknown here, 409 not as things stand, 422 not like this.
 */
public final class Refusals {
    private static final int FORBIDDEN = 403;
    private static final int UNKNOWN = 404;
    private static final int CONFLICT = 409;
    private static final int GONE = 410;
    private static final int WRONG = 422;
    private static final int UNAVAILABLE = 503;

    private static final String PROFILE = "profile_";
    private static final String KIOSK = "kiosk_";

    private Refusals() {}

    /** What the rules refuse. */
    public static Fault of(Outcome.Refused refused) {
        return new Fault(status(refused.code()), word(refused.code()), refused.detail());
    }

    private static int status(Rejection code) {
        return switch (code) {
            case COUNTY_ONLY, BRANCH_ONLY, ROLE_MISSING, SECOND_PERSON_NEEDED -> FORBIDDEN;
            case UNKNOWN_STAFF,
                    UNKNOWN_BRANCH,
                    UNKNOWN_VOLUNTEER,
                    UNKNOWN_ACTIVITY,
                    UNKNOWN_CATEGORY,
                    UNKNOWN_RECORD,
                    UNKNOWN_WISH,
                    UNKNOWN_CLAIM_REQUEST,
                    UNKNOWN_TEAM,
                    UNKNOWN_ITEM,
                    UNKNOWN_REDEMPTION -> UNKNOWN;
            case REQUEST_REUSED,
                    LOG_ENDED,
                    TIME_RUNS_BACKWARDS,
                    NOT_FOUNDED,
                    ALREADY_FOUNDED,
                    POLICY_VERSION,
                    BRANCH_CLOSED,
                    BRANCH_TAKEN,
                    COUNTY_RUNS_BACKWARDS,
                    ALREADY_RECEIVED,
                    ACTIVITY_CLOSED,
                    ALREADY_CHECKED_IN,
                    NOT_CHECKED_IN,
                    DAY_FULL,
                    RECORD_NOT_PENDING,
                    RECORD_NOT_APPROVED,
                    RECORD_STANDS,
                    MAY_STILL_CHECK_OUT,
                    NOT_ON_SHOW,
                    ON_SHOW_STILL,
                    DISPUTED,
                    NOT_DISPUTED,
                    WISH_STATE,
                    WISH_OVER,
                    WISH_STILL_ON,
                    OWN_WISH,
                    WISH_POINTS,
                    CLAIM_REQUEST_WITHDRAWN,
                    CLAIM_REQUEST_ANSWERED,
                    ALREADY_REQUESTED,
                    TEAM_DISSOLVED,
                    ALREADY_MEMBER,
                    NOT_A_MEMBER,
                    ITEM_DELISTED,
                    SHELF_FULL,
                    PRICE_DIFFERS,
                    OUT_OF_STOCK,
                    DAY_LIMIT,
                    REDEMPTION_REVERSED,
                    COUPON_NOT_THERE,
                    COUPON_USED,
                    COUPON_EXPIRED,
                    NOT_ENOUGH_POINTS,
                    LOTS_DIFFER,
                    HOLDING_LIMIT,
                    NOTHING_LAPSED -> CONFLICT;
            case MALFORMED,
                    UNKNOWN_TYPE,
                    NOT_IN_SERVICE,
                    POLICY_INVALID,
                    KEY_INVALID,
                    SLIP_INVALID,
                    NOT_ADDRESSED,
                    OUTSIDE_ACTIVITY -> WRONG;
        };
    }

    /** What else somebody behind the door may say no with; empty for what should not have happened. */
    static Optional<Fault> of(Throwable thrown) {
        if (thrown instanceof EntryException wrong) {
            return Optional.of(new Fault(WRONG, Problem.VALUE_REFUSED.code(), wrong.getMessage()));
        }
        if (thrown instanceof LedgerException stopping && stopping.code() == LedgerException.Code.CLOSED) {
            return Optional.of(Problem.BUSY.fault());
        }
        if (thrown instanceof LedgerException refused) {
            return of(status(refused.code()), word(refused.code()), refused);
        }
        if (thrown instanceof TransferException refused) {
            return of(status(refused.code()), word(refused.code()), refused);
        }
        if (thrown instanceof KeyException refused) {
            return of(status(refused.code()), word(refused.code()), refused);
        }
        if (thrown instanceof ProfileException refused) {
            return of(status(refused.code()), PROFILE + word(refused.code()), refused);
        }
        if (thrown instanceof AccessException refused) {
            return of(status(refused.code()), KIOSK + word(refused.code()), refused);
        }
        return Optional.empty();
    }

    private static @Nullable Integer status(LedgerException.Code code) {
        return switch (code) {
            case DISK, CATCHING_UP, TAIL_MISSING -> UNAVAILABLE;
            // A node that is stopping is busy; trying again later helps.
            case CLOSED, IN_USE, NOT_A_NODE, ALREADY_A_NODE, UNKNOWN_VERSION, REFUSED -> null;
        };
    }

    private static @Nullable Integer status(TransferException.Code code) {
        return switch (code) {
            case UNKNOWN_LOG, NO_TRANSFER -> UNKNOWN;
            case ALREADY_RECEIVED, NOT_COVERED -> CONFLICT;
            case NOT_A_SLIP, NOT_PROVEN -> WRONG;
        };
    }

    private static @Nullable Integer status(KeyException.Code code) {
        return switch (code) {
            case PIN_REFUSED, PASSWORD_REFUSED -> WRONG;
            case NO_KEYS,
                    KEYS_EXIST,
                    EXPOSED,
                    DAMAGED,
                    NEWER_VERSION,
                    PASSPHRASE_NEEDED,
                    PASSPHRASE_WRONG,
                    PASSPHRASE_REFUSED,
                    STORAGE -> null;
        };
    }

    private static @Nullable Integer status(ProfileException.Code code) {
        return switch (code) {
            case INVALID -> WRONG;
            case FORGOTTEN -> GONE;
            case UNKNOWN, KEY_MISSING, DATA_MISSING, DAMAGED, WRONG_KEY, NEWER_VERSION, IN_USE, STORAGE -> null;
        };
    }

    private static @Nullable Integer status(AccessException.Code code) {
        return switch (code) {
            case NAME_REFUSED -> WRONG;
            case TOO_MANY -> CONFLICT;
            case DAMAGED, STORAGE -> null;
        };
    }

    private static Optional<Fault> of(@Nullable Integer status, String code, Throwable refused) {
        return Optional.ofNullable(status).map(known -> new Fault(known, code, refused.getMessage()));
    }

    private static String word(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT);
    }

    /** Every code that an answer can have, for whoever describes them. */
    public static Stream<String> codes() {
        return Stream.of(
                        words("", Problem.values(), code -> 0),
                        words("", Rejection.values(), Refusals::status),
                        words("", LedgerException.Code.values(), Refusals::status),
                        words("", TransferException.Code.values(), Refusals::status),
                        words("", KeyException.Code.values(), Refusals::status),
                        words(PROFILE, ProfileException.Code.values(), Refusals::status),
                        words(KIOSK, AccessException.Code.values(), Refusals::status))
                .flatMap(codes -> codes)
                .distinct()
                .sorted();
    }

    private static <E extends Enum<E>> Stream<String> words(
            String prefix, E[] codes, Function<E, @Nullable Integer> status) {
        return Arrays.stream(codes).filter(code -> status.apply(code) != null).map(code -> prefix + word(code));
    }
}

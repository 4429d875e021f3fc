package linli.web.door;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import linli.access.AccessException;
import linli.entry.EntryException;
import linli.intake.IntakeException;
import linli.keys.KeyException;
import linli.ledger.LedgerException;
import linli.ledger.Outcome;
import linli.ledger.Rejection;
import linli.national.NationalException;
import linli.office.CertificateException;
import linli.picture.PictureException;
import linli.profile.ProfileException;
import linli.receipt.ReceiptException;
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
    private static final String CERTIFICATE = "certificate_";
    private static final String RECEIPT = "receipt_";
    private static final String TABLE = "table_";

    private Refusals() {}

    /** What the rules refuse. */
    public static Fault of(Outcome.Refused refused) {
        return new Fault(status(refused.code()), word(refused.code()), refused.detail());
    }

    private static int status(Rejection code) {
        return switch (code.kind()) {
            case OFFICE -> FORBIDDEN;
            case UNKNOWN -> UNKNOWN;
            case STATE -> CONFLICT;
            case VALUE -> WRONG;
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
        if (thrown instanceof PictureException refused) {
            return of(status(refused.code()), word(refused.code()), refused);
        }
        if (thrown instanceof AccessException refused) {
            return of(status(refused.code()), KIOSK + word(refused.code()), refused);
        }
        return ofPapers(thrown);
    }

    private static Optional<Fault> ofPapers(Throwable thrown) {
        if (thrown instanceof CertificateException refused) {
            return of(status(refused.code()), CERTIFICATE + word(refused.code()), refused);
        }
        if (thrown instanceof ReceiptException refused) {
            return of(status(refused.code()), RECEIPT + word(refused.code()), refused);
        }
        if (thrown instanceof NationalException refused) {
            return of(status(refused.code()), TABLE + word(refused.code()), refused);
        }
        if (thrown instanceof IntakeException refused) {
            return of(status(refused.code()), TABLE + word(refused.code()), refused);
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
                    MISTYPED,
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

    private static @Nullable Integer status(PictureException.Code code) {
        return switch (code) {
            case NOT_A_PICTURE -> WRONG;
            case DISK -> UNAVAILABLE;
            // What is too large has not come through the door.
            case TOO_LARGE, DAMAGED -> null;
        };
    }

    private static @Nullable Integer status(AccessException.Code code) {
        return switch (code) {
            case NAME_REFUSED -> WRONG;
            case TOO_MANY -> CONFLICT;
            case DAMAGED, STORAGE -> null;
        };
    }

    private static Integer status(CertificateException.Code code) {
        return switch (code) {
            case NO_CERTIFICATE -> UNKNOWN;
            case NO_HOURS, NO_NAME, HOURS_CHANGED -> CONFLICT;
            case WRONG_DAYS -> WRONG;
        };
    }

    private static Integer status(ReceiptException.Code code) {
        return switch (code) {
            case NO_ENTRY -> UNKNOWN;
            case NOT_SIGNED_YET, TOO_LONG -> CONFLICT;
        };
    }

    private static @Nullable Integer status(NationalException.Code code) {
        return switch (code) {
            case WRONG_ROWS -> WRONG;
            case UNWRITABLE -> null;
        };
    }

    private static @Nullable Integer status(IntakeException.Code code) {
        return switch (code) {
            case TOO_LARGE, NOT_A_TABLE, ENCODING, MALFORMED, COLUMNS -> WRONG;
            case UNREADABLE, UNWRITABLE, MAPPING, NO_SUCH_SITE, CHANGED -> null;
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
                        words("", PictureException.Code.values(), Refusals::status),
                        words(KIOSK, AccessException.Code.values(), Refusals::status),
                        words(CERTIFICATE, CertificateException.Code.values(), Refusals::status),
                        words(RECEIPT, ReceiptException.Code.values(), Refusals::status),
                        words(TABLE, NationalException.Code.values(), Refusals::status),
                        words(TABLE, IntakeException.Code.values(), Refusals::status))
                .flatMap(codes -> codes)
                .distinct()
                .sorted();
    }

    private static <E extends Enum<E>> Stream<String> words(
            String prefix, E[] codes, Function<E, @Nullable Integer> status) {
        return Arrays.stream(codes).filter(code -> status.apply(code) != null).map(code -> prefix + word(code));
    }
}

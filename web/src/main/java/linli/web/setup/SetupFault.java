package linli.web.setup;

import java.util.Locale;
import java.util.function.Supplier;
import linli.enrol.EnrolException;
import linli.sync.SyncException;
import linli.web.door.Fault;
import linli.web.door.ProblemException;

/** What can be wrong with an answer of the first run, in the words {@code problem.setup_<this>}. */
enum SetupFault {
    CODE(403),
    NAME(400),
    ORIGIN(400),
    ADDRESS(400),
    HANDLE(400),
    /** A person says that the fingerprints are not the same. */
    FINGERPRINT(403),
    /** The code or the fingerprint is mistyped. */
    MISTYPED(400),
    /** The county does not answer. */
    UNREACHABLE(503),
    /** Something answers that is not the county, or not the one that was compared. */
    STRANGER(502),
    /** The county does not take the code. */
    REFUSED(403),
    /** Anything else on the way; the same again goes on. */
    INTERRUPTED(502);

    private final int status;

    SetupFault(int status) {
        this.status = status;
    }

    ProblemException problem() {
        return new ProblemException(new Fault(status, "setup_" + name().toLowerCase(Locale.ROOT), null));
    }

    /** Does what goes over the network, and tells in words what went wrong there. */
    static <T> T orTold(Supplier<T> call) {
        try {
            return call.get();
        } catch (EnrolException e) {
            throw of(e.code()).problem();
        } catch (SyncException e) {
            throw of(e.code()).problem();
        }
    }

    private static SetupFault of(EnrolException.Code code) {
        return switch (code) {
            case MISTYPED -> MISTYPED;
            case UNREACHABLE -> UNREACHABLE;
            case STRANGER, WRONG_PEER, OTHER_COUNTY -> STRANGER;
            case NOT_ADMITTED -> REFUSED;
            case MISSING, EXISTS, EXPOSED, DAMAGED, STORAGE, TOO_MANY_INVITES, MALFORMED -> INTERRUPTED;
        };
    }

    private static SetupFault of(SyncException.Code code) {
        return switch (code) {
            case UNREACHABLE -> UNREACHABLE;
            case REFUSED, OTHER_BRANCH -> REFUSED;
            case MISBEHAVED -> STRANGER;
            case PEERS_UNREADABLE, UNKNOWN_VERSION, DISK -> INTERRUPTED;
        };
    }
}

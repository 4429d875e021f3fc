package linli.web.desk.office;

import linli.web.door.Fault;
import org.jspecify.annotations.Nullable;

/** What can be wrong with what somebody filled in at the office, told so that they find the field. */
final class Problems {
    private static final int WRONG = 422;
    private static final int CONFLICT = 409;

    /** Somebody in office has this handle already. */
    static final Fault HANDLE_TAKEN = new Fault(WRONG, "handle_taken", null);
    /** No office was ticked. */
    static final Fault NO_ROLE = new Fault(WRONG, "no_role", null);

    /** The stick was pulled out meanwhile. */
    static final Fault STICK_GONE = new Fault(CONFLICT, "stick_gone", null);

    private Problems() {}

    /** A table is sound in itself and does not fit here. */
    static Fault importRefused(@Nullable String why) {
        return new Fault(WRONG, "import_refused", why);
    }
}

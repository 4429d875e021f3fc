package linli.web.desk;

import linli.profile.ProfileException;
import linli.web.door.Fault;
import linli.web.door.ProblemException;

/** What can be wrong with what somebody filled in at a desk, told so that they find the field. */
final class Slip {
    private static final int WRONG = 422;

    private Slip() {}

    /** No box was ticked. */
    static ProblemException nothingChosen() {
        return of("nothing_chosen");
    }

    /** A PIN was typed twice, and not alike. */
    static ProblemException pinsDiffer() {
        return of("pins_differ");
    }

    /** A field of a profile does not follow its rule. */
    static ProblemException in(ProfileException refused) {
        return of("profile_invalid." + refused.subject());
    }

    private static ProblemException of(String code) {
        return new ProblemException(new Fault(WRONG, code, null));
    }
}

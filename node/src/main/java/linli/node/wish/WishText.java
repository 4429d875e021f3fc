package linli.node.wish;

import java.util.Locale;
import linli.ledger.Wish;
import linli.ledger.Wish.Claim;
import linli.ledger.Wish.Dispatch;

/** Wishes, and who does them, in the words of a terminal. */
final class WishText {
    private WishText() {}

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** In whose hands a wish is; empty where it is in nobody's. */
    static String holder(Wish wish) {
        Claim claim = wish.claim();
        Dispatch dispatch = wish.dispatch();
        if (claim != null) {
            return claim.volunteer().toString();
        }
        return dispatch == null ? "" : doer(dispatch);
    }

    /** Whom a wish was given to. */
    static String doer(Dispatch dispatch) {
        return dispatch.team() == null ? String.valueOf(dispatch.staff()) : "team " + dispatch.team();
    }
}

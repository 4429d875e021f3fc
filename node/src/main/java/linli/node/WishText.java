package linli.node;

import java.util.Locale;
import linli.ledger.Wish;
import linli.ledger.Wish.Claim;
import linli.ledger.Wish.Dispatch;

/** Wishes in the words of a terminal. */
final class WishText {
    private WishText() {}

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** In whose hands a wish is; empty where it is in nobody's. */
    static String holder(Wish wish) {
        Claim claim = wish.claim();
        Dispatch dispatch = wish.dispatch();
        if (claim != null) {
            return claim.volunteer().toString();
        } else if (dispatch == null) {
            return "";
        }
        return dispatch.team() == null ? String.valueOf(dispatch.staff()) : "team " + dispatch.team();
    }
}

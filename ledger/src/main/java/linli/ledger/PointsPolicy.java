package linli.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * How long points last, how many one may hold, how many one person alone may grant.
 *
 * @param expiryMonths after which points lapse, at the end of the month; 0 for never
 * @param holdingLimit points one volunteer may hold at one branch
 * @param adjustAlone most points that a manager grants or takes by hand without a second person
 */
public record PointsPolicy(int expiryMonths, long holdingLimit, long adjustAlone) {
    private static final long MOST_POINTS = 1_000_000_000;

    public PointsPolicy {
        Policy.within("expiryMonths", expiryMonths, 0, 36);
        Policy.within("holdingLimit", holdingLimit, 1, MOST_POINTS);
        Policy.within("adjustAlone", adjustAlone, 0, MOST_POINTS);
    }

    /** The last day on which points earned on a day can be spent; null where they never lapse. */
    @Nullable
    LocalDate lapsesAfter(LocalDate earned) {
        return expiryMonths == 0
                ? null
                : YearMonth.from(earned).plusMonths(expiryMonths).atEndOfMonth();
    }
}

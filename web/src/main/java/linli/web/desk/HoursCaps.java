package linli.web.desk;

import linli.ledger.Books;
import linli.ledger.HoursPolicy;
import linli.ledger.Policy;
import linli.ledger.ServiceRecord;

/**
 * What of a record needs a look before it counts.
 *
 * @param mostMinutes that one record can earn points for
 */
record HoursCaps(int mostMinutes) {
    static HoursCaps of(Books books) {
        return new HoursCaps(books.policy()
                .map(adopted -> most(Policy.parse(adopted.document()).hours()))
                .orElse(Integer.MAX_VALUE));
    }

    private static int most(HoursPolicy policy) {
        return Math.min(policy.longestSessionMinutes(), policy.dailyCapMinutes());
    }

    boolean isOver(int minutes) {
        return minutes > mostMinutes;
    }

    boolean needsALook(ServiceRecord record) {
        return !record.flags().isEmpty() || isOver(record.minutes());
    }
}

package linli.audit;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import linli.ledger.Books;
import linli.ledger.Evidence;
import linli.ledger.PointsAccount;

/**
 * What the accounts posted from a log add up to.
 *
 * @param volunteers how many
 * @param minutes standing minutes, approved and waiting, by evidence
 * @param points balances by kind of account, over all volunteers
 */
public record Sums(long volunteers, Map<Evidence, Minutes> minutes, SortedMap<PointsAccount.Kind, Long> points) {
    /**
     * Minutes of one class of evidence.
     *
     * @param approved that count
     * @param waiting for a second person
     */
    public record Minutes(long approved, long waiting) {}

    static Sums of(Books books, SumChecks checks) {
        SortedMap<Evidence, Minutes> minutes = new TreeMap<>();
        for (Evidence evidence : Evidence.values()) {
            minutes.put(evidence, new Minutes(checks.minutes(evidence, true), checks.minutes(evidence, false)));
        }
        SortedMap<PointsAccount.Kind, Long> points = new TreeMap<>();
        books.points(account -> points.merge(account.kind(), account.points(), Long::sum));
        return new Sums(checks.volunteers(), minutes, points);
    }
}

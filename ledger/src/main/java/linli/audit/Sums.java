package linli.audit;

import java.util.Map;
import java.util.SortedMap;
import linli.ledger.Evidence;
import linli.ledger.PointsAccount;

/**
 * What the accounts posted from one branch's journal add up to.
 *
 * @param volunteers how many
 * @param minutes standing minutes, approved and waiting, by evidence
 * @param points balances by kind of account, over all its volunteers
 */
public record Sums(long volunteers, Map<Evidence, Minutes> minutes, SortedMap<PointsAccount.Kind, Long> points) {
    /**
     * Minutes of one class of evidence.
     *
     * @param approved that count
     * @param waiting for a second person
     */
    public record Minutes(long approved, long waiting) {}
}

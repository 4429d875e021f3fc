package linli.bundle;

import java.util.List;

/**
 * What was found on a stick, and what came of it.
 *
 * @param receipts of other nodes
 * @param bundles that were read
 * @param forOthers numbers of the nodes that other bundles are meant for; those were not touched
 */
public record ReadReport(List<ReceiptReport> receipts, List<BundleReport> bundles, List<Integer> forOthers) {
    public ReadReport {
        receipts = List.copyOf(receipts);
        bundles = List.copyOf(bundles);
        forOthers = List.copyOf(forOthers);
    }
}

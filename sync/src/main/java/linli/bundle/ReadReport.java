package linli.bundle;

import java.util.List;
import java.util.Optional;

/**
 * What was found on a stick, and what came of it.
 *
 * @param receipts of other nodes
 * @param bundles that were read
 * @param forOthers numbers of the nodes that other bundles are meant for; those were not touched
 * @param unreceipted why no receipt for what was read could be left on the stick; empty where one was, and where nothing was read
 */
public record ReadReport(
        List<ReceiptReport> receipts,
        List<BundleReport> bundles,
        List<Integer> forOthers,
        Optional<BundleException> unreceipted) {
    public ReadReport {
        receipts = List.copyOf(receipts);
        bundles = List.copyOf(bundles);
        forOthers = List.copyOf(forOthers);
    }
}

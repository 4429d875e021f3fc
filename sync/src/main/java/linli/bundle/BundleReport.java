package linli.bundle;

import java.util.List;
import java.util.Optional;

/**
 * What came of one bundle.
 *
 * @param from number of the node that wrote it
 * @param meantFor number of the node that it is meant for
 * @param logs what came of each log in it; none where there is a problem
 * @param problem why nothing of it was stored; empty where it was good
 */
public record BundleReport(int from, int meantFor, List<LogReport> logs, Optional<BundleException> problem) {
    public BundleReport {
        logs = List.copyOf(logs);
    }
}

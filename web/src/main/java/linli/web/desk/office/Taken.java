package linli.web.desk.office;

import java.util.List;
import linli.bundle.BundleReport;
import linli.bundle.LogReport;
import linli.bundle.ReadReport;
import linli.bundle.ReceiptReport;
import linli.ledger.Books;
import linli.ledger.Volume;
import org.jspecify.annotations.Nullable;

/**
 * What came of a stick that was read, with the names of those it is about.
 *
 * @param bundles that were meant for this node
 * @param receipts that say how much others hold of this node's records
 * @param forOthers whom the other bundles are meant for; those were not touched
 * @param unreceipted whether something was read and no receipt could be left
 */
public record Taken(List<Bundle> bundles, List<Receipt> receipts, List<String> forOthers, boolean unreceipted) {

    /**
     * One bundle.
     *
     * @param from who wrote it
     * @param problem why nothing of it was taken, as a code; null where it was sound
     */
    public record Bundle(String from, @Nullable String problem, List<Log> logs) {
        /** Whether all of it was here before. */
        public boolean nothingNew() {
            return problem == null && logs.stream().allMatch(log -> log.fate() == LogReport.Fate.NOTHING_NEW);
        }
    }

    /**
     * The records of one community.
     *
     * @param of whose they are
     * @param fresh how many came
     * @param said what the node said of it besides, in English; may be empty
     */
    public record Log(String of, LogReport.Fate fate, long fresh, long size, String said) {}

    /**
     * What another node holds of this one's records.
     *
     * @param last index of the last one
     */
    public record Receipt(String by, long last) {}

    /** Whether something was taken, or known already, that its writer should hear of. */
    public boolean anySound() {
        return bundles.stream().anyMatch(bundle -> bundle.problem() == null);
    }

    static Taken of(ReadReport report, Books books) {
        return new Taken(
                report.bundles().stream().map(bundle -> bundle(bundle, books)).toList(),
                receipts(report.receipts(), books),
                report.forOthers().stream()
                        .distinct()
                        .map(number -> Names.of(number, books))
                        .toList(),
                report.unreceipted().isPresent());
    }

    static List<Receipt> receipts(List<ReceiptReport> receipts, Books books) {
        return receipts.stream()
                .flatMap(receipt -> receipt.holds().stream()
                        .map(held -> new Receipt(Names.of(receipt.by(), books), held.size() - 1)))
                .toList();
    }

    private static Bundle bundle(BundleReport report, Books books) {
        return new Bundle(
                Names.of(report.from(), books),
                report.problem().map(problem -> problem.code().name()).orElse(null),
                report.logs().stream().map(log -> log(log, books)).toList());
    }

    private static Log log(LogReport report, Books books) {
        String of = books.volumes().stream()
                .filter(volume -> volume.origin().equals(report.origin()))
                .findFirst()
                .map(Volume::branch)
                .map(branch -> Names.of(branch, books))
                .orElse(report.origin());
        return new Log(of, report.fate(), report.size() - report.before(), report.size(), report.said());
    }
}

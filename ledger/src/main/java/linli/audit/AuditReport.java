package linli.audit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an audit found.
 *
 * @param folder that was audited
 * @param deep whether every signature was verified
 * @param unreadable why there was nothing to audit; null where there was
 * @param logs what was in them, the county's first
 * @param transfers points between branches
 * @param findings the first ones, by branch, in the order of its journal
 * @param findingCount how many there are in all
 * @param notes worth knowing, not wrong
 */
public record AuditReport(
        String folder,
        boolean deep,
        @Nullable String unreadable,
        List<AuditedLog> logs,
        List<TransferSum> transfers,
        List<AuditFinding> findings,
        long findingCount,
        List<String> notes) {

    static final int CLEAN = 0;
    static final int FOUND = 1;
    static final int UNREADABLE = 2;

    /** The process's answer: 0 clean, 1 findings, 2 nothing to audit. */
    public int exitCode() {
        return unreadable != null ? UNREADABLE : findingCount > 0 ? FOUND : CLEAN;
    }

    /** The verdict in one line. */
    public String verdict() {
        String entries = String.format(
                "%,d entries", logs.stream().mapToLong(AuditedLog::entries).sum());
        return Optional.ofNullable(unreadable)
                .map(why -> "Not audited: " + why)
                .orElse(
                        findingCount == 0
                                ? "Clean: " + entries + ", nothing to object."
                                : String.format(
                                        "%,d finding%s in %s.", findingCount, findingCount == 1 ? "" : "s", entries));
    }

    /** For people. */
    public String toText() {
        return ReportText.of(this);
    }

    /** For programs; the keys are stable. */
    public String toJson() {
        return ReportJson.of(this);
    }
}

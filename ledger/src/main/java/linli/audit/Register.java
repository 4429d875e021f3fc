package linli.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import linli.ledger.Books;
import linli.ledger.NodeFolder;
import linli.ledger.Volume;
import linli.log.Vkey;
import org.jspecify.annotations.Nullable;

/**
 * Whose the logs in a folder are. Of the county's own, and of the node's, the node's file knows; of all others the county's log
 * alone, once it is posted.
 */
final class Register {
    private static final String NODE_FILE = "node.json";

    private final Optional<NodeFolder> node;
    private final List<LogIdentity> logs;
    private final Findings findings;
    private final Optional<LogIdentity> county;

    Register(Optional<NodeFolder> node, List<LogIdentity> logs, Findings findings) {
        this.node = node;
        this.logs = logs;
        this.findings = findings;
        this.county = findCounty();
        checkNode();
    }

    /** Where the node's file does not tell, a log that was founded, or stands alone, is taken for the county's. */
    private Optional<LogIdentity> findCounty() {
        if (node.isPresent()) {
            return logs.stream()
                    .filter(log -> isNamed(log, node.get().county()))
                    .findFirst();
        }
        return logs.size() == 1
                ? Optional.of(logs.get(0))
                : logs.stream().filter(log -> log.founded().isPresent()).findFirst();
    }

    private static boolean isNamed(LogIdentity log, Vkey key) {
        return log.origin().equals(key.name());
    }

    private void checkNode() {
        if (node.isPresent()
                && logs.stream().noneMatch(log -> isNamed(log, node.get().log()))) {
            tell(AuditCode.LOG_MISSING, "the log that this file names is not in the folder");
        }
        if (county.isEmpty()) {
            findings.note("The county's log is not here, so nobody's entries could be posted.");
        }
        Vkey founded = county.map(LogIdentity::key).orElse(null);
        if (founded != null
                && node.filter(known -> !known.county().equals(founded)).isPresent()) {
            tell(AuditCode.NODE_FILE, "the file names another key of the county than its log");
        }
        if (node.filter(known ->
                        known.branch() != LogIdentity.COUNTY && known.log().equals(known.county()))
                .isPresent()) {
            tell(AuditCode.NODE_FILE, "the file says branch " + node.get().branch() + ", but the log is a county's");
        }
    }

    private void tell(AuditCode code, String detail) {
        findings.add(code, NODE_FILE, null, detail);
    }

    /** Number of the branch whose folder this is; the county's where the node's file does not tell. */
    int own() {
        return node.map(NodeFolder::branch).orElse(LogIdentity.COUNTY);
    }

    /** About how many entries all logs have. */
    long expected() {
        return logs.stream().mapToLong(LogIdentity::expected).sum();
    }

    /** The county's log, where it is here. */
    Optional<Holding> county() {
        return county.map(log -> {
            Vkey key = countyKey(log);
            Volume volume = new Volume(
                    LogIdentity.COUNTY, 0, 0, null, log.origin(), key == null ? "" : key.toString(), 0, null);
            return new Holding(log, volume, true, own() == LogIdentity.COUNTY, key);
        });
    }

    private @Nullable Vkey countyKey(LogIdentity log) {
        Vkey founded = log.key();
        return founded != null ? founded : node.map(NodeFolder::county).orElse(null);
    }

    /** All other logs: those of the county's branches in the order of their journals, then those that nobody has. */
    List<Holding> others(Books posted) {
        List<LogIdentity> left = new ArrayList<>(logs);
        county.ifPresent(left::remove);
        List<Holding> others = new ArrayList<>();
        for (Volume volume : posted.volumes()) {
            left.stream()
                    .filter(log -> log.origin().equals(volume.origin()))
                    .findFirst()
                    .filter(left::remove)
                    .ifPresent(log -> others.add(Holding.of(log, volume, volume.branch() == own())));
        }
        left.forEach(log -> others.add(notEnrolled(log)));
        return others;
    }

    private Holding notEnrolled(LogIdentity log) {
        return node.filter(known -> isNamed(log, known.log()))
                .map(known -> {
                    Volume volume = new Volume(
                            known.branch(),
                            0,
                            0,
                            null,
                            log.origin(),
                            known.log().toString(),
                            0,
                            null);
                    return new Holding(log, volume, false, true, known.log());
                })
                .orElseGet(() -> Holding.stranger(log));
    }
}

package linli.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import linli.ledger.LedgerException;
import linli.ledger.NodeFolder;
import linli.ledger.SavedAccounts;
import linli.log.LogException;
import linli.log.Progress;

/**
 * The door: audits the folder of a node from its files alone, as a stranger would.
 *
 * <p>It takes the keys from the log, recomputes the tree and the accounts, and holds every file against them. It never writes
 * into the folder and may run beside the node. Memory does not grow with the log.
 */
public final class Audit {
    private static final String NODE_FILE = "node.json";

    private final Path folder;
    private final AuditOptions options;
    private final Progress progress;
    private final Findings findings = new Findings();

    private Audit(Path folder, AuditOptions options, Progress progress) {
        this.folder = folder;
        this.options = options;
        this.progress = progress;
    }

    /** Audits a folder. Damage is in the report, and so is a folder that cannot be read; nothing is thrown for either. */
    public static AuditReport run(Path folder, AuditOptions options, Progress progress) {
        try {
            return new Audit(folder, options, progress).run();
        } catch (IOException | UncheckedIOException | LogException | LedgerException e) {
            return unreadable(folder, options, "the folder cannot be read: " + e.getMessage());
        }
    }

    private static AuditReport unreadable(Path folder, AuditOptions options, String why) {
        return new AuditReport(folder.toString(), options.deep(), why, List.of(), List.of(), 0, List.of());
    }

    private AuditReport run() throws IOException {
        List<Path> logs = logFolders();
        if (logs.isEmpty()) {
            return unreadable(folder, options, "there is no Linli node in " + folder);
        }
        Optional<NodeFolder> node = node();
        Optional<Path> own = ownLog(node, logs);
        List<AuditedLog> audited = new ArrayList<>();
        for (Path log : logs) {
            audited.add(own.filter(log::equals).isPresent() ? auditOwn(log, node) : audit(log, node, Optional.empty()));
        }
        noteUnchecked();
        return new AuditReport(
                folder.toString(), options.deep(), null, audited, findings.kept(), findings.count(), findings.notes());
    }

    private List<Path> logFolders() throws IOException {
        Path logs = NodeFolder.logs(folder);
        if (!Files.isDirectory(logs)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(logs)) {
            return children.filter(Files::isDirectory).sorted().toList();
        }
    }

    private Optional<NodeFolder> node() {
        try {
            NodeFolder node = NodeFolder.open(folder);
            if (!node.isAsWritten()) {
                findings.add(AuditCode.NODE_FILE, NODE_FILE, null, "the file is not as Linli writes it");
            }
            return Optional.of(node);
        } catch (LedgerException e) {
            findings.add(AuditCode.NODE_FILE, NODE_FILE, null, "the file is missing or damaged");
            return Optional.empty();
        }
    }

    /** The node's own log; where its file does not tell, a log that stands alone is taken for it. */
    private Optional<Path> ownLog(Optional<NodeFolder> node, List<Path> logs) {
        Optional<Path> named = node.map(NodeFolder::logFolder).filter(logs::contains);
        if (node.isPresent() && named.isEmpty()) {
            findings.add(AuditCode.LOG_MISSING, NODE_FILE, null, "the log that this file names is not in the folder");
        }
        return named.or(() -> logs.size() == 1 ? Optional.of(logs.get(0)) : Optional.empty());
    }

    private AuditedLog auditOwn(Path log, Optional<NodeFolder> node) throws IOException {
        // Copied before the log is measured, so that the log has every entry that they have.
        try (SavedAccounts saved =
                SavedAccounts.copy(folder, LogIdentity.read(log).branch(node))) {
            return audit(log, node, Optional.of(saved));
        }
    }

    private AuditedLog audit(Path log, Optional<NodeFolder> node, Optional<SavedAccounts> saved) {
        LogIdentity identity = LogIdentity.read(log);
        node.ifPresent(known -> checkNumber(known, identity, saved.isPresent()));
        try (LogAudit audit = new LogAudit(log, identity, identity.branch(node), saved, options, findings)) {
            return audit.run(progress);
        }
    }

    private void checkNumber(NodeFolder node, LogIdentity identity, boolean own) {
        if (own && identity.founded().isPresent() && node.branch() != LogIdentity.COUNTY) {
            String detail = "the file says branch " + node.branch() + ", but the log is a county's";
            findings.add(AuditCode.NODE_FILE, NODE_FILE, null, detail);
        }
    }

    private void noteUnchecked() {
        findings.note("Not checked: keys and profiles. They are sealed, and an audit has no secrets.");
        if (!options.deep()) {
            findings.note(
                    "Not checked: the signature of each single entry (--deep does). The checkpoints vouch for the bytes.");
        }
    }
}

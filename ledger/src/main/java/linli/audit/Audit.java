package linli.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * <p>It takes the keys from the county's log, recomputes the tree of every log and the accounts, and holds every file against
 * them. It never writes into the folder and may run beside the node. Memory does not grow with the logs.
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
        return new AuditReport(folder.toString(), options.deep(), why, List.of(), List.of(), List.of(), 0, List.of());
    }

    private AuditReport run() throws IOException {
        // Copied before any log is measured, so that the logs have every entry that they have.
        try (SavedAccounts saved = SavedAccounts.copy(folder)) {
            List<LogIdentity> logs = logs();
            return logs.isEmpty()
                    ? unreadable(folder, options, "there is no Linli node in " + folder)
                    : run(logs, saved);
        }
    }

    private AuditReport run(List<LogIdentity> logs, SavedAccounts saved) throws IOException {
        Optional<NodeFolder> node = node();
        Register register = new Register(node, logs, findings);
        try (JournalsAudit journals = new JournalsAudit(register, saved, options, findings, progress)) {
            journals.run();
            noteUnchecked();
            return new AuditReport(
                    folder.toString(),
                    options.deep(),
                    null,
                    journals.logs(),
                    journals.transfers(),
                    findings.kept(),
                    findings.count(),
                    findings.notes());
        }
    }

    private List<LogIdentity> logs() throws IOException {
        Path logs = NodeFolder.logs(folder);
        if (!Files.isDirectory(logs)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(logs)) {
            return children.filter(Files::isDirectory)
                    .sorted()
                    .map(LogIdentity::read)
                    .toList();
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

    private void noteUnchecked() {
        findings.note("Not checked: keys and profiles. They are sealed, and an audit has no secrets.");
        if (!options.deep()) {
            findings.note(
                    "Not checked: the signature of each single entry (--deep does). The checkpoints vouch for the bytes.");
        }
    }
}

package linli.audit;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import linli.log.Disk;
import linli.log.NoteSignature;
import linli.log.StoredNotes;
import linli.log.Vkey;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the lines below one log's checkpoints that are not the log's own: each says that somebody holds that much of it. Done
 * when all logs are read, since any of them may name a cosigner's key.
 */
final class CosignatureChecks {
    private final Cosigners cosigners;
    private final @Nullable Integer branch;
    private final String file;
    private final Findings findings;
    private final Map<Vkey, Long> sizes = new HashMap<>();
    private final SortedMap<String, Long> unknown = new TreeMap<>();
    private long verified;

    /**
     * @param branch whose log it is, where that is known
     * @param file of the checkpoints, within the node's folder
     */
    CosignatureChecks(Cosigners cosigners, @Nullable Integer branch, String file, Findings findings) {
        this.cosigners = cosigners;
        this.branch = branch;
        this.file = file;
        this.findings = findings;
    }

    /**
     * Looks at all checkpoints of at most so many entries: a running node may have signed more since. Those that sign more than
     * is held were told with the log.
     *
     * @return how many cosignatures verify
     */
    long check(Path folder, @Nullable Vkey log, String origin, long entries) {
        try (StoredNotes notes = StoredNotes.open(Disk.real(), folder, origin)) {
            for (StoredNotes.Stored stored = notes.next();
                    stored != null && stored.checkpoint().size() <= entries;
                    stored = notes.next()) {
                check(stored, log);
            }
        }
        unknown.forEach((name, lines) -> findings.note(
                lines + " signature lines of " + name + " stand under checkpoints; this audit has no key for them."));
        return verified;
    }

    private void check(StoredNotes.Stored stored, @Nullable Vkey log) {
        if (stored.note().signatures().size() == 1) {
            return;
        }
        byte[] text = stored.note().textBytes();
        for (NoteSignature line : stored.note().signatures()) {
            if (log == null || !log.claimedBy(line)) {
                cosigners
                        .of(line)
                        .ifPresentOrElse(
                                cosigner -> check(cosigner.vkey(), line, text, stored),
                                () -> unknown.merge(line.name(), 1L, Long::sum));
            }
        }
    }

    private void check(Vkey cosigner, NoteSignature line, byte[] text, StoredNotes.Stored stored) {
        long size = stored.checkpoint().size();
        if (!cosigner.verifies(text, line.payload())) {
            tell(
                    stored,
                    "the line of " + cosigner.name() + " under the checkpoint of size " + size + " is not signed by"
                            + " its key");
            return;
        }
        verified++;
        long before = sizes.merge(cosigner, size, Math::max);
        if (size < before) {
            tell(stored, cosigner.name() + " cosigned size " + size + " after it had cosigned " + before);
        }
    }

    private void tell(StoredNotes.Stored stored, String detail) {
        findings.add(new AuditFinding(AuditCode.COSIGNATURE.name(), branch, file, stored.offset(), null, detail));
    }
}

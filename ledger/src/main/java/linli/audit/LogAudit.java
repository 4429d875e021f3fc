package linli.audit;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import linli.entry.CountyEvent.CountyFounded;
import linli.entry.EntryCodec;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.EventTypes;
import linli.entry.Malformed;
import linli.ledger.Finding;
import linli.ledger.ReadEntry;
import linli.ledger.Rejection;
import linli.ledger.Replay;
import linli.ledger.SavedAccounts;
import linli.log.Disk;
import linli.log.LogFault;
import linli.log.LogInspection;
import linli.log.Progress;
import linli.log.Vkey;
import org.jspecify.annotations.Nullable;

/** One log, in one pass: files, tree and checkpoints by the log's own inspection; entries, rules and accounts here. */
final class LogAudit implements LogInspection.Listener, AutoCloseable {
    private static final int PROGRESS_EVERY = 4096;

    private final LogIdentity identity;
    private final int branch;
    private final Findings findings;
    private final LogInspection files;
    private final Replay replay;
    private final Optional<AccountsAudit> accounts;
    private final @Nullable Vkey key;
    private final @Nullable SignatureChecks signatures;
    private final SortedMap<String, Long> events = new TreeMap<>();
    private final SortedMap<String, Long> unknownTypes = new TreeMap<>();
    private Progress progress = Progress.UNSEEN;
    private boolean replaying = true;

    LogAudit(
            Path folder,
            LogIdentity identity,
            int branch,
            Optional<SavedAccounts> saved,
            AuditOptions options,
            Findings findings) {
        this.identity = identity;
        this.branch = branch;
        this.findings = findings;
        this.key = identity.key();
        this.signatures =
                options.deep() && key != null ? new SignatureChecks(key, options.threads(), this::forged) : null;
        this.files = LogInspection.open(Disk.real(), folder);
        this.replay = new Replay(branch);
        this.accounts = saved.map(copy -> new AccountsAudit(copy, replay, findings));
    }

    AuditedLog run(Progress told) {
        progress = told;
        if (key == null) {
            findings.add(
                    AuditCode.KEY_UNKNOWN,
                    path("entries"),
                    new EntryId(branch, 0),
                    "the first entry does not name the log's key; signatures were not checked");
        }
        accounts.ifPresent(audit -> audit.reached(files.root()));
        LogInspection.Summary summary = files.run(identity.origin(), key, this::isGenuine, this);
        if (signatures != null) {
            signatures.finish();
        }
        progress.reached(summary.entries(), summary.entries());
        accounts.ifPresent(audit -> audit.finish(summary.entries()));
        SumChecks sums = new SumChecks(replay.books(), findings);
        return new AuditedLog(
                identity.origin(),
                branch,
                identity.founded().map(CountyFounded::name).orElse(null),
                summary.entries(),
                summary.checkpoints(),
                summary.newest(),
                signatures == null ? 0 : signatures.count(),
                events,
                unknownTypes,
                replay.size(),
                Sums.of(replay.books(), sums),
                accounts.map(AccountsAudit::compared).orElse(null));
    }

    private boolean isGenuine(long index, byte[] entry) {
        return key != null && EntryCodec.verify(entry, key, index);
    }

    @Override
    public void entry(long index, byte[] bytes) {
        if (signatures != null) {
            signatures.add(index, bytes);
        }
        ReadEntry read = ReadEntry.of(new EntryId(branch, index), bytes);
        count(read);
        if (read.problem() == Malformed.UNKNOWN_VERSION) {
            report(
                    AuditCode.UNKNOWN_VERSION.name(),
                    read.id(),
                    "written by a later Linli; update this one and audit again");
            stopReplaying(index);
        } else if (replaying) {
            replay.post(read).ifPresent(this::refused);
            accounts.ifPresent(audit -> audit.reached(files.root()));
        } else if (read.problem() != null) {
            refused(new Finding(read.id(), Rejection.MALFORMED, read.problem().name()));
        }
        if ((index + 1) % PROGRESS_EVERY == 0) {
            progress.reached(index + 1, Math.max(index + 1, files.expectedEntries()));
        }
    }

    private void count(ReadEntry read) {
        if (read.entry() != null) {
            Event event = read.entry().event();
            (event instanceof Event.Unknown ? unknownTypes : events).merge(EventTypes.nameOf(event), 1L, Long::sum);
        }
    }

    /** An entry of a type that a later Linli may know is counted, and nothing is wrong with it. */
    private void refused(Finding finding) {
        if (finding.code() != Rejection.UNKNOWN_TYPE) {
            report(finding.code().name(), finding.entry(), "the rules refuse this entry: " + finding.detail());
        }
    }

    private void forged(long index) {
        String detail = "the log's key did not sign this entry for this place";
        report(AuditCode.ENTRY_SIGNATURE.name(), new EntryId(branch, index), detail);
    }

    private void report(String code, EntryId entry, String detail) {
        findings.add(new AuditFinding(code, path("entries"), null, entry, detail));
    }

    @Override
    public void lost(long index) {
        stopReplaying(index);
    }

    /** What comes after a lost entry may rest on it, so the rules would find fault with honest entries. */
    private void stopReplaying(long index) {
        if (replaying) {
            findings.note("Rules, sums and accounts were checked up to entry " + new EntryId(branch, index)
                    + " only: what comes after may rest on it.");
        }
        replaying = false;
    }

    @Override
    public void fault(LogFault fault) {
        EntryId entry = fault.entry() == null ? null : new EntryId(branch, fault.entry());
        findings.add(new AuditFinding(fault.code().name(), path(fault.file()), fault.offset(), entry, fault.detail()));
    }

    @Override
    public void note(String sentence) {
        findings.note(sentence);
    }

    private String path(String file) {
        return "logs/" + identity.folder().getFileName() + "/" + file;
    }

    @Override
    public void close() {
        try (replay;
                files) {
            if (signatures != null) {
                signatures.close();
            }
        }
    }
}

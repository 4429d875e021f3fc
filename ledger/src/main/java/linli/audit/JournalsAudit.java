package linli.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import linli.ledger.Books;
import linli.ledger.Branch;
import linli.ledger.Replay;
import linli.ledger.SavedAccounts;
import linli.ledger.Volume;
import linli.log.Progress;
import linli.log.Vkey;
import org.jspecify.annotations.Nullable;

/** All logs of a folder, one after the other, and then what only all of them together tell. */
final class JournalsAudit implements AutoCloseable {
    private final Register register;
    private final Findings findings;
    private final Shared shared;
    private final List<Holding> holdings = new ArrayList<>();
    private final List<AuditedLog> logs = new ArrayList<>();
    private List<TransferSum> transfers = List.of();
    private boolean whole = true;

    JournalsAudit(Register register, SavedAccounts saved, AuditOptions options, Findings findings, Progress progress) {
        this.register = register;
        this.findings = findings;
        this.shared = new Shared(
                new Replay(register.own()),
                new AccountsAudit(saved, register.own(), findings),
                new Cosigners(),
                new WitnessChecks(findings),
                findings,
                options,
                new AllProgress(progress, register.expected()));
    }

    /** What was in the logs, the county's first. */
    List<AuditedLog> logs() {
        return logs;
    }

    /** Points between branches. */
    List<TransferSum> transfers() {
        return transfers;
    }

    void run() {
        register.county().ifPresent(this::auditCounty);
        for (Holding holding : register.others(shared.replay().books())) {
            checkEnrolled(holding);
            audit(holding);
        }
        shared.accounts().finish(shared.replay(), whole);
        try (StoredEntries entries = new StoredEntries(holdings)) {
            transfers = new TransferChecks(shared.replay(), entries, findings).check();
        }
        complete();
    }

    private void auditCounty(Holding county) {
        Vkey key = county.key();
        if (key == null) {
            findings.add(
                    AuditCode.KEY_UNKNOWN,
                    county.path("entries"),
                    county.idOf(0),
                    "the first entry does not name the log's key; signatures were not checked");
        }
        boolean hashesSound = audit(county);
        if (key != null && hashesSound) {
            shared.witness().begin(county.log(), key, logs.get(0).entries());
        }
    }

    /** Where the county's log could not be posted, nobody can say who belongs. */
    private void checkEnrolled(Holding holding) {
        if (holding.own() && !holding.enrolled()) {
            findings.note(
                    "As much of the county's log as is here does not enrol this node; its entries were not posted.");
        } else if (!holding.enrolled() && whole && register.county().isPresent()) {
            String detail = "the county has enrolled nobody whose log is "
                    + holding.log().origin();
            findings.add(AuditCode.STRANGER, holding.path("origin"), null, detail);
        } else if (!holding.enrolled()) {
            findings.note(holding.told("nobody here can say whose log this is; it was checked without a key."));
        }
    }

    /** Audits one log; false where its hashes are damaged. */
    private boolean audit(Holding holding) {
        try (LogAudit audit = new LogAudit(holding, shared)) {
            holdings.add(holding);
            logs.add(audit.run());
            whole &= !audit.stoppedPosting();
            return audit.hashesSound();
        }
    }

    private void complete() {
        Books books = shared.replay().books();
        noteOverlaps(books.overlaps().all().size());
        SumChecks sums = SumChecks.of(books, findings);
        ShopChecks.check(books, findings);
        Set<Integer> summed = new HashSet<>();
        for (int i = logs.size() - 1; i >= 0; i--) {
            logs.set(i, completed(holdings.get(i), logs.get(i), books, sums, summed));
        }
    }

    /** Nobody broke a rule by it, and one of the two must be wrong. */
    private void noteOverlaps(int pairs) {
        if (pairs > 0) {
            findings.note(
                    pairs + " times somebody served at two branches at once; “linli report overlaps” lists them.");
        }
    }

    private AuditedLog completed(Holding holding, AuditedLog log, Books books, SumChecks sums, Set<Integer> summed) {
        long cosignatures = new CosignatureChecks(
                        shared.cosigners(), holding.branch(), holding.path("checkpoints"), findings)
                .check(holding.log().folder(), holding.key(), log.origin(), log.entries());
        Volume volume = holding.enrolled() ? holding.volume() : null;
        if (volume == null) {
            return log.told(null, cosignatures, null, null);
        }
        Sums ofBranch = summed.add(volume.branch()) ? sums.of(volume.branch()) : null;
        String name = books.branch(volume.branch()).map(Branch::name).orElse(null);
        return log.told(name, cosignatures, ofBranch, compared(volume, log.entries()));
    }

    private @Nullable Long compared(Volume volume, long entries) {
        return Optional.of(shared.accounts().compared(volume, entries))
                .filter(count -> count != AccountsAudit.NOWHERE)
                .orElse(null);
    }

    @Override
    public void close() {
        shared.witness().close();
        shared.replay().close();
    }
}

package linli.audit;

import linli.ledger.LedgerException;
import linli.ledger.Replay;
import linli.ledger.RowDifference;
import linli.ledger.SavedAccounts;
import linli.ledger.SavedAccounts.State;
import linli.log.Hash;
import org.jspecify.annotations.Nullable;

/** Holds the accounts that a node has saved against those posted anew, when these have come to the same entry. */
final class AccountsAudit {
    private static final String FILE = "accounts/accounts.db";

    private final SavedAccounts saved;
    private final Replay replay;
    private final Findings findings;
    private @Nullable Long compared;

    AccountsAudit(SavedAccounts saved, Replay replay, Findings findings) {
        this.saved = saved;
        this.replay = replay;
        this.findings = findings;
    }

    /** How many entries were posted in the accounts when they were compared; null while they were not. */
    @Nullable
    Long compared() {
        return compared;
    }

    /** The replay has come one entry further, to a log of this root. */
    void reached(Hash root) {
        if (saved.state() == State.COPIED && saved.size() == replay.size()) {
            compared = replay.size();
            if (saved.root().equals(root)) {
                compare();
            } else {
                position("the accounts were posted from another log than this");
            }
        }
    }

    private void compare() {
        try {
            replay.compare(saved, this::differs);
        } catch (LedgerException e) {
            throw e;
        } catch (RuntimeException | Error damaged) {
            // MapDB answers damage with whatever it runs into, failed assertions and absurd allocations among it.
            unreadable();
        }
    }

    private void differs(RowDifference difference) {
        String detail = difference.row() + " (table " + difference.table() + "): " + difference.detail();
        findings.add(AuditCode.ACCOUNTS_ROW, FILE, null, detail);
    }

    /** The log has ended with so many entries: says why nothing was compared, if nothing was. */
    void finish(long entries) {
        switch (saved.state()) {
            case COPIED -> finishUncompared(entries);
            case MISSING -> findings.note("There are no accounts; the node posts them from the log at its next start.");
            case BEING_WRITTEN ->
                findings.note("The accounts were being written, so they were not compared. Where no node is"
                        + " running, the next start posts them anew.");
            case UNREADABLE -> unreadable();
        }
    }

    private void finishUncompared(long entries) {
        if (compared == null && saved.size() > entries) {
            position("the accounts hold " + saved.size() + " entries, the log has " + entries);
        }
    }

    private void unreadable() {
        findings.add(
                AuditCode.ACCOUNTS_UNREADABLE,
                FILE,
                null,
                "the accounts cannot be read; remove them, and the node posts them anew from the log");
    }

    private void position(String detail) {
        findings.add(AuditCode.ACCOUNTS_POSITION, FILE, null, detail);
    }
}

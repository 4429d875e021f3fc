package linli.audit;

import java.util.HashSet;
import java.util.Set;
import linli.ledger.LedgerException;
import linli.ledger.Position;
import linli.ledger.ReadEntry;
import linli.ledger.Replay;
import linli.ledger.RowDifference;
import linli.ledger.SavedAccounts;
import linli.ledger.SavedAccounts.State;
import linli.ledger.Volume;
import linli.log.Hash;

/**
 * Holds the accounts that a node has saved against those posted anew.
 *
 * <p>The logs may have gone on since they were saved. What came after is posted into the copy as well, just as the node would:
 * so both end at the same entries, whatever a running node is doing, and must be the same to the byte.
 */
final class AccountsAudit {
    /** No place: these accounts do not stand in that log. */
    static final long NOWHERE = -1;

    private static final String REMEDY = "remove them, and the node posts them anew from the logs";

    private final SavedAccounts saved;
    private final int own;
    private final Findings findings;
    private final Set<Integer> confirmed = new HashSet<>();
    private boolean comparable;
    private boolean compared;

    /**
     * @param own number of the branch whose accounts these are
     */
    AccountsAudit(SavedAccounts saved, int own, Findings findings) {
        this.saved = saved;
        this.own = own;
        this.findings = findings;
        this.comparable = saved.state() == State.COPIED;
    }

    /** How many entries of this volume are in the accounts, as they say, where they stand in it; else {@link #NOWHERE}. */
    long placeIn(Volume volume) {
        Position position = saved.positions().get(volume.branch());
        return comparable && position != null && position.volume() == volume.ordinal()
                ? position.size() - volume.first()
                : NOWHERE;
    }

    /** The walk has come to where the accounts stand in this volume. */
    void reached(Volume volume, Hash root) {
        Position position = saved.positions().get(volume.branch());
        if (position != null && position.root().equals(root)) {
            confirmed.add(volume.branch());
        } else {
            position("the accounts were posted from another log of branch " + volume.branch() + " than this");
        }
    }

    /** The walk has come to the end of this volume. */
    void ended(Volume volume, long entries) {
        long place = placeIn(volume);
        if (place > entries) {
            position("the accounts hold " + place + " entries of " + volume.origin() + ", the log has " + entries);
        }
    }

    /** An entry is about to be posted anew. */
    void posted(ReadEntry entry) {
        Position position = saved.positions().get(entry.id().branch());
        if (comparable && (position == null || entry.id().index() >= position.size())) {
            guarded(() -> saved.catchUp(entry, own));
        }
    }

    /**
     * All logs have ended: compares, or says why not.
     *
     * @param whole whether every entry was posted that should be; else the accounts may rightly hold more
     */
    void finish(Replay replay, boolean whole) {
        switch (saved.state()) {
            case COPIED -> compare(replay, whole);
            case MISSING ->
                findings.note("There are no accounts; the node posts them from the logs at its next start.");
            case BEING_WRITTEN ->
                findings.note("The accounts were being written, so they were not compared. Where no node is"
                        + " running, the next start posts them anew.");
            case UNREADABLE -> unreadable();
        }
    }

    private void compare(Replay replay, boolean whole) {
        for (Position position : saved.positions().values()) {
            if (comparable) {
                checkPosition(position, replay, whole);
            }
        }
        if (comparable) {
            guarded(() -> {
                replay.compare(saved, this::differs);
                compared = true;
            });
        }
    }

    private void checkPosition(Position position, Replay replay, boolean whole) {
        long posted = replay.posted(position.branch());
        if (confirmed.contains(position.branch()) && posted >= position.size()) {
            return;
        }
        comparable = false;
        if (confirmed.contains(position.branch()) && whole) {
            findings.note("The accounts were not compared: the county has closed a log of branch " + position.branch()
                    + " before entries that they hold. The node posts them anew.");
        } else if (whole) {
            position("the accounts hold " + position.size() + " entries of branch " + position.branch()
                    + ", the logs here lead to " + posted);
        }
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (LedgerException e) {
            throw e;
        } catch (RuntimeException | Error damaged) {
            // MapDB answers damage with whatever it runs into, failed assertions and absurd allocations among it.
            comparable = false;
            unreadable();
        }
    }

    private void differs(RowDifference difference) {
        String detail = difference.row() + " (table " + difference.table() + "): " + difference.detail();
        findings.add(AuditCode.ACCOUNTS_ROW, SavedAccounts.FILE, null, detail);
    }

    private void unreadable() {
        findings.add(AuditCode.ACCOUNTS_UNREADABLE, SavedAccounts.FILE, null, "the accounts cannot be read; " + REMEDY);
    }

    private void position(String detail) {
        comparable = false;
        findings.add(AuditCode.ACCOUNTS_POSITION, SavedAccounts.FILE, null, detail);
    }

    /** How many entries of this volume stood in the accounts when they were compared; {@link #NOWHERE} where they were not. */
    long compared(Volume volume, long entries) {
        Position position = saved.positions().get(volume.branch());
        long size = position == null ? 0 : position.size() - volume.first();
        return compared ? Math.max(0, Math.min(size, entries)) : NOWHERE;
    }
}

package linli.audit;

import java.util.Optional;
import java.util.function.Supplier;
import linli.entry.EntryId;
import linli.ledger.Finding;
import linli.ledger.ReadEntry;
import linli.ledger.Rejection;
import linli.ledger.Replay;
import linli.ledger.Volume;
import linli.log.Hash;

/** Posts the entries of one volume in the order of its log, as far as they count and what they rest on is here. */
final class LogPosting {
    private final Volume volume;
    private final Replay replay;
    private final AccountsAudit accounts;
    private final Findings findings;
    /** Where the saved accounts stand in this log. */
    private final long accountsPlace;

    private boolean waits;
    private boolean damaged;
    private long posted;
    private long waiting;
    private long voided;

    LogPosting(Volume volume, Replay replay, AccountsAudit accounts, Findings findings) {
        this.volume = volume;
        this.replay = replay;
        this.accounts = accounts;
        this.findings = findings;
        this.accountsPlace = accounts.placeIn(volume);
        this.waits = replay.posted(volume.branch()) < volume.first();
    }

    /** Whether the entry at this place counts; behind the end that the county has given the log, none does. */
    boolean counts(long place) {
        return place < volume.countingSize();
    }

    /** An entry that does not count. */
    void pass() {
        voided++;
    }

    /** The next entry of the log; what stands against it. */
    Optional<Finding> post(ReadEntry read) {
        if (damaged) {
            return Optional.ofNullable(read.problem())
                    .map(problem -> new Finding(read.id(), Rejection.MALFORMED, problem.name()));
        }
        waits = waits || replay.mustWait(read);
        if (waits) {
            waiting++;
            return Optional.empty();
        }
        posted++;
        accounts.posted(read);
        return replay.post(read);
    }

    /** What comes after a lost entry may rest on it, so the rules would find fault with honest entries. */
    void stop(EntryId from) {
        if (!damaged && volume.holds(from)) {
            damaged = true;
            findings.note("Rules, sums and accounts were checked up to entry " + from
                    + " only: what comes after may rest on it.");
        }
    }

    /** The walk has come to this place: where the saved accounts stand, they must be of this log. */
    void comparePosition(long place, Supplier<Hash> root) {
        if (place == accountsPlace) {
            accounts.reached(volume, root.get());
        }
    }

    /** The log has ended with so many entries: tells what was not posted though nothing is wrong with it. */
    void finish(long entries) {
        accounts.ended(volume, entries);
        if (waiting > 0) {
            findings.note(String.format(
                    "%,d entries of branch %d, from %s on, rest on entries of the county or of its earlier log that are not"
                            + " here; they were not posted.",
                    waiting, volume.branch(), volume.idOf(posted)));
        }
        if (voided > 0) {
            findings.note(String.format(
                    "%,d entries of branch %d stand behind the end that the county has given its log %s; they are void.",
                    voided, volume.branch(), volume.origin()));
        }
    }

    boolean damaged() {
        return damaged;
    }

    long posted() {
        return posted;
    }

    long waiting() {
        return waiting;
    }

    long voided() {
        return voided;
    }
}

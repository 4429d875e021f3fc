package linli.ledger;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import linli.entry.Entry;
import linli.entry.EntryCodec;
import linli.entry.EntryId;
import linli.log.Log;
import linli.log.Vkey;

/**
 * Decides what is written: whether a draft is known already, whether this node may write at all, and what the rules say.
 *
 * <p>The drafts of a batch are decided one after the other, each on the accounts as the ones before it leave them. Of the writing
 * thread alone, but for {@link #holdBack}.
 */
final class Decisions {
    /** What was decided to be written together; {@code first} is where the journal stands at this log's first entry. */
    record Batch(List<Entry> entries, Changes changes, long first) {}

    private final Log log;
    private final int branch;
    private final Vkey vkey;
    private final InstantSource clock;
    private final AccountStore store;
    private final Bookkeeper bookkeeper;
    private volatile boolean heldBack;

    Decisions(Log log, NodeFolder node, InstantSource clock, AccountStore store, Bookkeeper bookkeeper) {
        this.log = log;
        this.branch = node.branch();
        this.vkey = node.log();
        this.clock = clock;
        this.store = store;
        this.bookkeeper = bookkeeper;
    }

    boolean heldBack() {
        return heldBack;
    }

    /** Nothing new is written any more; what was answered before still is. */
    void holdBack() {
        heldBack = true;
    }

    Batch batch() {
        // Where the journal stands at this log is the county's to say, and its log may have come only now.
        return new Batch(new ArrayList<>(), new Changes(store), bookkeeper.firstOf(vkey, store));
    }

    /** Decides one draft; where it is to be recorded, it is added to the batch. */
    Outcome decide(Draft draft, Batch batch) {
        Table.Request earlier =
                batch.changes().get(Table.REQUESTS, draft.request().high());
        if (earlier != null) {
            return repeated(draft, earlier.entry(), batch);
        }
        if (isEnded(batch.changes())) {
            return new Outcome.Refused(
                    Rejection.LOG_ENDED, "the county has ended this node's log; nothing more is written to it");
        }
        requireCaughtUp(batch.first());
        EntryId id =
                new EntryId(branch, batch.first() + log.size() + batch.entries().size());
        Entry entry = new Entry(now(batch.changes()), draft.by(), draft.request(), draft.event());
        Optional<Outcome.Refused> refused = Rules.decide(id, entry, batch.changes());
        if (refused.isPresent()) {
            return refused.get();
        }
        batch.changes().put(Table.REQUESTS, draft.request().high(), new Table.Request(id));
        batch.entries().add(entry);
        return new Outcome.Recorded(id, entry, false);
    }

    /** The same request again gets the same answer; another request under the same id is a mistake of whoever sent it. */
    private Outcome repeated(Draft draft, EntryId id, Batch batch) {
        long place = id.index() - batch.first();
        if (place < 0) {
            return new Outcome.Refused(
                    Rejection.REQUEST_REUSED, "entry " + id + ", of an earlier log, was made under it");
        }
        int inBatch = (int) (place - log.size());
        Entry entry = inBatch >= 0 ? batch.entries().get(inBatch) : EntryCodec.decode(log.entry(place));
        boolean same = entry.request().equals(draft.request())
                && entry.by().equals(draft.by())
                && entry.event().equals(draft.event());
        return same
                ? new Outcome.Recorded(id, entry, true)
                : new Outcome.Refused(Rejection.REQUEST_REUSED, "entry " + id + " was made under this request id");
    }

    /** Whether the branch is closed, or goes on in another log: then entries of this one count no more, wherever it ended. */
    private boolean isEnded(Accounts accounts) {
        Branch own = accounts.get(Table.BRANCHES, branch);
        return own != null && !(own.open() && own.origin().equals(vkey.name()));
    }

    /** A node whose own entries are not all in its accounts does not know what it may write. */
    private void requireCaughtUp(long first) {
        if (heldBack) {
            throw new LedgerException(
                    LedgerException.Code.TAIL_MISSING,
                    "another node holds more of this node's log than it does itself, so it writes nothing; stop it and run"
                            + " “linli restore”");
        }
        if (!bookkeeper.isOwnPosted(store, first + log.size())) {
            throw new LedgerException(
                    LedgerException.Code.CATCHING_UP,
                    "this node does not have the county's log up to where its own rests on it, or not all of its own earlier log;"
                            + " let it meet the county or another node first");
        }
    }

    /** The clock's time; the last entry's, or the county's when it was last seen, where the clock is behind them. */
    private long now(Accounts accounts) {
        Table.LastEntry last = accounts.get(Table.LAST_ENTRIES, branch);
        CountyView view = accounts.get(Table.VIEWS, branch);
        long byClock = Math.max(0, clock.instant().getEpochSecond());
        long notBefore = Math.max(last == null ? 0 : last.atSeconds(), view == null ? 0 : view.timeSeconds());
        return Math.max(byClock, notBefore);
    }
}

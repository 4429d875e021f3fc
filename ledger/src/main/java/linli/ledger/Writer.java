package linli.ledger;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import linli.entry.Entry;
import linli.entry.EntryCodec;
import linli.entry.EntryId;
import linli.log.Log;
import linli.log.LogException;
import linli.log.SigningKey;
import linli.log.Vkey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. It takes all requests that wait, checks and posts them in memory one after the other, signs their
 * entries on all cores, appends them with one forced write, and only then answers.
 *
 * <p>Where the disk refuses, nothing of the batch counts and every request of it is told so.
 */
final class Writer implements Runnable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Writer.class);

    private static final int WAITING = 4096;
    private static final int BATCH = 1024;
    /** Below this, handing signatures to other cores costs more than it saves. */
    private static final int WORTH_SHARING = 4;

    private static final long CHECKPOINT_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** Arrived entries posted between two rounds of requests: some hundredths of a second. */
    private static final int ARRIVED_AT_ONCE = 4096;

    /** A request and the promise of its answer; or nothing but a call to look what has arrived. */
    private record Waiting(@Nullable Draft draft, CompletableFuture<Outcome> answer) {
        static final Waiting CALL = new Waiting(null, new CompletableFuture<>());
    }

    /** Answers of a batch, and the entries to be written before they are given. */
    private record Batch(
            List<Waiting> requests, List<Outcome> outcomes, List<Entry> entries, Changes changes, long first) {}

    private final Log log;
    private final int branch;
    private final Vkey vkey;
    private final SigningKey key;
    private final InstantSource clock;
    private final long saveEveryNanos;
    private final AccountStore store;
    private final Bookkeeper bookkeeper;
    private final BlockingQueue<Waiting> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Queue<CompletableFuture<Void>> arrivals = new ConcurrentLinkedQueue<>();
    /** Promises to be kept when nothing is left to post; of the writing thread alone. */
    private final List<CompletableFuture<Void>> promised = new ArrayList<>();

    private volatile boolean heldBack;
    private volatile Runnable growth = () -> {};
    private volatile boolean closing;
    private volatile boolean ended;
    private long lastSave = System.nanoTime();
    private long lastCheckpoint = System.nanoTime();

    Writer(Log log, NodeFolder node, SigningKey key, Machine machine, AccountStore store, Bookkeeper bookkeeper) {
        this.log = log;
        this.branch = node.branch();
        this.vkey = node.log();
        this.key = key;
        this.clock = machine.clock();
        this.saveEveryNanos = machine.saveEvery().toNanos();
        this.store = store;
        this.bookkeeper = bookkeeper;
    }

    /** Says that other logs have grown, or come; the promise is kept when all that can be posted of them is. */
    CompletableFuture<Void> arrived() {
        CompletableFuture<Void> posted = new CompletableFuture<>();
        arrivals.add(posted);
        // Where the queue is full the thread is awake anyway.
        waiting.offer(Waiting.CALL);
        if (ended) {
            turnAway();
        }
        return posted;
    }

    CompletableFuture<Outcome> submit(Draft draft) {
        CompletableFuture<Outcome> answer = new CompletableFuture<>();
        try {
            if (closing) {
                answer.completeExceptionally(closed());
            } else {
                waiting.put(new Waiting(draft, answer));
                // The thread may have ended between the question and the put; then nobody else would answer.
                if (ended) {
                    turnAway();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer.completeExceptionally(closed());
        }
        return answer;
    }

    /** Who is to be told, without waiting, that there are more entries in some log. */
    void onGrowth(Runnable listener) {
        growth = listener;
    }

    /** Writes nothing any more, and still answers, posts and reads. */
    void holdBack() {
        heldBack = true;
    }

    /** No new requests; those that wait are still served. */
    void close() {
        closing = true;
    }

    @Override
    public void run() {
        try {
            serveUntilClosed();
            doChores(true);
        } finally {
            closing = true;
            ended = true;
            promised.forEach(late -> late.completeExceptionally(closed()));
            turnAway();
        }
    }

    private void serveUntilClosed() {
        List<Waiting> requests = new ArrayList<>(BATCH);
        while (!closing || !waiting.isEmpty()) {
            take(requests);
            if (!requests.isEmpty()) {
                serve(requests);
                requests.clear();
            }
            postArrived();
            doChores(false);
        }
    }

    private void turnAway() {
        for (Waiting late = waiting.poll(); late != null; late = waiting.poll()) {
            late.answer().completeExceptionally(closed());
        }
        for (CompletableFuture<Void> late = arrivals.poll(); late != null; late = arrivals.poll()) {
            late.completeExceptionally(closed());
        }
    }

    /** Posts what has come from elsewhere, in bites, so that nobody at a kiosk waits for it. */
    private void postArrived() {
        for (CompletableFuture<Void> next = arrivals.poll(); next != null; next = arrivals.poll()) {
            promised.add(next);
        }
        if (promised.isEmpty()) {
            return;
        }
        try {
            boolean more = bookkeeper.postArrived(store, ARRIVED_AT_ONCE) > 0;
            if (bookkeeper.hasPostedVoid(store)) {
                LOGGER.info("the county closed a log before entries that were posted; all accounts are made anew");
                bookkeeper.rebuild(store);
            }
            growth.run();
            if (!more) {
                promised.forEach(posted -> posted.complete(null));
                promised.clear();
            }
        } catch (RuntimeException e) {
            LOGGER.warn("what came from another node is not posted: {}", e.getMessage());
            promised.forEach(posted -> posted.completeExceptionally(e));
            promised.clear();
        }
    }

    private void take(List<Waiting> requests) {
        try {
            Waiting next = waiting.poll(promised.isEmpty() ? 100 : 0, TimeUnit.MILLISECONDS);
            if (next != null) {
                requests.add(next);
                waiting.drainTo(requests, BATCH - 1);
                requests.removeIf(request -> request.equals(Waiting.CALL));
            }
        } catch (InterruptedException e) {
            // The thread ends by close() alone, after everybody who waits has an answer.
            LOGGER.debug("interrupted while waiting for requests", e);
        }
    }

    private void serve(List<Waiting> requests) {
        try {
            // Where the journal stands at this log is the county's to say, and its log may have come only now.
            long first = bookkeeper.firstOf(vkey, store);
            Batch batch = new Batch(requests, new ArrayList<>(), new ArrayList<>(), new Changes(store), first);
            for (Waiting request : requests) {
                batch.outcomes().add(decide(Objects.requireNonNull(request.draft()), batch));
            }
            write(batch);
            for (int i = 0; i < requests.size(); i++) {
                requests.get(i).answer().complete(batch.outcomes().get(i));
            }
        } catch (RuntimeException e) {
            refuse(requests, e instanceof LedgerException known ? known : failed(e));
        } catch (Error fatal) {
            // Log and accounts may be out of step now. The thread ends without saving, and the next start posts anew.
            refuse(requests, stopped(fatal));
            throw fatal;
        }
    }

    private static void refuse(List<Waiting> requests, LedgerException told) {
        requests.forEach(request -> request.answer().completeExceptionally(told));
    }

    private Outcome decide(Draft draft, Batch batch) {
        Table.Request earlier =
                batch.changes().get(Table.REQUESTS, draft.request().high());
        if (earlier != null) {
            return repeated(draft, earlier.entry(), batch);
        }
        if (isClosed(batch.changes())) {
            return new Outcome.Refused(
                    Rejection.BRANCH_CLOSED, "the county has closed this node's log; nothing more is written to it");
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
    private boolean isClosed(Accounts accounts) {
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
                    "this node does not have the county's log up to where its own rests on it; let it meet the county or"
                            + " another node first");
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

    private void write(Batch batch) {
        if (!batch.entries().isEmpty()) {
            log.append(signed(batch.entries(), log.size()));
            store.add(batch.changes());
            bookkeeper.noteOwn(batch.first() + log.size());
            growth.run();
        }
    }

    private List<byte[]> signed(List<Entry> entries, long first) {
        IntStream places = IntStream.range(0, entries.size());
        return (entries.size() < WORTH_SHARING ? places : places.parallel())
                .mapToObj(i -> EntryCodec.sign(entries.get(i), key, vkey, first + i))
                .toList();
    }

    /** Signs a checkpoint and saves the accounts, each in its time; both now when it is the last time. */
    private void doChores(boolean last) {
        try {
            long now = System.nanoTime();
            boolean signs = last || now - lastCheckpoint >= CHECKPOINT_EVERY_NANOS;
            // Whoever does not know its own newest entry signs nothing either.
            if (signs && !heldBack) {
                log.checkpoint();
                lastCheckpoint = now;
            }
            boolean due = now - lastSave >= saveEveryNanos || store.unsavedRows() >= Bookkeeper.MOST_UNSAVED_ROWS;
            if (last || due) {
                bookkeeper.save(store);
                lastSave = now;
            }
        } catch (RuntimeException e) {
            // What was acknowledged is in the log. Both chores are tried again; until then readers use what is in
            // memory.
            LOGGER.warn(
                    "accounts or checkpoint not saved; nothing is lost, it is tried again: {}",
                    e.getClass().getSimpleName());
            lastSave = System.nanoTime();
            lastCheckpoint = lastSave;
        }
    }

    private static LedgerException failed(RuntimeException e) {
        if (e instanceof LogException) {
            return new LedgerException(LedgerException.Code.DISK, "not recorded: " + e.getMessage(), e);
        }
        LOGGER.error("a batch failed", e);
        return new LedgerException(LedgerException.Code.DISK, "not recorded; the same request may be sent again", e);
    }

    private static LedgerException stopped(Error fatal) {
        LOGGER.error("the writer stopped", fatal);
        return new LedgerException(
                LedgerException.Code.CLOSED, "the node stopped; start it again, then send the same request", fatal);
    }

    private static LedgerException closed() {
        return new LedgerException(LedgerException.Code.CLOSED, "the node is stopping; send the request again later");
    }
}

package linli.ledger;

import com.google.common.base.Ticker;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import linli.entry.Entry;
import linli.entry.EntryCodec;
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

    /** A request and the promise of its answer; or nothing but a call to look what has arrived. */
    private record Waiting(@Nullable Draft draft, CompletableFuture<Outcome> answer) {
        static final Waiting CALL = new Waiting(null, new CompletableFuture<>());
    }

    private final Log log;
    private final Vkey vkey;
    private final SigningKey key;
    private final Ticker ticker;
    private final long saveEveryNanos;
    private final AccountStore store;
    private final Bookkeeper bookkeeper;
    private final Decisions decisions;
    private final Arrivals arrivals;
    private final BlockingQueue<Waiting> waiting = new ArrayBlockingQueue<>(WAITING);
    private volatile Runnable growth = () -> {};
    private volatile boolean closing;
    private volatile boolean ended;
    private long lastSave;
    private long lastCheckpoint;

    Writer(Log log, NodeFolder node, SigningKey key, Machine machine, AccountStore store, Bookkeeper bookkeeper) {
        this.log = log;
        this.vkey = node.log();
        this.key = key;
        this.ticker = machine.ticker();
        this.lastSave = ticker.read();
        this.lastCheckpoint = lastSave;
        this.saveEveryNanos = machine.saveEvery().toNanos();
        this.store = store;
        this.bookkeeper = bookkeeper;
        this.decisions = new Decisions(log, node, machine.clock(), store, bookkeeper);
        this.arrivals = new Arrivals(bookkeeper, store);
    }

    /** Says that other logs have grown, or come; the promise is kept when all that can be posted of them is. */
    CompletableFuture<Void> arrived() {
        CompletableFuture<Void> posted = arrivals.expect();
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
        decisions.holdBack();
    }

    /** No new requests; those that wait are still served. */
    void close() {
        closing = true;
        // Where the queue is full the thread is awake anyway.
        waiting.offer(Waiting.CALL);
    }

    @Override
    public void run() {
        try {
            serveUntilClosed();
            doChores(true);
        } finally {
            closing = true;
            ended = true;
            arrivals.breakPromises(closed());
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
            arrivals.post(growth);
            doChores(false);
        }
    }

    private void turnAway() {
        for (Waiting late = waiting.poll(); late != null; late = waiting.poll()) {
            late.answer().completeExceptionally(closed());
        }
        arrivals.turnAway(closed());
    }

    private void take(List<Waiting> requests) {
        try {
            Waiting next = waiting.poll(arrivals.goOn() ? 0 : 100, TimeUnit.MILLISECONDS);
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
            Decisions.Batch batch = decisions.batch();
            List<Outcome> outcomes = new ArrayList<>(requests.size());
            for (Waiting request : requests) {
                outcomes.add(decisions.decide(Objects.requireNonNull(request.draft()), batch));
            }
            write(batch);
            for (int i = 0; i < requests.size(); i++) {
                requests.get(i).answer().complete(outcomes.get(i));
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

    private void write(Decisions.Batch batch) {
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
            long now = ticker.read();
            boolean signs = last || now - lastCheckpoint >= CHECKPOINT_EVERY_NANOS;
            // Whoever does not know its own newest entry signs nothing either.
            if (signs && !decisions.heldBack()) {
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
            lastSave = ticker.read();
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

package linli.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has come to the copies of other nodes' logs: posted in bites, so that nobody at a kiosk waits for it.
 *
 * <p>Any thread may {@link #expect} and {@link #turnAway}; the rest belongs to the writing thread.
 */
final class Arrivals {
    private static final Logger LOGGER = LoggerFactory.getLogger(Arrivals.class);

    /** Entries posted between two rounds of requests: some hundredths of a second. */
    private static final int AT_ONCE = 4096;

    private final Bookkeeper bookkeeper;
    private final AccountStore store;
    private final Queue<CompletableFuture<Void>> expected = new ConcurrentLinkedQueue<>();
    /** Promises to be kept when nothing is left to post. */
    private final List<CompletableFuture<Void>> promised = new ArrayList<>();

    Arrivals(Bookkeeper bookkeeper, AccountStore store) {
        this.bookkeeper = bookkeeper;
        this.store = store;
    }

    /** A promise that is kept when all that is in the logs by now, and can be posted, is. */
    CompletableFuture<Void> expect() {
        CompletableFuture<Void> posted = new CompletableFuture<>();
        expected.add(posted);
        return posted;
    }

    /** Whether the last bite left something. */
    boolean goOn() {
        return !promised.isEmpty();
    }

    /** Posts the next bite, where anything is expected; readers are told before promises are kept. */
    void post(Runnable grown) {
        for (CompletableFuture<Void> next = expected.poll(); next != null; next = expected.poll()) {
            promised.add(next);
        }
        if (promised.isEmpty()) {
            return;
        }
        try {
            boolean more = bookkeeper.postArrived(store, AT_ONCE) > 0;
            if (bookkeeper.hasPostedVoid(store)) {
                LOGGER.info("the county closed a log before entries that were posted; all accounts are made anew");
                bookkeeper.rebuild(store);
            }
            grown.run();
            if (!more) {
                promised.forEach(posted -> posted.complete(null));
                promised.clear();
            }
        } catch (RuntimeException e) {
            LOGGER.warn("what came from another node is not posted: {}", e.getMessage());
            breakPromises(e);
        }
    }

    /** Nothing is posted any more, as those who were promised learn. */
    void breakPromises(RuntimeException why) {
        promised.forEach(posted -> posted.completeExceptionally(why));
        promised.clear();
    }

    /** Tells those who came too late. */
    void turnAway(RuntimeException why) {
        for (CompletableFuture<Void> late = expected.poll(); late != null; late = expected.poll()) {
            late.completeExceptionally(why);
        }
    }
}

package linli.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.LongConsumer;
import linli.entry.EntryCodec;
import linli.log.Vkey;

/**
 * Verifies the signatures of entries on several threads, while the caller goes on reading. So many entries wait at most; then the
 * caller waits.
 */
final class SignatureChecks implements AutoCloseable {
    private static final int TOGETHER = 128;
    private static final int WAITING_PER_THREAD = 4;

    private static final class Signed {
        final long index;
        final byte[] bytes;

        Signed(long index, byte[] bytes) {
            this.index = index;
            this.bytes = bytes;
        }
    }

    private final Vkey key;
    private final LongConsumer forged;
    private final ExecutorService pool;
    private final Semaphore room;
    private final int places;
    private List<Signed> batch = new ArrayList<>(TOGETHER);
    private long count;

    /** Tells {@code forged}, from any thread, the index of every entry whose signature does not verify. */
    SignatureChecks(Vkey key, int threads, LongConsumer forged) {
        this.key = key;
        this.forged = forged;
        this.places = threads * WAITING_PER_THREAD;
        this.room = new Semaphore(places);
        this.pool = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "linli-audit");
            thread.setDaemon(true);
            return thread;
        });
    }

    void add(long index, byte[] bytes) {
        count++;
        batch.add(new Signed(index, bytes));
        if (batch.size() == TOGETHER) {
            submit();
        }
    }

    /** How many were handed over. */
    long count() {
        return count;
    }

    private void submit() {
        List<Signed> work = batch;
        batch = new ArrayList<>(TOGETHER);
        room.acquireUninterruptibly();
        pool.execute(() -> {
            try {
                verify(work);
            } finally {
                room.release();
            }
        });
    }

    private void verify(List<Signed> work) {
        for (Signed signed : work) {
            if (!EntryCodec.verify(signed.bytes, key, signed.index)) {
                forged.accept(signed.index);
            }
        }
    }

    /** Waits until every signature is verified. */
    void finish() {
        submit();
        room.acquireUninterruptibly(places);
        room.release(places);
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}

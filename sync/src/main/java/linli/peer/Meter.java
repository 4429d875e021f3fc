package linli.peer;

import java.util.concurrent.atomic.AtomicLong;

/** Counts what a transfer costs. Safe for several threads. */
final class Meter {
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong sentBytes = new AtomicLong();
    private final AtomicLong receivedBytes = new AtomicLong();
    private final AtomicLong entries = new AtomicLong();

    void exchanged(long sent, long received) {
        requests.incrementAndGet();
        sentBytes.addAndGet(sent);
        receivedBytes.addAndGet(received);
    }

    void entries(long count) {
        entries.addAndGet(count);
    }

    Traffic read() {
        return new Traffic(requests.get(), sentBytes.get(), receivedBytes.get(), entries.get());
    }
}

package linli.peer;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import linli.log.Tile;
import linli.peer.PeerException.Code;

/**
 * The bundles of a log one after the other, of which the next few are asked for already. How many is bounded by number, and
 * where entries are long by their bytes.
 */
final class BundlesAhead implements AutoCloseable {
    private static final int MOST_REQUESTS = 8;
    private static final long MOST_BYTES = 8 << 20;

    private final OfferedLog log;
    private final long size;
    private final ExecutorService threads =
            Executors.newFixedThreadPool(MOST_REQUESTS, task -> Daemons.thread(task, "linli-pull-ahead"));
    private final Queue<Future<List<byte[]>>> coming = new ArrayDeque<>();
    private long nextToAsk;
    private int window = MOST_REQUESTS;

    /** The bundles from that of entry {@code next} to the last of the log. */
    BundlesAhead(OfferedLog log, long next, long size) {
        this.log = log;
        this.size = size;
        this.nextToAsk = next - next % Tile.FULL_WIDTH;
    }

    /** The next bundle; there must be one left. */
    List<byte[]> next() {
        while (coming.size() < window && nextToAsk < size) {
            Tile bundle = log.bundleOf(nextToAsk);
            coming.add(threads.submit(() -> log.entries(bundle)));
            nextToAsk += bundle.width();
        }
        List<byte[]> entries = arrived(coming.remove());
        long bytes = entries.stream().mapToLong(entry -> entry.length).sum();
        window = (int) Math.max(1, Math.min(MOST_REQUESTS, MOST_BYTES / bytes));
        return entries;
    }

    private static List<byte[]> arrived(Future<List<byte[]>> bundle) {
        try {
            return bundle.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("reading a bundle", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PeerTiles.Lost(new PeerException(Code.UNREACHABLE, "this node is ending; it goes on later", e));
        }
    }

    /** What is on its way is not wanted any more. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}

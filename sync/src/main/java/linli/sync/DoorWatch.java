package linli.sync;

import java.io.IOException;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Knocks at the doors of nodes that were lost, and tells when one that was shut opens. A knock is a connection that is made and
 * put down again; not a byte is sent.
 *
 * <p>So a node that comes back is met within seconds, while meetings that fail, which cost both sides more, become rarer as the
 * {@link Pace} says. It tells of the change only: whatever answers all the time without being the node, such as the sign-in page
 * of somebody's network, is told of once.
 */
final class DoorWatch implements AutoCloseable {
    static final Duration USUAL = Duration.ofSeconds(2);

    private static final int KNOCKS_AT_ONCE = 4;
    private static final int ANSWER_MILLIS = 1_500;

    private final Supplier<List<PeerAddress>> lost;
    private final Consumer<PeerAddress> opened;
    private final Set<PeerAddress> open = ConcurrentHashMap.newKeySet();
    private final Set<PeerAddress> asked = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService threads =
            Executors.newScheduledThreadPool(KNOCKS_AT_ONCE, DoorWatch::daemon);

    private DoorWatch(Supplier<List<PeerAddress>> lost, Consumer<PeerAddress> opened) {
        this.lost = lost;
        this.opened = opened;
    }

    /**
     * Begins to knock.
     *
     * @param every the least time between two knocks at one door
     * @param lost whose doors; asked each time
     * @param opened is told, on a thread of the watch
     */
    static DoorWatch start(Duration every, Supplier<List<PeerAddress>> lost, Consumer<PeerAddress> opened) {
        DoorWatch watch = new DoorWatch(lost, opened);
        ScheduledFuture<?> unused = watch.threads.scheduleWithFixedDelay(
                watch::round, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        return watch;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "linli-doors");
        thread.setDaemon(true);
        return thread;
    }

    private void round() {
        List<PeerAddress> now = lost.get();
        open.retainAll(now);
        now.stream().filter(asked::add).forEach(door -> threads.execute(() -> knock(door)));
    }

    private void knock(PeerAddress door) {
        try {
            if (!answers(door)) {
                open.remove(door);
            } else if (open.add(door)) {
                opened.accept(door);
            }
        } finally {
            asked.remove(door);
        }
    }

    private static boolean answers(PeerAddress door) {
        // A proxy would answer for everybody.
        try (Socket socket = new Socket(Proxy.NO_PROXY)) {
            socket.connect(door.socket(), ANSWER_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

package linli.sync;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the nodes of the same county on the local network, and is found by them, over multicast DNS (RFC 6762, RFC 6763) as
 * {@code _linli._tcp.local}.
 *
 * <p>Networks come and go: every half minute it is looked which ones are there. Whatever goes wrong is one line in the log and
 * tried again; nothing of it reaches the caller. Safe for use by several threads.
 */
public final class Neighbours implements AutoCloseable {
    /** Told one call after the other, on a thread of the network; the answer must not take long. */
    public interface Listener {
        void appeared(Neighbour neighbour);

        void left(Neighbour neighbour);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Neighbours.class);
    private static final Duration LOOK = Duration.ofSeconds(30);

    /** Saying goodbye takes about two seconds for each network; what takes longer goes on behind our back. */
    private static final Duration GOODBYE = Duration.ofSeconds(5);

    private final Multicast multicast;
    private final Announcement own;
    private final Neighbourhood neighbourhood;
    private final Map<InetAddress, Closeable> joined = new HashMap<>();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(Neighbours::thread);
    private boolean saidAlone;

    Neighbours(Multicast multicast, Announcement own, Listener listener) {
        this.multicast = multicast;
        this.own = own;
        this.neighbourhood = new Neighbourhood(own, listener);
    }

    /** Begins to announce and to listen, and returns at once. */
    public static Neighbours open(Announcement own, Listener listener) {
        Neighbours neighbours = new Neighbours(new JmdnsMulticast(), own, listener);
        Future<?> unused =
                neighbours.looking.scheduleWithFixedDelay(neighbours::lookOn, 0, LOOK.toSeconds(), TimeUnit.SECONDS);
        return neighbours;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "neighbours");
        thread.setDaemon(true);
        return thread;
    }

    /** Who is there just now, at most 64. */
    public List<Neighbour> present() {
        return neighbourhood.present();
    }

    /** An exception would end the looking for good, and nobody would know. */
    private void lookOn() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("Looking for neighbours failed, and goes on.", e);
        }
    }

    /** Leaves the places that are gone and takes up those that are new. */
    void look() {
        Set<InetAddress> places = places();
        leaveAllBut(places);
        places.stream().filter(place -> !joined.containsKey(place)).forEach(this::join);
        sayWhetherAlone();
    }

    private void leaveAllBut(Set<InetAddress> places) {
        Map<InetAddress, Closeable> lost = new HashMap<>(joined);
        lost.keySet().removeAll(places);
        lost.forEach(this::leave);
        joined.keySet().retainAll(places);
    }

    private Set<InetAddress> places() {
        try {
            return multicast.places();
        } catch (IOException e) {
            LOG.debug("the networks of this machine cannot be told", e);
            return Set.of();
        }
    }

    private void join(InetAddress place) {
        try {
            joined.put(place, multicast.join(place, own, neighbourhood.earAt(place)));
        } catch (IOException | RuntimeException e) {
            // A network that vanishes meanwhile comes out of jmDNS in unchecked exceptions too.
            LOG.debug("a network takes no announcement", e);
            neighbourhood.fallSilent(place);
        }
    }

    private void leave(InetAddress place, Closeable presence) {
        neighbourhood.fallSilent(place);
        try {
            presence.close();
        } catch (IOException | RuntimeException e) {
            LOG.debug("a network could not be left in order", e);
        }
    }

    /** Once when it begins and once when it ends, not every half minute. */
    private void sayWhetherAlone() {
        if (joined.isEmpty() && !saidAlone) {
            LOG.warn(
                    "No network to look for neighbours in; peers.json still holds. Looking again every {} seconds.",
                    LOOK.toSeconds());
        } else if (!joined.isEmpty() && saidAlone) {
            LOG.info("There is a network again to look for neighbours in.");
        }
        saidAlone = joined.isEmpty();
    }

    /** Says goodbye to the network, so that others need not find out; takes a few seconds at most. */
    @Override
    public void close() {
        if (!looking.isShutdown()) {
            looking.execute(() -> leaveAllBut(Set.of()));
            looking.shutdown();
        }
        try {
            boolean inTime = looking.awaitTermination(GOODBYE.toSeconds(), TimeUnit.SECONDS);
            LOG.debug("left the networks {}", inTime ? "in time" : "only in part");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

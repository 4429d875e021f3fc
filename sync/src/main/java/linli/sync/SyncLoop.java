package linli.sync;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import linli.ledger.Ledger;
import linli.log.Progress;
import linli.peer.Meeting;
import linli.peer.Peer;
import linli.peer.PeerException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Meets the county and every other node that is known, at the pace of each, until it is closed.
 *
 * <p>One thread watches the time; meetings run beside each other, at most one with each node. What goes wrong with one of them
 * disturbs nobody: it is told in the {@link #status} and tried again, sooner when a {@link DoorWatch} finds it back.
 */
public final class SyncLoop implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(SyncLoop.class);

    private static final int MEETINGS_AT_ONCE = 4;
    private static final long LAST_WORDS_SECONDS = 5;
    private static final SecureRandom LOTS = new SecureRandom();

    /** How a node is spoken to. */
    public interface Dialling {
        /** A node at an address. Nothing is sent yet. */
        Peer dial(PeerAddress address) throws PeerException;
    }

    /** One node that is met again and again. */
    private static final class Contact {
        Pace pace;

        @Nullable
        Meeting meeting;

        @Nullable
        Instant lastMet;

        @Nullable
        String problem;

        boolean underWay;

        Contact(Pace pace) {
            this.pace = pace;
        }

        boolean isLost() {
            return pace.failures() > 0;
        }
    }

    private final Ledger ledger;
    private final Supplier<List<PeerAddress>> addresses;
    private final Dialling dialling;
    private final Rhythm rhythm;
    private final InstantSource clock;
    private final CountyHolding holding;
    private final Map<PeerAddress, Contact> contacts = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private final ExecutorService meetings = Executors.newFixedThreadPool(MEETINGS_AT_ONCE, SyncLoop::named);
    private final Thread watch = new Thread(this::watch, "linli-sync");
    private final DoorWatch doors = DoorWatch.start(DoorWatch.USUAL, this::lost, this::peerSeen);
    private boolean closing;

    private SyncLoop(
            Ledger ledger,
            Supplier<List<PeerAddress>> addresses,
            Dialling dialling,
            Rhythm rhythm,
            CountyHolding holding,
            InstantSource clock) {
        this.ledger = ledger;
        this.addresses = addresses;
        this.dialling = dialling;
        this.rhythm = rhythm;
        this.clock = clock;
        this.holding = holding;
    }

    /**
     * Begins to meet.
     *
     * @param addresses whom to meet, the county first; asked again and again
     * @param holding is told the county's word, and asked for it; sticks bring it too
     */
    public static SyncLoop start(
            Ledger ledger,
            Supplier<List<PeerAddress>> addresses,
            Dialling dialling,
            Rhythm rhythm,
            CountyHolding holding,
            InstantSource clock) {
        SyncLoop loop = new SyncLoop(ledger, addresses, dialling, rhythm, holding, clock);
        ledger.onGrowth(loop::newEntries);
        loop.watch.start();
        return loop;
    }

    private static Thread named(Runnable work) {
        return new Thread(work, "linli-meeting");
    }

    /** There is something new here that others may want. */
    public void newEntries() {
        locked(() -> {
            contacts.values().forEach(contact -> contact.pace = contact.pace.newEntries(nowMillis()));
            change.signalAll();
        });
    }

    /** A node that was away may be there again. */
    public void peerSeen(PeerAddress peer) {
        locked(() -> {
            Contact seen = contacts.get(peer);
            if (seen != null) {
                seen.pace = seen.pace.peerSeen(nowMillis());
            }
            // One that is no contact yet may be one from now on.
            change.signalAll();
        });
    }

    private List<PeerAddress> lost() {
        lock.lock();
        try {
            return contacts.entrySet().stream()
                    .filter(known -> known.getValue().isLost())
                    .map(Map.Entry::getKey)
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    private void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    private void watch() {
        lock.lock();
        try {
            while (!closing) {
                refreshContacts();
                contacts.forEach(this::meetIfDue);
                change.awaitNanos(TimeUnit.MILLISECONDS.toNanos(untilNextMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void refreshContacts() {
        List<PeerAddress> wanted = addresses.get();
        contacts.entrySet().removeIf(known -> !wanted.contains(known.getKey()) && !known.getValue().underWay);
        wanted.forEach(
                address -> contacts.computeIfAbsent(address, any -> new Contact(Pace.starting(rhythm, nowMillis()))));
    }

    private void meetIfDue(PeerAddress address, Contact contact) {
        if (!contact.underWay && contact.pace.isDue(nowMillis())) {
            contact.pace = contact.pace.began(nowMillis());
            contact.underWay = true;
            meetings.execute(() -> meet(address, contact));
        }
    }

    /** Never longer than the rest between two questions, so that new contacts are noticed. */
    private long untilNextMillis() {
        long soonest = rhythm.rest().toMillis();
        for (Contact contact : contacts.values()) {
            soonest = Math.min(soonest, contact.pace.untilDue(nowMillis()).toMillis());
        }
        return soonest;
    }

    private void meet(PeerAddress address, Contact contact) {
        Optional<String> problem = Optional.empty();
        try {
            Meeting meeting = contact.meeting == null ? new Meeting(ledger, dialling.dial(address)) : contact.meeting;
            contact.meeting = meeting;
            meeting.meet(Progress.UNSEEN).countyHolds().ifPresent(holding::note);
        } catch (PeerException e) {
            LOGGER.info("a meeting failed: {}", e.getMessage());
            problem = Optional.of(e.code().name());
        } catch (RuntimeException e) {
            LOGGER.warn("a meeting broke off: {}", e.toString());
            problem = Optional.of("it broke off: " + e.getClass().getSimpleName());
        }
        ended(contact, problem);
    }

    private void ended(Contact contact, Optional<String> problem) {
        lock.lock();
        try {
            double lot = LOTS.nextDouble();
            contact.underWay = false;
            contact.problem = problem.orElse(null);
            contact.lastMet = problem.isEmpty() ? clock.instant() : contact.lastMet;
            contact.pace = problem.isEmpty()
                    ? contact.pace.succeeded(nowMillis(), lot)
                    : contact.pace.failed(nowMillis(), lot);
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static long nowMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    /** How things stand now. */
    public SyncStatus status() {
        return SyncStatus.of(ledger, holding.latest(), shownContacts());
    }

    private List<SyncStatus.Contact> shownContacts() {
        lock.lock();
        try {
            return contacts.entrySet().stream()
                    .map(known -> shown(known.getKey(), known.getValue()))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    private static SyncStatus.Contact shown(PeerAddress address, Contact contact) {
        return new SyncStatus.Contact(
                address.toString(),
                Optional.ofNullable(contact.lastMet),
                Optional.ofNullable(contact.problem),
                contact.underWay);
    }

    /** Ends the meetings that are under way, where they can be ended soon, and begins no more. */
    @Override
    public void close() {
        ledger.onGrowth(() -> {});
        doors.close();
        locked(() -> {
            closing = true;
            change.signalAll();
        });
        endMeetings();
        contacts.values().forEach(SyncLoop::hangUp);
    }

    private static void hangUp(Contact contact) {
        if (contact.meeting != null) {
            contact.meeting.close();
        }
    }

    private void endMeetings() {
        meetings.shutdown();
        try {
            watch.join();
            if (!meetings.awaitTermination(LAST_WORDS_SECONDS, TimeUnit.SECONDS)) {
                meetings.shutdownNow();
                meetings.awaitTermination(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            meetings.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}

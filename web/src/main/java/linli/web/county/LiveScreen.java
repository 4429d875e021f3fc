package linli.web.county;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import linli.ledger.Books;
import linli.ledger.Ledger;
import linli.ledger.Standing;
import linli.report.Overview;
import linli.web.clock.CountyZone;
import linli.web.door.Json;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.page.Language;
import linli.web.screen.Means;
import org.glassfish.jersey.server.ChunkedOutput;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The figures of the big screen, and whoever is told when they change (server-sent events). The figures are reckoned when something
 * was recorded, by one thread, and as seldom as reckoning them is costly; nobody who listens holds a thread.
 */
public final class LiveScreen implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(LiveScreen.class);
    private static final int MOST_LISTENERS = 16;
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** A line that says nothing keeps the connection, and finds out who is gone and still has a place. */
    private static final int LOOKS_PER_HEARTBEAT = 5;

    private static final Duration ANEW = Duration.ofMinutes(1);
    /** Of the time, so much at most goes into reckoning. */
    private static final int COST_SHARE = 20;

    private final Ledger ledger;
    private final InstantSource clock;
    private final Map<ChunkedOutput<String>, Language> listeners = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(LiveScreen::daemon);
    private @Nullable Future<?> looking;
    private @Nullable Seen seen;
    /** Which figures everybody was told last, by when they were reckoned. */
    private long toldNanos;

    private int looks;

    public LiveScreen(Means means) {
        this.ledger = means.office().ledger();
        this.clock = means.clock();
    }

    /**
     * An overview.
     *
     * @param entries how many were posted then
     * @param at when it was reckoned
     * @param nanos the time of the machine then
     * @param costNanos how long it took
     */
    private record Seen(Overview overview, long entries, Instant at, long nanos, long costNanos) {}

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "linli-screen");
        thread.setDaemon(true);
        return thread;
    }

    /** The figures now. */
    Figures figures(Language language) {
        Seen now = fresh();
        Books books = ledger.books();
        return FigureWords.of(now.overview(), books, now.at().atZone(CountyZone.of(books)), language);
    }

    private synchronized Seen fresh() {
        long entries = posted();
        Seen before = seen;
        if (before != null && !isStale(before, entries)) {
            return before;
        }
        long began = System.nanoTime();
        Instant at = clock.instant();
        Overview overview = Overview.of(ledger.books(), at);
        Seen now = new Seen(overview, entries, at, System.nanoTime(), System.nanoTime() - began);
        seen = now;
        return now;
    }

    private static boolean isStale(Seen before, long entries) {
        long age = System.nanoTime() - before.nanos();
        boolean affordable = age > before.costNanos() * COST_SHARE;
        return affordable && (entries != before.entries() || age > ANEW.toNanos());
    }

    private long posted() {
        return ledger.log().size()
                + ledger.standings().stream().mapToLong(Standing::posted).sum();
    }

    /**
     * Tells the figures now and whenever they have changed.
     *
     * @throws ProblemException {@link Problem#BUSY} where too many listen
     */
    synchronized ChunkedOutput<String> listen(Language language) {
        if (listeners.size() >= MOST_LISTENERS) {
            throw new ProblemException(Problem.BUSY);
        }
        ChunkedOutput<String> output = new ChunkedOutput<>(String.class);
        listeners.put(output, language);
        tell(output, told(language));
        if (looking == null) {
            looking =
                    thread.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
        }
        return output;
    }

    private void look() {
        try {
            long fresh = fresh().nanos();
            if (fresh != toldNanos) {
                toldNanos = fresh;
                Map<Language, String> told = new ConcurrentHashMap<>();
                listeners.forEach((output, language) -> tell(output, told.computeIfAbsent(language, this::told)));
            } else if (++looks % LOOKS_PER_HEARTBEAT == 0) {
                listeners.keySet().forEach(output -> tell(output, ":\n\n"));
            }
            rest();
        } catch (RuntimeException e) {
            // What cannot be reckoned now is reckoned later; a timer that threw would never look again.
            LOGGER.error("the figures of the screen were not reckoned", e);
        }
    }

    private synchronized void rest() {
        listeners.keySet().removeIf(ChunkedOutput::isClosed);
        if (listeners.isEmpty() && looking != null) {
            looking.cancel(false);
            looking = null;
        }
    }

    private String told(Language language) {
        return "event: figures\ndata: " + Json.tree(figures(language)) + "\n\n";
    }

    private void tell(ChunkedOutput<String> output, String event) {
        try {
            output.write(event);
        } catch (IOException e) {
            listeners.remove(output);
            close(output);
        }
    }

    private static void close(ChunkedOutput<String> output) {
        try {
            output.close();
        } catch (IOException e) {
            LOGGER.debug("whoever listened is gone", e);
        }
    }

    /** Tells nobody any more; whoever listens comes back by itself when the node does. */
    @Override
    public void close() {
        thread.shutdownNow();
        List.copyOf(listeners.keySet()).forEach(LiveScreen::close);
        listeners.clear();
    }
}

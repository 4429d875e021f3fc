package linli.web.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Tries at secrets that people remember, limited three ways: for each name, for each client, and overall. All of them go through
 * one of these, so that nobody gets more tries by knocking at several doors. Safe for any number of threads.
 */
public final class Attempts {
    private static final String EVERYBODY = "";
    /** One verification takes 19 MiB of a 96 MiB heap. */
    private static final int AT_ONCE = 1;

    private static final int MOST_QUEUED = 6;
    private static final Duration LONGEST_QUEUE = Duration.ofSeconds(3);
    private static final Duration QUARTER_HOUR = Duration.ofMinutes(15);

    private final TryLimit perName;
    private final TryLimit perClient;
    private final TryLimit overall;
    private final Semaphore verifying = new Semaphore(AT_ONCE, true);

    public Attempts(InstantSource clock) {
        this.perName = new TryLimit(5, QUARTER_HOUR, 20_000, clock);
        // A kiosk is one client for everybody who stands in front of it.
        this.perClient = new TryLimit(30, QUARTER_HOUR, 5_000, clock);
        this.overall = new TryLimit(300, Duration.ofMinutes(1), 1, clock);
    }

    private record Counter(TryLimit limit, String key) {
        Duration begin() {
            return limit.begin(key);
        }

        void takeBack() {
            limit.takeBack(key);
        }
    }

    /**
     * Lets a secret be tried, if it may be.
     *
     * @param name what it is said to open
     * @param client who asks, such as a network address
     * @param check what it opens, if it is right
     */
    <T> Verdict<T> attempt(String name, String client, Supplier<Optional<T>> check) {
        List<Counter> counters =
                List.of(new Counter(perName, name), new Counter(perClient, client), new Counter(overall, EVERYBODY));
        for (int begun = 0; begun < counters.size(); begun++) {
            Duration wait = counters.get(begun).begin();
            if (!wait.isZero()) {
                counters.subList(0, begun).forEach(Counter::takeBack);
                return new Verdict.TooManyTries<>(wait);
            }
        }
        Verdict<T> verdict = inTurn(check);
        if (!(verdict instanceof Verdict.Wrong)) {
            counters.forEach(Counter::takeBack);
        }
        if (verdict instanceof Verdict.Right) {
            perName.forgive(name);
        }
        return verdict;
    }

    private <T> Verdict<T> inTurn(Supplier<Optional<T>> check) {
        if (!tookTurn()) {
            return new Verdict.Busy<>(LONGEST_QUEUE);
        }
        try {
            return check.get().<Verdict<T>>map(Verdict.Right::new).orElseGet(Verdict.Wrong::new);
        } finally {
            verifying.release();
        }
    }

    private boolean tookTurn() {
        try {
            return verifying.getQueueLength() < MOST_QUEUED
                    && verifying.tryAcquire(LONGEST_QUEUE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

package linli.enrol;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often wrong codes may be tried: a few times an hour by one client, and not often by all of them together.
 *
 * <p>A code has 40 bits, so a hundred guesses an hour find one of ten open codes once in a hundred thousand years. The count per
 * client keeps one impatient person from using up everybody's attempts. Memory is bounded: the client that was quiet
 * longest is forgotten first, and still counted in the total.
 */
final class Tries {
    static final int PER_CLIENT = 10;
    static final int IN_TOTAL = 100;
    static final Duration WINDOW = Duration.ofHours(1);

    private static final int MOST_CLIENTS = 1_000;

    private final Clock clock;
    private final Window total = new Window();
    private final Map<String, Window> clients = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > MOST_CLIENTS;
        }
    };

    Tries(Clock clock) {
        this.clock = clock;
    }

    /** Counts an attempt; false if it may not be made. Those that may not are not counted in the total. */
    synchronized boolean allow(String client) {
        Instant now = clock.instant();
        return clients.computeIfAbsent(client, unknown -> new Window()).allows(PER_CLIENT, now)
                && total.allows(IN_TOTAL, now);
    }

    /** Takes an attempt back that was no guess: its code was good. A whole county may join from behind one address. */
    synchronized void forgive(String client) {
        Window window = clients.get(client);
        if (window != null) {
            window.forgive();
        }
        total.forgive();
    }

    private static final class Window {
        private Instant start = Instant.MIN;
        private int count;

        boolean allows(int most, Instant now) {
            // A clock that was set back must not keep the window open until it has caught up.
            if (now.isBefore(start) || !now.isBefore(start.plus(WINDOW))) {
                start = now;
                count = 0;
            }
            if (count == most) {
                return false;
            }
            count++;
            return true;
        }

        void forgive() {
            count = Math.max(0, count - 1);
        }
    }
}

package linli.web.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often something may go wrong before it must wait. A try is counted as wrong when it begins and taken back when it was
 * right, so that many at once get no more tries than one after the other.
 *
 * <p>Safe for any number of threads. Remembers a bounded number of keys; the one longest untouched is forgotten first.
 */
public final class TryLimit {
    /** Quiet for so long, and a key starts with a clean slate. */
    private static final Duration FORGIVEN_AFTER = Duration.ofHours(24);

    private static final int MOST_DOUBLINGS = 5;

    private final int most;
    private final Duration firstWait;
    private final InstantSource clock;
    private final Map<String, Tries> byKey;

    /** The tries under one key. */
    private record Tries(int wrong, int waits, Instant waitUntil, Instant touched) {}

    /**
     * A limit.
     *
     * @param most wrong tries before the first wait
     * @param firstWait how long that is; each further wait of the same key is twice as long, up to 32 times
     * @param keys how many keys are remembered
     */
    public TryLimit(int most, Duration firstWait, int keys, InstantSource clock) {
        this.most = most;
        this.firstWait = firstWait;
        this.clock = clock;
        this.byKey = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
                return size() > keys;
            }
        };
    }

    /**
     * Counts a try that begins. The one that uses up the last chance starts the wait.
     *
     * @return zero when the try may go on; else how long the key must still wait, and nothing was counted
     */
    public synchronized Duration begin(String key) {
        Instant now = clock.instant();
        Tries before = tries(key, now);
        if (now.isBefore(before.waitUntil())) {
            return Duration.between(now, before.waitUntil());
        }
        int wrong = before.wrong() + 1;
        boolean used = wrong >= most;
        Instant until = used ? now.plus(firstWait.multipliedBy(1L << before.waits())) : before.waitUntil();
        int waits = Math.min(MOST_DOUBLINGS, before.waits() + (used ? 1 : 0));
        byKey.put(key, new Tries(used ? 0 : wrong, waits, until, now));
        return Duration.ZERO;
    }

    /** Takes back one try that was right, or was none. */
    public synchronized void takeBack(String key) {
        Instant now = clock.instant();
        Tries before = tries(key, now);
        boolean startedWait = before.wrong() == 0 && before.waits() > 0;
        int wrong = startedWait ? most - 1 : Math.max(0, before.wrong() - 1);
        int waits = before.waits() - (startedWait ? 1 : 0);
        Instant until = startedWait ? now : before.waitUntil();
        byKey.put(key, new Tries(wrong, waits, until, before.touched()));
    }

    /** Forgets what went wrong under a key. */
    synchronized void forgive(String key) {
        byKey.remove(key);
    }

    /** One moment for the whole of a try: a clock asked twice may have gone on, and a new key would seem to wait. */
    private Tries tries(String key, Instant now) {
        Tries known = byKey.get(key);
        boolean fresh = known == null || now.isAfter(known.touched().plus(FORGIVEN_AFTER));
        return known == null || fresh ? new Tries(0, 0, now, now) : known;
    }
}

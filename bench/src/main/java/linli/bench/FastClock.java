package linli.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Five minutes later at every look, so that a few volunteers who do something as fast as a disk allows have a day like other people's: a
 * handful of visits, not ten thousand.
 */
final class FastClock implements InstantSource {
    private static final Duration STEP = Duration.ofMinutes(5);

    private final Instant start;
    private final AtomicLong looks = new AtomicLong();

    private FastClock(Instant start) {
        this.start = start;
    }

    static FastClock from(Instant start) {
        return new FastClock(start);
    }

    @Override
    public Instant instant() {
        return start.plus(STEP.multipliedBy(looks.incrementAndGet()));
    }
}

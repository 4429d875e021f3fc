package linli.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands until it is set. */
final class FakeClock implements InstantSource {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final AtomicReference<Instant> now = new AtomicReference<>();

    FakeClock(LocalDate day, int hour) {
        set(day, hour, 0);
    }

    static long seconds(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(ZONE).toEpochSecond();
    }

    void set(LocalDate day, int hour, int minute) {
        now.set(Instant.ofEpochSecond(seconds(day, hour, minute)));
    }

    void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    @Override
    public Instant instant() {
        return now.get();
    }
}

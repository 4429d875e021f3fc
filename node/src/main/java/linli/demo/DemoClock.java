package linli.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** The clock of a node whose past is being made: it stands where the story is, and runs with the world's once it is told. */
public final class DemoClock extends Clock {
    private final ZoneId zone;
    private volatile Instant now;
    private volatile boolean told;

    public DemoClock(ZoneId zone, LocalDate start) {
        this.zone = zone;
        this.now = start.atStartOfDay(zone).toInstant();
    }

    /** Moves the story on; it never goes back. */
    void moveTo(LocalDate day, LocalTime time) {
        Instant next = day.atTime(time).atZone(zone).toInstant();
        now = next.isAfter(now) ? next : now;
    }

    /** The story has come to the present. */
    public void told() {
        told = true;
    }

    @Override
    public Instant instant() {
        return told ? Instant.now() : now;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        throw new UnsupportedOperationException("the story has one zone, the county's");
    }
}

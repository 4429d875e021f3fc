package linli.ledger;

import java.util.stream.Stream;

/**
 * Time that was served, by how it is known.
 *
 * @param clockMinutes proven by a clock
 * @param backfilledMinutes written down by staff
 */
public record Served(long clockMinutes, long backfilledMinutes) {
    private static final Served NOTHING = new Served(0, 0);

    /** The time of all these records. */
    public static Served of(Stream<ServiceRecord> records) {
        return records.map(Served::of).reduce(NOTHING, Served::plus);
    }

    private static Served of(ServiceRecord record) {
        return switch (record.evidence()) {
            case CLOCK -> new Served(record.minutes(), 0);
            case BACKFILL -> new Served(0, record.minutes());
        };
    }

    private Served plus(Served more) {
        return new Served(clockMinutes + more.clockMinutes, backfilledMinutes + more.backfilledMinutes);
    }

    public long minutes() {
        return clockMinutes + backfilledMinutes;
    }
}

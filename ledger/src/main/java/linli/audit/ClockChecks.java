package linli.audit;

import linli.entry.Entry;
import linli.entry.EntryId;
import linli.entry.OfficeEvent.CountyWitnessed;
import linli.ledger.ReadEntry;
import org.jspecify.annotations.Nullable;

/**
 * Whether the times in a branch's log can be: an entry is younger than what its branch had seen of the county by then, and older
 * than the county's cosignature over it, but for what two clocks may differ.
 */
final class ClockChecks {
    private static final long CLOCKS_DIFFER_SECONDS = 600;

    private final CountyTimes county;
    private long witnessedSeconds;
    private long early;
    private long late;
    private @Nullable EntryId firstEarly;
    private @Nullable EntryId firstLate;

    ClockChecks(CountyTimes county) {
        this.county = county;
    }

    /** The entry at this place of the log; places ascend. */
    void check(ReadEntry read, long place) {
        Entry entry = read.entry();
        if (entry == null) {
            return;
        }
        if (entry.atSeconds() < witnessedSeconds) {
            early++;
            firstEarly = firstEarly == null ? read.id() : firstEarly;
        }
        long latest = county.latest(place);
        if (latest != CountyTimes.NEVER && entry.atSeconds() > latest + CLOCKS_DIFFER_SECONDS) {
            late++;
            firstLate = firstLate == null ? read.id() : firstLate;
        }
        if (entry.event() instanceof CountyWitnessed witnessed) {
            witnessedSeconds = Math.max(witnessedSeconds, witnessed.timeSeconds());
        }
    }

    /** Tells both kinds, each in one line. */
    void finish(String file, Findings findings) {
        if (early > 0) {
            String detail =
                    early + " entries say a time before that of the county's log that the branch had seen by then";
            findings.add(AuditCode.CLOCK, file, firstEarly, detail);
        }
        if (late > 0) {
            String detail = late + " entries say a time over " + CLOCKS_DIFFER_SECONDS / 60
                    + " minutes after the county had cosigned them";
            findings.add(AuditCode.CLOCK, file, firstLate, detail);
        }
    }
}

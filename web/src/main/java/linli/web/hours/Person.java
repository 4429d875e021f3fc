package linli.web.hours;

import linli.entry.VolunteerNo;
import linli.ledger.Balance;
import org.jspecify.annotations.Nullable;

/**
 * A volunteer, as they see themselves.
 *
 * @param number their volunteer number
 * @param name as in their profile, if it holds one
 * @param clockMinutes approved, proven by a clock
 * @param backfilledMinutes approved, written down by staff
 * @param pendingMinutes of both, not approved yet
 * @param records how many stand
 * @param points how they stand with points here
 */
public record Person(
        VolunteerNo number,
        @Nullable String name,
        long clockMinutes,
        long backfilledMinutes,
        long pendingMinutes,
        long records,
        Balance points) {

    /** What counts, of both classes of evidence. */
    public long countedMinutes() {
        return clockMinutes + backfilledMinutes;
    }
}

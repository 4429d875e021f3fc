package linli.report;

import linli.ledger.Evidence;
import linli.ledger.ServiceTotal;

/**
 * The hours of one place, split as every total is.
 *
 * @param place where
 * @param totalMinutes everything that stands: approved and waiting
 * @param approvedMinutes what counts
 * @param pendingMinutes what waits for a second person
 * @param clockMinutes of the total, proven by a clock
 * @param backfilledMinutes of the total, written down by staff
 * @param records how many
 */
public record PlaceHours(
        String place,
        long totalMinutes,
        long approvedMinutes,
        long pendingMinutes,
        long clockMinutes,
        long backfilledMinutes,
        long records) {

    static PlaceHours none(String place) {
        return new PlaceHours(place, 0, 0, 0, 0, 0, 0);
    }

    PlaceHours plus(ServiceTotal line) {
        long minutes = line.minutes();
        boolean clock = line.evidence() == Evidence.CLOCK;
        return new PlaceHours(
                place,
                totalMinutes + minutes,
                approvedMinutes + (line.approved() ? minutes : 0),
                pendingMinutes + (line.approved() ? 0 : minutes),
                clockMinutes + (clock ? minutes : 0),
                backfilledMinutes + (clock ? 0 : minutes),
                records + line.records());
    }
}

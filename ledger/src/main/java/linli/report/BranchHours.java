package linli.report;

import java.util.List;

/**
 * The hours recorded at one branch.
 *
 * @param branch its number
 * @param name its name, for people
 * @param totalMinutes everything that stands: approved and waiting
 * @param approvedMinutes what counts
 * @param pendingMinutes what waits for a second person
 * @param clockMinutes of the total, proven by a clock
 * @param backfilledMinutes of the total, written down by staff
 * @param records how many
 * @param volunteers with at least one record that stands here, whichever branch enrolled them
 * @param places the same by place, in the order of their names
 */
public record BranchHours(
        int branch,
        String name,
        long totalMinutes,
        long approvedMinutes,
        long pendingMinutes,
        long clockMinutes,
        long backfilledMinutes,
        long records,
        long volunteers,
        List<PlaceHours> places) {

    static BranchHours of(int branch, String name, HoursTally tally, long volunteers) {
        PlaceHours all = tally.all();
        return new BranchHours(
                branch,
                name,
                all.totalMinutes(),
                all.approvedMinutes(),
                all.pendingMinutes(),
                all.clockMinutes(),
                all.backfilledMinutes(),
                all.records(),
                volunteers,
                tally.places());
    }

    PlaceHours total() {
        return new PlaceHours(
                "total", totalMinutes, approvedMinutes, pendingMinutes, clockMinutes, backfilledMinutes, records);
    }
}

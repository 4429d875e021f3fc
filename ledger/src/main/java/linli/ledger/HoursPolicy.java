package linli.ledger;

/**
 * What hours are worth, and what must happen before they count.
 *
 * @param rounding of points
 * @param longestSessionMinutes of one record that earn points
 * @param dailyCapMinutes of one volunteer's day that earn points
 * @param clockNeedsSecondPerson whether hours proven by a clock wait for an approver too; backfilled hours always do
 * @param forgottenMinutes what a visit counts that nobody ended, where the activity names no usual time
 * @param publicityDays days that approved hours are shown in public before their points count
 * @param recordWithinWorkingDays working days after an activity's end in which it must be recorded
 */
public record HoursPolicy(
        Rounding rounding,
        int longestSessionMinutes,
        int dailyCapMinutes,
        boolean clockNeedsSecondPerson,
        int forgottenMinutes,
        int publicityDays,
        int recordWithinWorkingDays) {

    /** What happens to a part of a point. */
    public enum Rounding {
        DOWN,
        NEAREST
    }

    private static final int MINUTES_PER_HOUR = 60;
    private static final int MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR;

    public HoursPolicy {
        Policy.within("longestSessionMinutes", longestSessionMinutes, 1, MINUTES_PER_DAY);
        Policy.within("dailyCapMinutes", dailyCapMinutes, 1, MINUTES_PER_DAY);
        Policy.within("forgottenMinutes", forgottenMinutes, 0, MINUTES_PER_DAY);
        Policy.within("publicityDays", publicityDays, 0, 30);
        Policy.within("recordWithinWorkingDays", recordWithinWorkingDays, 1, 60);
    }

    /** How much of a record earns points, where {@code already} minutes of that day did. */
    int creditedMinutes(int minutes, int already) {
        return Math.max(0, Math.min(Math.min(minutes, longestSessionMinutes), dailyCapMinutes - already));
    }

    /** What minutes are worth at so many points an hour. */
    long points(int perHour, int creditedMinutes) {
        long sixtieths = (long) creditedMinutes * perHour;
        return switch (rounding) {
            case DOWN -> sixtieths / MINUTES_PER_HOUR;
            case NEAREST -> (sixtieths + MINUTES_PER_HOUR / 2) / MINUTES_PER_HOUR;
        };
    }
}

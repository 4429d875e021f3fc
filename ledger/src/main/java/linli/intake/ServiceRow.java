package linli.intake;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * One row of past service, understood.
 *
 * @param line where the row starts in the file, counted from 1
 * @param volunteer the volunteer's former number, as the table has it
 * @param name the volunteer's name, if the table has it; personal
 * @param phone the volunteer's phone number, if the table has it; personal
 * @param endDate the last day of service; the same as {@code date} unless the table says otherwise
 * @param start when it began on {@code date}, in the mapping's time zone, if known
 * @param end when it ended, in the mapping's time zone, if known; before {@code start} on the same day means after midnight
 * @param minutes hours times 60, rounded half up
 */
public record ServiceRow(
        long line,
        String volunteer,
        @Nullable String name,
        @Nullable String phone,
        String place,
        String activity,
        String category,
        LocalDate date,
        LocalDate endDate,
        @Nullable LocalTime start,
        @Nullable LocalTime end,
        int minutes,
        RowIdentity identity) {

    /** Says where the row is and nothing of what it says, so that no volunteer ends up in a log. */
    @Override
    public String toString() {
        return "ServiceRow[line " + line + "]";
    }
}

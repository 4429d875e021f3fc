package linli.web.hours;

import java.time.LocalDate;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.ledger.ServiceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Which records somebody wants to see; null wherever they do not care.
 *
 * @param state where it stands
 * @param flag that it has
 * @param activity in which it was served
 * @param volunteer who served
 * @param day on which it began
 */
public record Wanted(
        ServiceRecord.@Nullable State state,
        ServiceRecord.@Nullable Flag flag,
        @Nullable EntryId activity,
        @Nullable VolunteerNo volunteer,
        @Nullable LocalDate day) {

    boolean includes(ServiceRecord record) {
        return (state == null || state == record.state())
                && (flag == null || record.flags().contains(flag))
                && (activity == null || activity.equals(record.activity()))
                && (volunteer == null || volunteer.equals(record.volunteer()))
                && (day == null || day.equals(record.day()));
    }
}

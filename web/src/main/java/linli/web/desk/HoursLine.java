package linli.web.desk;

import linli.entry.VolunteerNo;
import linli.web.hours.Hours;
import org.jspecify.annotations.Nullable;

/**
 * A record in a list at the desk.
 *
 * @param hours the record
 * @param name of the volunteer, where whoever looks may know it
 * @param overCap whether it is longer than what earns points
 * @param own whether whoever looks wrote it down or served it, so that somebody else has to decide
 * @param decided whether whoever looks approved it, so that somebody else settles what is said against it
 */
public record HoursLine(Hours hours, @Nullable String name, boolean overCap, boolean own, boolean decided) {

    public VolunteerNo volunteer() {
        return hours.volunteer();
    }

    /** Whether there is something to be looked at before it counts. */
    public boolean needsALook() {
        return overCap || !hours.flags().isEmpty();
    }
}

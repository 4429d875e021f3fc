package linli.web.kiosk;

import java.util.List;
import linli.entry.VolunteerNo;
import linli.ledger.Activity;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is not checked in.
 *
 * @param volunteer who
 * @param activities in which they can be today
 * @param missed the check-out that they forgot last time; null where they did not
 */
public record Coming(
        VolunteerNo volunteer,
        List<Activity> activities,
        @Nullable Missed missed) {}

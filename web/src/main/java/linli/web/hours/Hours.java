package linli.web.hours;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import linli.ledger.Evidence;
import linli.ledger.ServiceRecord;
import org.jspecify.annotations.Nullable;

/**
 * One record of hours, with names in place of handles and ids.
 *
 * @param id the entry that made it, such as {@code 12-4812}
 * @param day on which it began
 * @param start when, on the county's clock, if known
 * @param end until when
 * @param activity its name
 * @param place where
 * @param category the code of the activity's category
 * @param minutes the time
 * @param evidence how it is known
 * @param state where it stands
 * @param recorder who wrote it down
 * @param decider who approved, rejected or reversed it; absent while it waits
 * @param points earned
 * @param policy version under which they were reckoned, 0 before
 * @param flags what an approver should look at
 */
public record Hours(
        String id,
        LocalDate day,
        @Nullable ZonedDateTime start,
        @Nullable ZonedDateTime end,
        String activity,
        String place,
        String category,
        int minutes,
        Evidence evidence,
        ServiceRecord.State state,
        Signatory recorder,
        @Nullable Signatory decider,
        long points,
        int policy,
        List<ServiceRecord.Flag> flags) {}

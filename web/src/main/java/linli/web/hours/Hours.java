package linli.web.hours;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.ledger.Evidence;
import linli.ledger.ServiceRecord;
import org.jspecify.annotations.Nullable;

/**
 * One record of hours, with names in place of handles and ids.
 *
 * @param id the entry that made it
 * @param volunteer who served
 * @param day on which it began
 * @param start when, on the county's clock, if known
 * @param end until when
 * @param activity in what
 * @param activityName its name
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
 * @param shownUntil the day up to which it is on public show; absent where it is not
 * @param disputed whether somebody objects to it there
 * @param corrects the record in whose place it stands
 */
public record Hours(
        EntryId id,
        VolunteerNo volunteer,
        LocalDate day,
        @Nullable ZonedDateTime start,
        @Nullable ZonedDateTime end,
        EntryId activity,
        String activityName,
        String place,
        String category,
        int minutes,
        Evidence evidence,
        ServiceRecord.State state,
        Signatory recorder,
        @Nullable Signatory decider,
        long points,
        int policy,
        List<ServiceRecord.Flag> flags,
        @Nullable LocalDate shownUntil,
        boolean disputed,
        @Nullable EntryId corrects) {}

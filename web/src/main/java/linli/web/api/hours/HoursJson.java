package linli.web.api.hours;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.ledger.Evidence;
import linli.ledger.ServiceRecord;
import linli.web.hours.Hours;
import linli.web.hours.Signatory;
import org.jspecify.annotations.Nullable;

/** A record of hours, as it is told to staff and to whoever served it. */
public record HoursJson(
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
        List<ServiceRecord.Flag> flags,
        Signatory recorder,
        @Nullable Signatory decider,
        long points,
        int policyVersion,
        @Nullable LocalDate shownUntil,
        boolean disputed,
        @Nullable EntryId corrects) {

    public static HoursJson of(Hours hours) {
        return new HoursJson(
                hours.id(),
                hours.volunteer(),
                hours.day(),
                hours.start(),
                hours.end(),
                hours.activity(),
                hours.activityName(),
                hours.place(),
                hours.category(),
                hours.minutes(),
                hours.evidence(),
                hours.state(),
                hours.flags(),
                hours.recorder(),
                hours.decider(),
                hours.points(),
                hours.policy(),
                hours.shownUntil(),
                hours.disputed(),
                hours.corrects());
    }
}

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
        SignatoryJson recorder,
        @Nullable SignatoryJson decider,
        long points,
        int policyVersion,
        @Nullable LocalDate shownUntil,
        boolean disputed,
        @Nullable EntryId corrects) {

    /** Who recorded or decided; staff are named. */
    private record SignatoryJson(
            Signatory.Kind kind, @Nullable String name) {
        static SignatoryJson of(Signatory who) {
            return new SignatoryJson(who.kind(), who.name());
        }
    }

    public static HoursJson of(Hours hours) {
        Signatory decider = hours.decider();
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
                SignatoryJson.of(hours.recorder()),
                decider == null ? null : SignatoryJson.of(decider),
                hours.points(),
                hours.policy(),
                hours.shownUntil(),
                hours.disputed(),
                hours.corrects());
    }
}

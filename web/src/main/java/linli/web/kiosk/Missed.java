package linli.web.kiosk;

import java.time.LocalDate;
import linli.entry.VolunteerNo;
import linli.ledger.Activity;
import linli.ledger.Books;
import linli.ledger.ServiceRecord;
import org.jspecify.annotations.Nullable;

/**
 * A check-out that was forgotten, and whose time waits for somebody to look at it.
 *
 * @param day of the visit
 * @param activity in what
 * @param minutes as they are guessed
 */
public record Missed(LocalDate day, String activity, int minutes) {
    /** That of the newest visit; null where it was ended, or was looked at since. */
    static @Nullable Missed of(VolunteerNo who, Books books) {
        return books.recordsOf(who, null, 1).stream()
                .filter(record -> record.state() == ServiceRecord.State.PENDING)
                .filter(record -> record.flags().contains(ServiceRecord.Flag.NO_CHECK_OUT))
                .map(record -> new Missed(
                        record.day(),
                        books.activity(record.activity()).map(Activity::name).orElse(""),
                        record.minutes()))
                .findFirst()
                .orElse(null);
    }
}

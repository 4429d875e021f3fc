package linli.web.kiosk;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import linli.entry.Entry;
import linli.entry.EntryId;
import linli.entry.VolunteeringEvent.CheckedIn;
import linli.entry.VolunteeringEvent.CheckedOut;
import linli.ledger.Activity;
import linli.ledger.Books;
import linli.ledger.ServiceRecord;
import linli.web.clock.CountyZone;
import org.jspecify.annotations.Nullable;

/**
 * A check-in or a check-out that was just written.
 *
 * @param activity in what
 * @param at when, on the county's clock
 * @param served the time that was written down; null of a check-in
 * @param missed the check-out that they forgot the time before; null where they did not
 */
public record Checked(
        String activity,
        ZonedDateTime at,
        @Nullable ServiceRecord served,
        @Nullable Missed missed) {

    /** What an entry says, if it is either. */
    static Optional<Checked> of(EntryId id, Entry entry, Books books) {
        ZonedDateTime at = CountyZone.at(books, entry.atSeconds());
        if (entry.event() instanceof CheckedIn in) {
            return Optional.of(new Checked(name(in.activity(), books), at, null, Missed.of(in.volunteer(), books)));
        }
        return entry.event() instanceof CheckedOut
                ? books.record(id).map(record -> new Checked(name(record.activity(), books), at, record, null))
                : Optional.empty();
    }

    private static String name(EntryId activity, Books books) {
        return books.activity(activity).map(Activity::name).orElse("");
    }

    /** The time of the day. */
    public LocalTime time() {
        return at.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
    }

    /** Whether the time counts already. */
    public boolean counts() {
        return served != null && served.state() == ServiceRecord.State.APPROVED;
    }
}

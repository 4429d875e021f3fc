package linli.web.kiosk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import linli.entry.VolunteerNo;
import linli.ledger.Activity;
import linli.ledger.Ledger;
import linli.ledger.Visit;
import linli.web.clock.CountyZone;

/**
 * Somebody who is checked in.
 *
 * @param volunteer who
 * @param activity in what
 * @param since from when, on the county's clock
 * @param minutes until now
 */
public record Leaving(VolunteerNo volunteer, String activity, ZonedDateTime since, long minutes) {
    static Leaving of(Visit visit, Ledger ledger) {
        Instant since = Instant.ofEpochSecond(visit.sinceSeconds());
        return new Leaving(
                visit.volunteer(),
                ledger.books().activity(visit.activity()).map(Activity::name).orElse(""),
                CountyZone.at(ledger.books(), visit.sinceSeconds()),
                Math.max(0, Duration.between(since, ledger.now()).toMinutes()));
    }
}

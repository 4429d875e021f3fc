package linli.web.hours;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import linli.ledger.Activity;
import linli.ledger.Books;
import linli.ledger.ServiceRecord;
import linli.web.clock.CountyZone;
import org.jspecify.annotations.Nullable;

/** Reads a record out to its volunteer: names for handles and ids, times on the county's clock. */
final class Reader {
    private final Books books;
    private final ZoneId zone;

    Reader(Books books) {
        this.books = books;
        this.zone = CountyZone.of(books);
    }

    Hours hours(ServiceRecord record) {
        Activity activity = books.activity(record.activity())
                .orElseThrow(() -> new IllegalStateException("record " + record.id() + " names no activity"));
        ServiceRecord.Show show = record.show();
        return new Hours(
                record.id(),
                record.volunteer(),
                record.day(),
                local(record.startSeconds()),
                local(record.endSeconds()),
                activity.id(),
                activity.name(),
                activity.place(),
                activity.category(),
                record.minutes(),
                record.evidence(),
                record.state(),
                Signatory.of(record.recorder(), books),
                record.decider() == null ? null : Signatory.of(record.decider(), books),
                record.points(),
                record.policy(),
                record.flags(),
                show == null || !record.onShow() ? null : show.until(),
                show != null && record.onShow() && show.disputed(),
                record.corrects());
    }

    private @Nullable ZonedDateTime local(@Nullable Long atSeconds) {
        return atSeconds == null ? null : ZonedDateTime.ofInstant(Instant.ofEpochSecond(atSeconds), zone);
    }
}

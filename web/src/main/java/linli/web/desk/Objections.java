package linli.web.desk;

import java.time.ZonedDateTime;
import java.util.Optional;
import linli.entry.Entry;
import linli.entry.EntryCodec;
import linli.entry.EntryId;
import linli.entry.HoursEvent.HoursDisputed;
import linli.ledger.Books;
import linli.ledger.Ledger;
import linli.ledger.ServiceRecord;
import linli.web.clock.CountyZone;
import linli.web.hours.Signatory;

/** What was said against a record on public show. The accounts know which entry says it; the words are in the log. */
final class Objections {
    private final Ledger ledger;

    Objections(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * An objection.
     *
     * @param reason in the words of whoever wrote it down
     * @param by who did
     */
    public record Objection(String reason, Signatory by, ZonedDateTime at) {}

    /** The newest objection to a record. */
    Optional<Objection> to(EntryId record) {
        return ledger.books()
                .record(record)
                .map(ServiceRecord::show)
                .map(ServiceRecord.Show::objection)
                .flatMap(this::entry)
                .map(this::objection);
    }

    private Optional<Entry> entry(EntryId id) {
        return ledger.volumeOf(id)
                .flatMap(volume -> ledger.log(volume).map(log -> EntryCodec.decode(log.entry(volume.placeOf(id)))));
    }

    private Objection objection(Entry entry) {
        Books books = ledger.books();
        return new Objection(
                ((HoursDisputed) entry.event()).reason(),
                Signatory.of(entry.by().written(), books),
                CountyZone.at(books, entry.atSeconds()));
    }
}

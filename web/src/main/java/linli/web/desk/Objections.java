package linli.web.desk;

import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import linli.entry.Entry;
import linli.entry.EntryCodec;
import linli.entry.EntryId;
import linli.entry.HoursEvent.HoursDisputed;
import linli.ledger.Books;
import linli.ledger.Ledger;
import linli.ledger.ServiceRecord;
import linli.ledger.Volume;
import linli.log.LogView;
import linli.web.clock.CountyZone;
import linli.web.hours.Signatory;

/** What was said against a record on public show. The accounts know only that it was; the words are in the log. */
final class Objections {
    /** So far back it is looked for; what hangs on the wall was approved some days ago. */
    private static final int MOST_ENTRIES = 20_000;

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
        Books books = ledger.books();
        return books.record(record)
                .map(ServiceRecord::decision)
                .map(ServiceRecord.Decision::entry)
                .flatMap(approval -> since(approval, entry -> isAbout(entry, record)))
                .map(entry -> new Objection(
                        ((HoursDisputed) entry.event()).reason(),
                        Signatory.of(entry.by().written(), books),
                        CountyZone.at(books, entry.atSeconds())));
    }

    private static boolean isAbout(Entry entry, EntryId record) {
        return entry.event() instanceof HoursDisputed disputed
                && disputed.record().equals(record);
    }

    /** The newest entry behind another one in the same log that somebody looks for. */
    private Optional<Entry> since(EntryId approval, Predicate<Entry> sought) {
        Optional<Volume> volume = ledger.volumeOf(approval);
        return volume.flatMap(ledger::log)
                .flatMap(log -> newest(log, volume.get().placeOf(approval), sought));
    }

    private static Optional<Entry> newest(LogView log, long after, Predicate<Entry> sought) {
        long newest = log.size() - 1;
        return LongStream.range(0, Math.min(MOST_ENTRIES, newest - after))
                .mapToObj(back -> EntryCodec.decode(log.entry(newest - back)))
                .filter(sought)
                .findFirst();
    }
}

package linli.receipt;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import linli.entry.Entry;
import linli.entry.EntryCodec;
import linli.entry.EntryId;
import linli.ledger.Books;
import linli.ledger.Ledger;
import linli.ledger.Volume;
import linli.log.LogException;
import linli.log.LogView;
import linli.log.SignedCheckpoint;

/**
 * What one node knows of logs.
 *
 * @param books its accounts
 * @param logs the logs that it holds, its own and copies
 * @param countyHolds how many entries of its own log the county is known to hold
 */
public record Archive(Books books, Function<Volume, Optional<LogView>> logs, LongSupplier countyHolds) {

    /** The archive of a node that is open. */
    public static Archive of(Ledger ledger, LongSupplier countyHolds) {
        return new Archive(ledger.books(), ledger::log, countyHolds);
    }

    /** An entry that counts and whose log is here. */
    public Optional<Entry> entry(EntryId id) {
        return books.volumes(id.branch()).stream()
                .filter(volume -> volume.holds(id))
                .findFirst()
                .flatMap(volume -> logs.apply(volume)
                        .filter(log -> volume.placeOf(id) < log.size())
                        .map(log -> EntryCodec.decode(log.entry(volume.placeOf(id)))));
    }

    /** A log with the newest checkpoint whose entries are all here. */
    record Held(LogView log, SignedCheckpoint checkpoint) {}

    /** The log of a volume, if enough of it is here for anything to be proven. */
    Optional<Held> held(Volume volume) {
        try {
            return logs.apply(volume).map(log -> new Held(log, log.latestCheckpoint()));
        } catch (LogException e) {
            if (e.code() == LogException.Code.NOTHING_YET) {
                return Optional.empty();
            }
            throw e;
        }
    }
}

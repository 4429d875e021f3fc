package linli.ledger;

import java.util.Optional;
import linli.entry.Entry;
import linli.entry.EntryCodec;
import linli.entry.EntryException;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.Malformed;
import linli.entry.OfficeEvent.CountyWitnessed;
import org.jspecify.annotations.Nullable;

/**
 * An entry read from a log: what it says, or why nobody can say.
 *
 * @param id its place
 * @param entry what it says
 * @param problem why it cannot be read; one of the two is there
 */
public record ReadEntry(
        EntryId id, @Nullable Entry entry, @Nullable Malformed problem) {

    public static ReadEntry of(EntryId id, byte[] bytes) {
        try {
            return new ReadEntry(id, EntryCodec.decode(bytes), null);
        } catch (EntryException e) {
            return new ReadEntry(id, null, e.code());
        }
    }

    /** Whether only a later Linli can tell what it says. */
    boolean isOfLaterLinli() {
        return problem == Malformed.UNKNOWN_VERSION;
    }

    /** How much of the county's log must be posted before this entry can be. */
    long countyNeeded() {
        return entry != null && entry.event() instanceof CountyWitnessed witnessed ? witnessed.size() : 0;
    }

    /** Posts what it says; what stands against it is kept as a finding and returned. */
    Optional<Finding> post(Changes changes) {
        Optional<Finding> finding = entry == null ? malformed() : post(entry, changes);
        finding.ifPresent(found -> changes.put(Table.FINDINGS, id.toLong(), found));
        return finding;
    }

    /** Notes which request made this entry, so that the request sent again gets its answer: for the node's own entries. */
    void index(Changes changes) {
        if (entry != null) {
            changes.put(Table.REQUESTS, entry.request().high(), new Table.Request(id));
        }
    }

    private Optional<Finding> post(Entry known, Changes changes) {
        if (known.event() instanceof Event.Unknown unknown) {
            return Optional.of(new Finding(id, Rejection.UNKNOWN_TYPE, unknown.type()));
        }
        return Rules.post(id, known, changes).map(refused -> new Finding(id, refused.code(), refused.detail()));
    }

    private Optional<Finding> malformed() {
        if (isOfLaterLinli()) {
            throw new LedgerException(
                    LedgerException.Code.UNKNOWN_VERSION,
                    "entry " + id + " was written by a later Linli; update this one before reading on");
        }
        return Optional.of(new Finding(id, Rejection.MALFORMED, String.valueOf(problem)));
    }
}

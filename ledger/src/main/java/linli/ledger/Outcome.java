package linli.ledger;

import linli.entry.Entry;
import linli.entry.EntryId;

/** The answer to a request. */
public sealed interface Outcome {

    /**
     * Written, on disk and posted.
     *
     * @param id the entry's place
     * @param entry what it says
     * @param repeated whether an earlier request with the same id had written it
     */
    record Recorded(EntryId id, Entry entry, boolean repeated) implements Outcome {}

    /**
     * Not written.
     *
     * @param code stable word
     * @param detail a sentence for people; names no volunteer otherwise than by number
     */
    record Refused(Rejection code, String detail) implements Outcome {}

    /** The entry's id; a refusal becomes a {@link LedgerException}. For callers to whom a refusal is a mistake. */
    default EntryId idOrThrow() {
        if (this instanceof Recorded recorded) {
            return recorded.id();
        }
        throw LedgerException.refused((Refused) this);
    }
}

package linli.demo;

import java.util.ArrayList;
import java.util.List;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.RequestId;
import linli.ledger.Draft;
import linli.ledger.Ledger;

/**
 * Writes a community's story down. Every act has a request id that follows from the community and from how many were written
 * before, so that the same story makes the same entries. What is refused ends the story: it would be a mistake in it.
 */
final class DemoPen {
    private final Ledger ledger;
    private final String slug;
    private final List<Draft> together = new ArrayList<>();
    private long written;

    DemoPen(Ledger ledger, String slug) {
        this.ledger = ledger;
        this.slug = slug;
    }

    /** The request id of the next act. */
    RequestId next() {
        return RequestId.derived("demo", slug, Long.toString(written++));
    }

    EntryId write(Actor by, Event event) {
        return ledger.post(new Draft(by, next(), event)).idOrThrow();
    }

    /** Notes what is to be written by {@link #flush} with others, so that they share one wait for the disk. */
    void note(Actor by, Event event) {
        together.add(new Draft(by, next(), event));
    }

    /** Writes what was noted; the ids are in the order of the notes. */
    List<EntryId> flush() {
        List<Draft> drafts = List.copyOf(together);
        together.clear();
        return Ledger.idsOrThrow(ledger.postAll(drafts));
    }
}

package linli.web.county;

import java.util.Optional;
import linli.entry.EntryException;
import linli.entry.EntryId;
import linli.ledger.Ledger;
import linli.web.page.EntryView;
import linli.web.page.Language;
import linli.web.page.Naming;

/** Entries of any log that is here, in words. */
final class Entries {
    private final Ledger ledger;

    Entries(Ledger ledger) {
        this.ledger = ledger;
    }

    /** What an entry says; empty where it is not here, or says nothing that this program can read. */
    Optional<EntryView> inWords(EntryId id, Language language) {
        try {
            return ledger.entry(id).map(entry -> EntryView.of(id, entry, language, Naming.of(ledger.books())));
        } catch (EntryException e) {
            return Optional.empty();
        }
    }
}

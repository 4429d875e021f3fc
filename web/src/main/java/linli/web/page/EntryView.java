package linli.web.page;

import java.util.Optional;
import linli.entry.Entry;
import linli.entry.EntryId;

/**
 * An entry as people read it.
 *
 * @param id which
 * @param signatory who wrote it
 * @param moment when, on the county's clock
 * @param sentence what it says
 */
public record EntryView(EntryId id, String signatory, String moment, String sentence) {
    public static EntryView of(EntryId id, Entry entry, Language language, Naming naming) {
        EventWords events = new EventWords(language, naming);
        return new EntryView(
                id,
                events.signatory(entry.by(), Optional.of(id.branch())),
                events.moment(entry.atSeconds()),
                events.sentence(entry.event()));
    }
}

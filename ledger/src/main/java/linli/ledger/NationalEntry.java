package linli.ledger;

import linli.entry.EntryId;
import linli.entry.HoursEvent.NationalAnswer;

/**
 * What the national volunteer system last said to a record.
 *
 * @param record which
 * @param accepted whether it was taken in
 * @param word its number there, or why it was refused
 * @param answer the NationalAnswered entry that says so
 * @param atSeconds when
 */
public record NationalEntry(EntryId record, boolean accepted, String word, EntryId answer, long atSeconds) {

    /** Whether the national system says the same again. */
    public boolean says(NationalAnswer said) {
        return record.equals(said.record()) && accepted == said.accepted() && word.equals(said.word());
    }
}

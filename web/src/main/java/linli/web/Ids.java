package linli.web;

import linli.entry.EntryException;
import linli.entry.EntryId;

/** Ids in addresses. */
final class Ids {
    private Ids() {}

    /** The entry of this id; where nothing could have it, there is nothing at this address. */
    static EntryId entry(String written) {
        try {
            return EntryId.parse(written);
        } catch (EntryException e) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
    }
}

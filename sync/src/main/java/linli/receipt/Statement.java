package linli.receipt;

import java.util.Optional;
import linli.entry.Entry;
import linli.entry.EntryId;
import linli.ledger.Branch;

/**
 * What a receipt proves that somebody wrote. It is told only where the log's signature and the proof hold.
 *
 * @param origin of the log
 * @param place of the entry in it
 * @param id of the entry; empty without a node that knows whose log it is
 * @param branch whose log it is, likewise
 * @param entry what it says
 */
public record Statement(String origin, long place, Optional<EntryId> id, Optional<Branch> branch, Entry entry) {}

package linli.audit;

import linli.entry.EntryId;
import linli.ledger.Volume;
import linli.log.Vkey;
import org.jspecify.annotations.Nullable;

/**
 * A log in the folder, and whose it is.
 *
 * @param log what its folder says
 * @param volume its place in a branch's journal; null where nobody who belongs has such a log
 * @param enrolled whether the county says so; else the node's own file does, and nothing of it can be posted
 * @param own whether the node itself writes it
 * @param key of the log; null where nobody knows it
 */
record Holding(
        LogIdentity log,
        @Nullable Volume volume,
        boolean enrolled,
        boolean own,
        @Nullable Vkey key) {

    static Holding of(LogIdentity log, Volume volume, boolean own) {
        return new Holding(log, volume, true, own, volume.key());
    }

    static Holding stranger(LogIdentity log) {
        return new Holding(log, null, false, false, log.key());
    }

    @Nullable
    Integer branch() {
        return volume == null ? null : (Integer) volume.branch();
    }

    /** The id of the entry at a place; a stranger's has none, and what stands in for it here is told to nobody. */
    EntryId idOf(long place) {
        return volume == null ? new EntryId(LogIdentity.COUNTY, place) : volume.idOf(place);
    }

    /** A file of the log, within the node's folder. */
    String path(String file) {
        return "logs/" + log.folder().getFileName() + "/" + file;
    }

    /** A sentence about the log, which says whose it is where there may be several. */
    String told(String sentence) {
        return own
                ? sentence
                : (volume == null ? "Log " + log.origin() : "Branch " + volume.branch()) + ": " + sentence;
    }
}

package linli.ledger;

import linli.entry.EntryId;
import linli.log.Vkey;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of one branch's journal that was written under one key: one log. A branch whose key is retired goes on in another
 * volume, whose entries are numbered on from where the one before it ends.
 *
 * @param branch whose
 * @param ordinal 0 for the first
 * @param first index of its first entry in the branch's journal
 * @param end index behind its last entry that counts; null while it is written
 * @param origin of its log
 * @param vkey verifier key of its log
 * @param since index of the county's entry that began it
 * @param endedBy index of the county's entry that ended it
 */
public record Volume(
        int branch,
        int ordinal,
        long first,
        @Nullable Long end,
        String origin,
        String vkey,
        long since,
        @Nullable Long endedBy) {
    static final int MOST = 256;

    /** The first volume of a branch. */
    static Volume first(int branch, String origin, String vkey, long since) {
        return new Volume(branch, 0, 0, null, origin, vkey, since, null);
    }

    Volume ended(long endIndex, long by) {
        return new Volume(branch, ordinal, first, endIndex, origin, vkey, since, by);
    }

    /** The volume that follows this one, which has an end. */
    Volume next(String nextOrigin, String nextVkey, long by) {
        long start = end == null ? first : end;
        return new Volume(branch, ordinal + 1, start, null, nextOrigin, nextVkey, by, null);
    }

    /** The key of its log. */
    public Vkey key() {
        return Vkey.ofText(vkey);
    }

    /** The id of the entry at this place of its log. */
    public EntryId idOf(long place) {
        return new EntryId(branch, first + place);
    }

    /** Whether the entry stands in this volume and counts. */
    public boolean holds(EntryId id) {
        return id.branch() == branch && id.index() >= first && (end == null || id.index() < end);
    }

    /** The place of an entry in its log. */
    public long placeOf(EntryId id) {
        return id.index() - first;
    }

    /** How many entries of its log count; {@link Long#MAX_VALUE} while it is written. */
    public long countingSize() {
        return end == null ? Long.MAX_VALUE : end - first;
    }

    static long keyOf(int branch, int ordinal) {
        return (long) branch * MOST + ordinal;
    }

    long rowKey() {
        return keyOf(branch, ordinal);
    }
}

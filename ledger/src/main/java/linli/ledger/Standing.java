package linli.ledger;

/**
 * How far one branch's journal is posted here, and what it waits for. There is one of every branch that is enrolled.
 *
 * @param branch whose
 * @param posted entries posted, of all its volumes
 * @param held entries that are here and count, posted or not
 * @param reason why the next entry is not posted yet
 * @param awaitsCounty how much of the county's log the next entry rests on, where it waits for that; else 0
 */
public record Standing(int branch, long posted, long held, Wait reason, long awaitsCounty) {
    /** Why a journal that is here is not posted further. */
    public enum Wait {
        /** It waits for nothing but what has not come yet. */
        NOTHING,
        /** The next entry rests on more of the county's log than is posted here. */
        COUNTY,
        /** A later Linli wrote the next entry: this node must be updated before it can tell what it says. */
        NEWER_LINLI
    }

    /** Of a journal that waits for nothing. */
    public static Standing of(int branch, long posted, long held) {
        return new Standing(branch, posted, held, Wait.NOTHING, 0);
    }

    /** Of a journal that waits for so much of the county's log. */
    public static Standing awaitingCounty(int branch, long posted, long held, long countySize) {
        return new Standing(branch, posted, held, Wait.COUNTY, countySize);
    }

    /** Of a journal whose next entry a later Linli wrote. */
    public static Standing awaitingUpdate(int branch, long posted, long held) {
        return new Standing(branch, posted, held, Wait.NEWER_LINLI, 0);
    }
}

package linli.ledger;

/**
 * How far one branch's journal is posted here, and what it waits for. There is one of every branch that is enrolled.
 *
 * @param branch whose
 * @param posted entries posted, of all its volumes
 * @param held entries that are here and count, posted or not
 * @param awaitsCounty how much of the county's log the next entry rests on, where that much is not posted here yet; else 0
 */
public record Standing(int branch, long posted, long held, long awaitsCounty) {}

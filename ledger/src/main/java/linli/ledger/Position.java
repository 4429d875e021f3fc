package linli.ledger;

import linli.log.Hash;

/**
 * How far one branch's journal is posted.
 *
 * @param branch whose
 * @param volume ordinal of the volume that is being posted, from 0
 * @param size entries posted, of all volumes
 * @param root of that volume's log up to there, so that accounts of another log are recognised
 */
public record Position(int branch, int volume, long size, Hash root) {}

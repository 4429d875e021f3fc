package linli.ledger;

import linli.log.Hash;

/**
 * How far one log is posted.
 *
 * @param branch whose log
 * @param size entries posted
 * @param root of the log at that size, so that accounts of another log are recognised
 */
record Position(int branch, long size, Hash root) {
    static Position start(int branch) {
        return new Position(branch, 0, Hash.EMPTY_TREE);
    }
}

package linli.audit;

/** What an audit finds beyond a log's files and rules, as stable words. */
public enum AuditCode {
    /** The node's own file is missing, damaged, or says something else than its log. */
    NODE_FILE,
    /** The log that the node's file names is not there. */
    LOG_MISSING,
    /** The first entry does not name the log's key. */
    KEY_UNKNOWN,
    /** A log of nobody whom the county has enrolled. */
    STRANGER,
    /** An entry whose signature is not of the log's key for this place. */
    ENTRY_SIGNATURE,
    /** A cosigner's line under a checkpoint that its key did not sign, or of a smaller log than it cosigned before. */
    COSIGNATURE,
    /** A branch says that it saw another log of the county than this one. */
    WITNESSED_ROOT,
    /** Points were received that the sending branch's log does not send. */
    TRANSFER_UNBACKED,
    /** Entries whose time cannot be, by what the county had signed before or after them. */
    CLOCK,
    /** Written by a later Linli. */
    UNKNOWN_VERSION,
    /** A branch's points do not sum to zero. */
    POINTS_SUM,
    /** A volunteer holds less than nothing. */
    HELD_BELOW_ZERO,
    /** A volunteer's points by the day after which they lapse are not what they hold. */
    LOTS_SUM,
    /** An item of a shop has less than nothing left. */
    STOCK_BELOW_ZERO,
    /** An item's stock is not what came and went. */
    STOCK_SUM,
    /** The volunteers' minutes are not those of the totals. */
    MINUTES_SUM,
    /** The accounts cannot be read. */
    ACCOUNTS_UNREADABLE,
    /** The accounts are of another log, or of more of it than there is. */
    ACCOUNTS_POSITION,
    /** A row of the accounts differs from the log. */
    ACCOUNTS_ROW
}

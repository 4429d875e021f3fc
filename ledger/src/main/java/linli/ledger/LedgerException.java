package linli.ledger;

import org.jspecify.annotations.Nullable;

/** The ledger cannot go on, or not in this way; {@link #code} is stable and the message says what to do. */
public final class LedgerException extends RuntimeException {
    /** What kind of trouble. */
    public enum Code {
        /** Another process has this folder open for writing. */
        IN_USE,
        /** The folder is not a Linli node, or one of another origin. */
        NOT_A_NODE,
        /** There is a node in this folder already. */
        ALREADY_A_NODE,
        /** The disk refused; nothing of the request counts, and it may be sent again. */
        DISK,
        /**
         * The county's log is not here up to where the node's own rests on it, or an earlier volume of its own journal is
         * missing, so it cannot write yet.
         */
        CATCHING_UP,
        /** The node does not have its own newest entries: it must get them back before it writes. */
        TAIL_MISSING,
        /** The ledger is closed or closing. */
        CLOSED,
        /** A later Linli wrote this: the folder, or an entry of the node's own log or the county's. Update before reading on. */
        UNKNOWN_VERSION,
        /** The rules refused where the caller had no use for a refusal. */
        REFUSED
    }

    private final Code code;

    public LedgerException(Code code, String message) {
        super(message);
        this.code = code;
    }

    public LedgerException(Code code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    static LedgerException refused(Outcome.Refused refusal) {
        return new LedgerException(Code.REFUSED, refusal.code() + ": " + refusal.detail());
    }

    public Code code() {
        return code;
    }
}

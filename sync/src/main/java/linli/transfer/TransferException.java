package linli.transfer;

import org.jspecify.annotations.Nullable;

/** A slip cannot be used. The message says why and what to do; it names no person otherwise than by number. */
public final class TransferException extends RuntimeException {
    /** Why, as a stable code. */
    public enum Code {
        /** The text is not a slip. */
        NOT_A_SLIP,
        /** No branch that this node knows has such a log. */
        UNKNOWN_LOG,
        /** Nothing proves that the entry stands in that log. */
        NOT_PROVEN,
        /** The entry is not one that sends points. */
        NO_TRANSFER,
        /** The points of this slip are here already. */
        ALREADY_RECEIVED,
        /** The sender's log is here, and says that the points were not there to be sent. */
        NOT_COVERED
    }

    private final Code code;

    TransferException(Code code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    TransferException(Code code, String message) {
        this(code, message, null);
    }

    public Code code() {
        return code;
    }
}

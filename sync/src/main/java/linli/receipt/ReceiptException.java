package linli.receipt;

import org.jspecify.annotations.Nullable;

/** There is no receipt. The message says why and what to do. */
public final class ReceiptException extends RuntimeException {
    /** Why, as a stable code. */
    public enum Code {
        /** No log that is here has such an entry, or it does not count. */
        NO_ENTRY,
        /** No checkpoint covers the entry yet; the node signs one within a second. */
        NOT_SIGNED_YET,
        /** The entry is too long for a QR code. */
        TOO_LONG
    }

    private final Code code;

    ReceiptException(Code code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    ReceiptException(Code code, String message) {
        this(code, message, null);
    }

    public Code code() {
        return code;
    }
}

package linli.sync;

import org.jspecify.annotations.Nullable;

/** Reconciling cannot go on, or not in this way; {@link #code} is stable and the message says what to do. */
public final class SyncException extends RuntimeException {
    /** What kind of trouble. */
    public enum Code {
        /** The file of peers is not written as it must be. */
        PEERS_UNREADABLE,
        /** A later Linli wrote this; update before reading on. */
        UNKNOWN_VERSION,
        /** The disk refused; nothing was changed. */
        DISK
    }

    private final Code code;

    SyncException(Code code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}

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
        DISK,
        /** The county does not answer, or the line broke; the same again goes on. */
        UNREACHABLE,
        /** The county does not enrol this node; its reason is in the message. */
        REFUSED,
        /** The other end does not give what a county has to give. */
        MISBEHAVED,
        /** The code was for another branch than the one in this folder. */
        OTHER_BRANCH
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

package linli.peer;

import org.jspecify.annotations.Nullable;

/** Another node could not be spoken to, or what it said cannot be used. The message says what to do and may be logged. */
public final class PeerException extends Exception {
    /** What kind of trouble, as a stable code. */
    public enum Code {
        /** Not reached, or lost on the way: it is tried again by itself. */
        UNREACHABLE,
        /** It took longer than is waited for. */
        TOO_SLOW,
        /** It is not the node it should be, or does not take us for one of the county's. */
        NOT_TRUSTED,
        /** Its answer is not one to what was asked; it may be of another version, or lying. */
        MISBEHAVED,
        /** It refuses what was brought, with good reason or without. */
        REFUSED,
        /** This node's own disk refused. */
        DISK
    }

    private final Code code;

    public PeerException(Code code, String message) {
        super(message);
        this.code = code;
    }

    public PeerException(Code code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}

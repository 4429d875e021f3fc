package linli.backup;

import org.jspecify.annotations.Nullable;

/** A copy of a node could not be made or put back; {@link #code} is stable and the message says what to do. */
public final class BackupException extends RuntimeException {
    /** What kind of trouble. */
    public enum Code {
        /** The copy would lie in a folder that has something in it, or in the node's own. */
        WRONG_PLACE,
        /** The other disk has less room than the node needs. */
        NO_ROOM,
        /** A disk refused while the copy was made. */
        DISK,
        /** What was copied is not what the node's log has signed. */
        DAMAGED
    }

    private final Code code;

    BackupException(Code code, String message) {
        this(code, message, null);
    }

    BackupException(Code code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}

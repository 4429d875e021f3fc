package linli.access;

import org.jspecify.annotations.Nullable;

/** Why a password or a kiosk could not be kept or read. The message says what to do and holds no secret. */
public final class AccessException extends RuntimeException {
    /** Stable names of what can be wrong. */
    public enum Code {
        /** A kiosk's name is empty or too long. */
        NAME_REFUSED,
        /** As many codes wait, or as many kiosks are paired, as there can be. */
        TOO_MANY,
        /** A file is not what was written. */
        DAMAGED,
        /** The disk refused to read or write. */
        STORAGE
    }

    private final Code code;

    AccessException(Code code, String message) {
        this(code, message, null);
    }

    AccessException(Code code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}

package linli.keys;

import org.jspecify.annotations.Nullable;

/** Why keys, a PIN or a password could not be used. The message says what to do and holds no secret. */
public final class KeyException extends RuntimeException {

    /** Stable names of what can be wrong; they may be shown, logged and tested for. */
    public enum Code {
        /** There are no keys in this folder, or one of them is missing. */
        NO_KEYS,
        /** Keys exist already and will not be overwritten. */
        KEYS_EXIST,
        /** Other users of the machine may read the file. */
        EXPOSED,
        /** The file is not what was written. */
        DAMAGED,
        /** A newer Linli wrote the file. */
        NEWER_VERSION,
        PASSPHRASE_NEEDED,
        PASSPHRASE_WRONG,
        /** A new passphrase is too short or too long. */
        PASSPHRASE_REFUSED,
        /** A new PIN is not 4 to 12 digits, or anybody would guess it. */
        PIN_REFUSED,
        /** A new password is too short or too long. */
        PASSWORD_REFUSED,
        /** A person made a slip in typing a recovery code. */
        MISTYPED,
        /** The disk refused to read or write. */
        STORAGE
    }

    private final Code code;

    KeyException(Code code, String message) {
        this(code, message, null);
    }

    KeyException(Code code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}

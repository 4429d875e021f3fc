package linli.national;

/** An export or an answer cannot be used. The message says why and what to do; it names no person otherwise than by number. */
public final class NationalException extends RuntimeException {
    /** Why, as a stable code. */
    public enum Code {
        /** The file cannot be written. */
        UNWRITABLE,
        /** Rows of the answer have errors; nothing of it was recorded. */
        WRONG_ROWS
    }

    private final Code code;

    NationalException(Code code, String message) {
        super(message);
        this.code = code;
    }

    NationalException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}

package linli.intake;

/**
 * A table or mapping that cannot be used as it is. The message is for the person who started the import and says what to
 * do; it names lines, columns and settings, never what a volunteer's row contains.
 */
public final class IntakeException extends RuntimeException {
    /** What is wrong, as a stable code for scripts and tests. */
    public enum Code {
        UNREADABLE,
        UNWRITABLE,
        TOO_LARGE,
        NOT_A_TABLE,
        ENCODING,
        MALFORMED,
        MAPPING,
        COLUMNS,
        NO_SUCH_SITE,
        CHANGED
    }

    private final Code code;

    IntakeException(Code code, String message) {
        super(message);
        this.code = code;
    }

    IntakeException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}

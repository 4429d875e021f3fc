package linli.office;

/** A certificate cannot be handed out. The message says why and what to do; it names no person otherwise than by number. */
public final class CertificateException extends RuntimeException {
    /** Why, as a stable code. */
    public enum Code {
        /** The days are in the wrong order, or not over yet. */
        WRONG_DAYS,
        /** No approved hours were served on these days. */
        NO_HOURS,
        /** What to print is not known here: a guest, somebody forgotten, or a profile without a name. */
        NO_NAME,
        /** This branch has handed out no such certificate. */
        NO_CERTIFICATE,
        /** Hours of these days were approved or taken back since: the paper would say what is no longer so. */
        HOURS_CHANGED
    }

    private final Code code;

    CertificateException(Code code, String message) {
        super(message);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}

package linli.web.door;

import java.util.Arrays;
import java.util.Locale;

/**
 * What can be wrong with a request, or with answering it, before the ledger is asked: stable codes for problem+json (RFC 9457).
 * What the ledger and the other desks refuse has codes of its own, in {@link Refusals}.
 */
public enum Problem {
    BAD_REQUEST(400),
    FIELD_MISSING(400),
    NUMBER_MALFORMED(400),
    IDEMPOTENCY_KEY_MISSING(400),
    IDEMPOTENCY_KEY_MALFORMED(400),
    SIGN_IN_REFUSED(401),
    NOT_SIGNED_IN(401),
    CSRF_REFUSED(403),
    NOT_ALLOWED(403),
    PASSWORD_CHANGE_NEEDED(403),
    SECOND_REFUSED(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    BODY_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    VALUE_REFUSED(422),
    TOO_MANY_TRIES(429),
    INTERNAL(500),
    BUSY(503);

    private final int status;

    Problem(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** As the API and the texts name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Fault fault() {
        return new Fault(status, code(), null);
    }

    /** The problem with a sentence of its own. It is told to whoever asked, and to nobody else. */
    public ProblemException because(String detail) {
        return new ProblemException(new Fault(status, code(), detail));
    }

    /** The problem that a bare status stands for. */
    static Problem ofStatus(int status) {
        return Arrays.stream(values())
                .filter(problem -> problem.status == status)
                .findFirst()
                .orElse(status < 500 ? BAD_REQUEST : INTERNAL);
    }
}

package linli.web;

import java.util.Arrays;
import java.util.Locale;

/** What can be wrong with a request, or with answering it: stable codes for problem+json (RFC 9457). */
enum Problem {
    BAD_REQUEST(400),
    NUMBER_MALFORMED(400),
    SIGN_IN_REFUSED(401),
    NOT_SIGNED_IN(401),
    CSRF_REFUSED(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    BODY_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    TOO_MANY_TRIES(429),
    INTERNAL(500),
    BUSY(503);

    private final int status;

    Problem(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    /** As the API and the texts name it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The problem that a bare status stands for. */
    static Problem ofStatus(int status) {
        return Arrays.stream(values())
                .filter(problem -> problem.status == status)
                .findFirst()
                .orElse(status < 500 ? BAD_REQUEST : INTERNAL);
    }
}

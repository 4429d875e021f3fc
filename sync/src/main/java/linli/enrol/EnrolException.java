package linli.enrol;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why enrolling, or recognising a peer, did not succeed. The message says what to do and holds no code and no key. */
public final class EnrolException extends RuntimeException {

    /** Stable names of what can be wrong; they may be shown, logged and tested for. */
    public enum Code {
        /** There is no authority, or there are no credentials, in this folder. */
        MISSING,
        /** An authority exists already and will not be overwritten. */
        EXISTS,
        /** Other users of the machine may read the file. */
        EXPOSED,
        /** A file is not what was written. */
        DAMAGED,
        /** The disk refused to read or write. */
        STORAGE,
        /** As many invites are kept as a county can have. */
        TOO_MANY_INVITES,
        /** A message, request or invite is not what its format allows. */
        MALFORMED,
        /** A person made a slip in typing a code or a fingerprint. */
        MISTYPED,
        /** No answer from the other side, or one that is no TLS 1.3 of a Linli county. */
        UNREACHABLE,
        /** The certificate is not from this county, or is not a node's. */
        STRANGER,
        /** A node of this county, but not the one that was called. */
        WRONG_PEER,
        /** A node of this county that the county log does not let in (any more). */
        NOT_ADMITTED,
        /** The county is not the one whose fingerprint a person has confirmed. */
        OTHER_COUNTY
    }

    private static final int MOST_CAUSES = 20;

    private final Code code;

    EnrolException(Code code, String message) {
        this(code, message, null);
    }

    EnrolException(Code code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }

    /** Why this side ended a handshake, if it did: TLS hands on the reason only as a cause behind causes. */
    public static Optional<EnrolException> behind(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .filter(EnrolException.class::isInstance)
                .map(EnrolException.class::cast)
                .findFirst();
    }
}

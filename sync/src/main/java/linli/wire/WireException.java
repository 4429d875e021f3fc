package linli.wire;

import java.util.function.Supplier;
import linli.log.LogException;

/**
 * The one exception of this package: what came, or was to be sent, is not the message it should be.
 *
 * <p>The text says what is wrong and holds nothing of the message's content, so it may be logged and sent back.
 */
public final class WireException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong, as a stable code. */
    public enum Code {
        /** The message is not written as its specification says. Sending it again does not help. */
        MALFORMED,
        /** The bytes ended within a message; all that was whole before counts, and the rest may be sent again. */
        TRUNCATED,
        /** The message is above one of the {@link WireLimits}. */
        TOO_LARGE
    }

    private final Code code;

    private WireException(Code code, String message) {
        super(message);
        this.code = code;
    }

    private WireException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }

    static WireException malformed(String message) {
        return new WireException(Code.MALFORMED, message);
    }

    static WireException malformed(String message, Throwable cause) {
        return new WireException(Code.MALFORMED, message, cause);
    }

    static WireException truncated() {
        return new WireException(Code.TRUNCATED, "the bytes end within a message; send the rest again");
    }

    static WireException tooLarge(String what, long limit) {
        return new WireException(Code.TOO_LARGE, what + " is above its limit of " + limit);
    }

    /** What {@code codec} reads, where the log's own texts within a message are as much part of it as the rest. */
    static <T> T reading(String message, Supplier<T> codec) {
        try {
            return codec.get();
        } catch (LogException e) {
            throw malformed(message + ": " + e.getMessage(), e);
        }
    }
}

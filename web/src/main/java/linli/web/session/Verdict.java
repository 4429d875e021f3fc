package linli.web.session;

import java.time.Duration;

/**
 * What came of a try at something secret.
 *
 * @param <T> what it opens
 */
public sealed interface Verdict<T> {
    /** It is right. */
    record Right<T>(T opened) implements Verdict<T> {}

    /** It is not. */
    record Wrong<T>() implements Verdict<T> {}

    /** Too many were wrong before; nothing was checked. */
    record TooManyTries<T>(Duration retryAfter) implements Verdict<T> {}

    /** Too many are being checked at this moment; nothing was checked or counted. */
    record Busy<T>(Duration retryAfter) implements Verdict<T> {}
}

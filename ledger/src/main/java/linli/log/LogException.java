package linli.log;

import java.io.IOException;

/**
 * The one exception of this package: an operation on a log, a note or a proof could not be done.
 *
 * <p>The message says what to do and holds no entry's content, so it may be shown and logged.
 */
public final class LogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong, as a stable code. */
    public enum Code {
        /** The disk refused an operation. Nothing of what was asked for counts. */
        DISK,
        /** Stored bytes are not what was acknowledged: restore the log's folder from a copy. */
        DAMAGED,
        /** The entries do not lead to the root this log has signed. No file was touched. */
        CHECKPOINT_DISAGREES,
        /** An earlier failure could not be undone; the log must be opened anew before it takes another entry. */
        REOPEN,
        /** Another process is writing this log. */
        IN_USE,
        /** There is no complete log in the folder. */
        NOT_A_LOG,
        /** The folder already holds a log. */
        ALREADY_A_LOG,
        /** The folder belongs to another origin than the key. */
        WRONG_ORIGIN,
        /** The log has reached {@link Limits#LOG_ENTRIES}. */
        FULL,
        /** A note, proof, key or tile path is not written as its specification says. */
        MALFORMED,
        /** A signature of a known key does not verify, or no known key has signed. */
        BAD_SIGNATURE,
        /** A proof does not lead to the root it should. */
        BAD_PROOF,
        /** A copy does not have all entries of any checkpoint yet. */
        NOTHING_YET,
        /** A package of entries begins behind the next one wanted; send those before it first. */
        OUT_OF_ORDER,
        /** The folder holds a copy whose transfer is not finished; fetch the rest before writing to it as a log. */
        UNFINISHED,
        /** The log's key has signed two checkpoints that no one log can have; it takes nothing more. */
        FROZEN
    }

    private final Code code;

    LogException(Code code, String message) {
        super(message);
        this.code = code;
    }

    LogException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    static LogException malformed(String message) {
        return new LogException(Code.MALFORMED, message);
    }

    static LogException disk(String operation, IOException cause) {
        String message =
                "the disk could not " + operation + " (" + cause.getMessage() + "); check its space and health";
        return new LogException(Code.DISK, message, cause);
    }

    static LogException damaged(String message) {
        return new LogException(Code.DAMAGED, message + "; restore the log's folder from a copy");
    }

    static LogException nothingYet() {
        return new LogException(
                Code.NOTHING_YET, "this copy does not have all entries of any checkpoint yet; let it be fetched first");
    }

    static LogException unfinished() {
        return new LogException(
                Code.UNFINISHED, "the folder holds a copy that lacks entries the log has signed; fetch the rest first");
    }

    public Code code() {
        return code;
    }
}

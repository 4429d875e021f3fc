package linli.bundle;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A stick could not be written or read, or what is on it cannot be used; the message says what to do. */
public final class BundleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of trouble, as a stable code. */
    public enum Code {
        /** A file of a bundle is missing, cut short or changed: it was not copied well. Nothing of the bundle was stored. */
        DAMAGED,
        /** The files are as they were written, but do not prove what they say. Nothing of the bundle was stored. */
        UNPROVEN,
        /** The stick has too little room. */
        NO_ROOM,
        /** The stick cannot be read or written. */
        STICK,
        /** There is no such node in this county, as far as is known here. */
        UNKNOWN_NODE,
        /** A later Linli wrote the bundle. */
        UNKNOWN_VERSION
    }

    private final Code code;

    BundleException(Code code, String message) {
        this(code, message, null);
    }

    BundleException(Code code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    static BundleException damaged(Path file, String how) {
        return new BundleException(
                Code.DAMAGED, file + " " + how + "; copy it to the stick again. Nothing of this bundle was stored.");
    }

    static BundleException unproven(Path file, String why) {
        return new BundleException(
                Code.UNPROVEN, file + " " + why + "; have the bundle written anew. Nothing of this bundle was stored.");
    }

    static BundleException stick(String what, IOException cause) {
        return new BundleException(Code.STICK, what + "; is the stick still plugged in, and may it be written?", cause);
    }

    public Code code() {
        return code;
    }
}

package linli.picture;

import org.jspecify.annotations.Nullable;

/** A picture cannot be taken, or not be read; {@link #code} is stable and the message says what to do. */
public final class PictureException extends RuntimeException {
    /** What kind of trouble. */
    public enum Code {
        /** Neither PNG nor JPEG nor WebP, whatever its name says. */
        NOT_A_PICTURE,
        /** More bytes than a picture may have. */
        TOO_LARGE,
        /** The stored file is not the picture it is named after. */
        DAMAGED,
        /** The disk refused. */
        DISK
    }

    private final Code code;

    PictureException(Code code, String message) {
        this(code, message, null);
    }

    PictureException(Code code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}

package linli.profile;

import org.jspecify.annotations.Nullable;

/**
 * Why a profile could not be written or read. The message says what to do; it names the field or the envelope and never
 * what is in it, so it may be logged.
 */
public final class ProfileException extends RuntimeException {

    /** Stable names of what can be wrong; they may be shown, logged and tested for. */
    public enum Code {
        /** A field does not follow its rule. */
        INVALID,
        /** No envelope of this name was ever sealed here. */
        UNKNOWN,
        /** The person was forgotten; nothing can bring the profile back. */
        FORGOTTEN,
        /** The envelope is there, its key is not. */
        KEY_MISSING,
        /** The key is there, the envelope is not. */
        DATA_MISSING,
        /** Envelope or key are not the bytes that were written. */
        DAMAGED,
        /** The envelope belongs to another node's profile key. */
        WRONG_KEY,
        /** A newer Linli wrote the envelope. */
        NEWER_VERSION,
        /** Another process has the profiles open. */
        IN_USE,
        /** The disk refused to read or write. */
        STORAGE
    }

    private final Code code;
    private final String subject;

    ProfileException(Code code, String subject, String message) {
        this(code, subject, message, null);
    }

    ProfileException(Code code, String subject, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.subject = subject;
    }

    static ProfileException invalid(String field, String rule) {
        return new ProfileException(Code.INVALID, field, field + ": " + rule);
    }

    static ProfileException of(Code code, Commitment envelope) {
        String what = switch (code) {
            case UNKNOWN -> "was never sealed here. Check which node wrote the entry that names it.";
            case FORGOTTEN -> "was forgotten at the person's wish. Enter everything anew if they ask for it.";
            case KEY_MISSING -> "has lost its key. Restore the keys below profiles from your newest backup.";
            case DATA_MISSING -> "is missing. Restore the data below profiles from your newest backup.";
            case DAMAGED -> "is damaged. Restore it and its key from your newest backup.";
            case WRONG_KEY -> "was sealed under another profile key. Put back the profile.key it belongs to.";
            case NEWER_VERSION -> "was written by a newer Linli. Install that version, or a newer one.";
            case INVALID, IN_USE, STORAGE -> throw new IllegalArgumentException(code + " needs its own words");
        };
        return new ProfileException(code, envelope.hex(), "The envelope " + envelope.hex() + " " + what);
    }

    public Code code() {
        return code;
    }

    /** What it is about: a field's name, an envelope's commitment in hex, or a folder. */
    public String subject() {
        return subject;
    }
}

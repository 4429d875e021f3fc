package linli.entry;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;

/** Why bytes are not an entry, or a value cannot stand in one. The names are stable: peers and programs may rely on them. */
public enum Malformed {
    /** Larger than an entry may be. */
    OVERSIZE,
    /** Not a tagged COSE_Sign1 of the one shape that Linli writes. */
    NOT_COSE,
    /** Bytes end early, or are not well-formed CBOR. */
    NOT_CBOR,
    /** The same key twice in one map. */
    DUPLICATE_KEY,
    /** Something follows the end. */
    TRAILING_BYTES,
    /** A field holds a value of another type. */
    WRONG_TYPE,
    /** A required field is absent. */
    MISSING_FIELD,
    /** A field that the event does not have, or that stands in another order. */
    UNKNOWN_FIELD,
    /** The right value in other bytes: a length not minimal, an indefinite length, an optional field written as null. */
    NOT_CANONICAL,
    /** A number, date or text outside its bounds. */
    OUT_OF_RANGE,
    /** Written by a later Linli: this one must be updated before it reads on. */
    UNKNOWN_VERSION;

    /** The exception that carries this code. */
    @FormatMethod
    public EntryException because(@FormatString String message, Object... args) {
        return new EntryException(this, String.format(message, args));
    }

    /** Throws {@link #because} unless {@code holds}. */
    @FormatMethod
    public void unless(boolean holds, @FormatString String message, Object... args) {
        if (!holds) {
            throw because(message, args);
        }
    }
}

package linli.entry;

import java.util.Arrays;

/**
 * The bytes of an entry as its author signed them, carried inside another entry as evidence. They prove what was promised without
 * the author's log being at hand.
 *
 * <p>Immutable. Whether they are an entry at all, and whose, is for {@link EntryCodec} to say.
 */
public final class SignedEntry {
    /** Enough for any event of fixed size with its signature. */
    public static final int MAX_BYTES = 1024;

    private final byte[] bytes;

    private SignedEntry(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The bytes of an entry; more than {@value #MAX_BYTES} are {@link Malformed#OUT_OF_RANGE}. */
    public static SignedEntry of(byte[] bytes) {
        Malformed.OUT_OF_RANGE.unless(
                bytes.length > 0 && bytes.length <= MAX_BYTES,
                "evidence of %s bytes; 1 to %s",
                bytes.length,
                MAX_BYTES);
        return new SignedEntry(bytes.clone());
    }

    public byte[] toBytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedEntry that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "an entry of " + bytes.length + " bytes";
    }
}

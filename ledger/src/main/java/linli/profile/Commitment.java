package linli.profile;

import com.google.common.hash.Hashing;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the log says of a person's record: SHA-256 of a secret salt and the record's canonical JSON. It fixes what was
 * recorded, tells nothing about it, and names the envelope it is kept in.
 *
 * @param hex 64 lower-case hex digits
 */
public record Commitment(String hex) {
    public static final int SIZE_BYTES = 32;

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public Commitment {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("a commitment is 64 lower-case hex digits");
        }
    }

    /** A commitment from its 32 bytes, as an entry carries it. */
    public static Commitment of(byte[] bytes) {
        return new Commitment(HexFormat.of().formatHex(bytes));
    }

    /** A commitment from hex, or empty if the text is not one. */
    public static Optional<Commitment> parse(String hex) {
        return Optional.of(hex).filter(text -> FORM.matcher(text).matches()).map(Commitment::new);
    }

    static Commitment to(Salt salt, byte[] canonicalJson) {
        return of(Hashing.sha256()
                .newHasher()
                .putBytes(salt.bytes())
                .putBytes(canonicalJson)
                .hash()
                .asBytes());
    }

    public byte[] toBytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}

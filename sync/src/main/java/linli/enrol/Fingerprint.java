package linli.enrol;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Arrays;
import linli.secret.Crockford;

/**
 * The first 160 bits of SHA-256 over public keys, made to be compared by people: eight groups of four symbols such as
 * {@code 7K4M-2QXT-…}.
 *
 * @param symbols 32 symbols in Crockford's base 32, without groups
 */
public record Fingerprint(String symbols) {
    private static final int SIZE_BYTES = 20;
    private static final int SYMBOLS = 32;

    public Fingerprint {
        if (symbols.length() != SYMBOLS || !Crockford.isEncoded(symbols)) {
            throw mistyped();
        }
    }

    /** Of a key in its X.509 form (SubjectPublicKeyInfo). */
    public static Fingerprint of(PublicKey key) {
        return ofDigest(sha256().digest(key.getEncoded()));
    }

    /** Of a pair of keys that belong together, in this order. */
    static Fingerprint ofPair(PublicKey first, byte[] second) {
        MessageDigest digest = sha256();
        digest.update(first.getEncoded());
        return ofDigest(digest.digest(second));
    }

    private static Fingerprint ofDigest(byte[] digest) {
        return new Fingerprint(Crockford.encode(Arrays.copyOf(digest, SIZE_BYTES)));
    }

    /**
     * What a person typed or pasted; case, spaces and dashes do not matter.
     *
     * @throws EnrolException {@code MISTYPED} unless it has 32 symbols
     */
    public static Fingerprint parse(String typed) {
        return new Fingerprint(Crockford.ofTyped(typed).orElseThrow(Fingerprint::mistyped));
    }

    private static EnrolException mistyped() {
        return new EnrolException(
                EnrolException.Code.MISTYPED,
                "A fingerprint is eight groups of four letters and digits, as “linli county” shows it. Type it again.");
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return Crockford.grouped(symbols);
    }
}

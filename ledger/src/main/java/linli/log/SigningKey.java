package linli.log;

import java.security.SecureRandom;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * A private Ed25519 key (RFC 8032), made from a seed of 32 bytes.
 *
 * <p>Immutable and safe to share between threads. It never prints itself.
 */
public final class SigningKey {
    public static final int SEED_BYTES = Ed25519.SECRET_KEY_SIZE;

    private final byte[] seed;
    private final byte[] publicBytes;
    private final VerifyKey verifyKey;

    private SigningKey(byte[] seed) {
        this.seed = seed;
        this.publicBytes = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(seed, 0, publicBytes, 0);
        this.verifyKey = VerifyKey.of(publicBytes);
    }

    /** The key of this seed; any length but 32 is an {@link IllegalArgumentException}. */
    public static SigningKey ofSeed(byte[] seed) {
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException("a seed has 32 bytes, not " + seed.length);
        }
        return new SigningKey(seed.clone());
    }

    public static SigningKey generate(SecureRandom random) {
        byte[] seed = new byte[SEED_BYTES];
        Ed25519.generatePrivateKey(random, seed);
        return new SigningKey(seed);
    }

    public byte[] sign(byte[] message) {
        byte[] signature = new byte[VerifyKey.SIGNATURE_BYTES];
        Ed25519.sign(seed, 0, publicBytes, 0, message, 0, message.length, signature, 0);
        return signature;
    }

    public VerifyKey verifyKey() {
        return verifyKey;
    }

    /** The secret itself, for the key store and for nobody else. */
    public byte[] toSeed() {
        return seed.clone();
    }
}

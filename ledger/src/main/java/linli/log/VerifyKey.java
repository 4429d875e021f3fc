package linli.log;

import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * A public Ed25519 key (RFC 8032), checked once and kept decoded, so that verifying many signatures of one key does not
 * decompress it each time.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class VerifyKey {
    public static final int SIZE_BYTES = Ed25519.PUBLIC_KEY_SIZE;
    public static final int SIGNATURE_BYTES = Ed25519.SIGNATURE_SIZE;

    private final byte[] bytes;
    private final Ed25519.PublicPoint point;

    private VerifyKey(byte[] bytes, Ed25519.PublicPoint point) {
        this.bytes = bytes;
        this.point = point;
    }

    /** The key with these 32 bytes; a {@link LogException} MALFORMED when they are no point of prime order. */
    public static VerifyKey of(byte[] bytes) {
        if (bytes.length != SIZE_BYTES) {
            throw LogException.malformed("an Ed25519 public key has 32 bytes, not " + bytes.length);
        }
        Ed25519.PublicPoint point = Ed25519.validatePublicKeyFullExport(bytes, 0);
        if (point == null) {
            throw LogException.malformed("these 32 bytes are not an Ed25519 public key");
        }
        return new VerifyKey(bytes.clone(), point);
    }

    /** Whether {@code signature} is this key's signature of {@code message}; false for one of a wrong length. */
    public boolean verify(byte[] message, byte[] signature) {
        return signature.length == SIGNATURE_BYTES && Ed25519.verify(signature, 0, point, message, 0, message.length);
    }

    public byte[] toBytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifyKey key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return StrictText.base64(bytes);
    }
}

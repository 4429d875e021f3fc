package linli.entry;

import com.google.common.primitives.Longs;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * Sixteen bytes that name one request. The same request posted twice is one entry and gets the same answer, so the id is made
 * when a form is shown, not when it is sent.
 */
public record RequestId(long high, long low) {
    public static final int SIZE_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static RequestId random() {
        return new RequestId(RANDOM.nextLong(), RANDOM.nextLong());
    }

    /**
     * The id of a request that is known by its contents, such as a row of an imported file: the same purpose and parts give the
     * same id, for ever.
     */
    public static RequestId derived(String purpose, byte[]... parts) {
        MessageDigest digest = sha256();
        digest.update(purpose.getBytes(StandardCharsets.UTF_8));
        for (byte[] part : parts) {
            // The length in front keeps ("ab", "c") and ("a", "bc") apart.
            digest.update(Longs.toByteArray(part.length));
            digest.update(part);
        }
        return of(digest.digest());
    }

    /** As {@link #derived(String, byte[]...)}, of texts. */
    public static RequestId derived(String purpose, String... parts) {
        byte[][] bytes = new byte[parts.length][];
        for (int i = 0; i < parts.length; i++) {
            bytes[i] = parts[i].getBytes(StandardCharsets.UTF_8);
        }
        return derived(purpose, bytes);
    }

    /** The id in the first sixteen bytes. */
    public static RequestId of(byte[] bytes) {
        Malformed.OUT_OF_RANGE.unless(bytes.length >= SIZE_BYTES, "a request id has 16 bytes, not %s", bytes.length);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new RequestId(buffer.getLong(), buffer.getLong());
    }

    public byte[] toBytes() {
        return ByteBuffer.allocate(SIZE_BYTES).putLong(high).putLong(low).array();
    }

    /** Thirty-two hexadecimal digits. */
    @Override
    public String toString() {
        return String.format("%016x%016x", high, low);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

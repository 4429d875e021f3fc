package linli.profile;

import com.google.common.hash.Hashing;
import com.google.common.primitives.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import linli.profile.ProfileException.Code;
import linli.secret.AesGcm;

/**
 * The node's profile key at work: it salts commitments and wraps each person's data key. A wrapped key on disk is
 * {@code "linli wrapped key "}, the version as one byte, 8 bytes that tell which profile key it was wrapped under, then
 * AES-256-GCM of the data key with the commitment authenticated.
 */
final class NodeKey {
    static final int MOST_WRAPPED_BYTES = 256;

    private static final int ID_BYTES = 8;
    private static final byte VERSION = 1;
    private static final byte[] MAGIC = ascii("linli wrapped key ");
    private static final byte[] HEAD = Bytes.concat(MAGIC, new byte[] {VERSION});
    private static final int ID_END = HEAD.length + ID_BYTES;

    private final byte[] key;
    private final byte[] id;

    NodeKey(byte[] key) {
        if (key.length != AesGcm.KEY_BYTES) {
            throw new IllegalArgumentException("a profile key has 32 bytes, not " + key.length);
        }
        this.key = key.clone();
        this.id = Arrays.copyOf(hmac(ascii("id")), ID_BYTES);
    }

    /** The same request gets the same salt, so that a repeated request makes the same commitment. */
    Salt saltFor(byte[] requestId) {
        return Salt.of(hmac(Bytes.concat(ascii("salt"), requestId)));
    }

    byte[] wrap(Commitment name, byte[] dataKey) {
        return Bytes.concat(HEAD, id, AesGcm.seal(key, context(name), dataKey));
    }

    byte[] unwrap(Commitment name, byte[] content) {
        if (content.length < ID_END || Arrays.mismatch(MAGIC, content) != MAGIC.length) {
            throw ProfileException.of(Code.DAMAGED, name);
        }
        if (content[MAGIC.length] != VERSION) {
            throw ProfileException.of(Code.NEWER_VERSION, name);
        }
        if (!Arrays.equals(content, HEAD.length, ID_END, id, 0, ID_BYTES)) {
            throw ProfileException.of(Code.WRONG_KEY, name);
        }
        return AesGcm.open(key, context(name), Arrays.copyOfRange(content, ID_END, content.length))
                .orElseThrow(() -> ProfileException.of(Code.DAMAGED, name));
    }

    private static byte[] context(Commitment name) {
        return Bytes.concat(HEAD, name.toBytes());
    }

    private byte[] hmac(byte[] message) {
        return Hashing.hmacSha256(key).hashBytes(message).asBytes();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

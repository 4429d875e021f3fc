package linli.log;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A cosignature of a checkpoint (tlog-cosignature v1, Ed25519, type 4): "at this time, this was the largest tree of this
 * origin that I had seen, and it was consistent with all before it".
 */
public final class Cosignature {
    private static final int PAYLOAD_BYTES = Long.BYTES + VerifyKey.SIGNATURE_BYTES;

    private Cosignature() {}

    /** Signs the text of a checkpoint at a time in seconds since 1970, which must be above 0. */
    public static NoteSignature sign(String name, SigningKey key, String text, long timeSeconds) {
        if (timeSeconds <= 0) {
            throw new IllegalArgumentException("a cosignature needs a time after 1970");
        }
        Vkey vkey = new Vkey(name, Vkey.Role.COSIGNATURE, key.verifyKey());
        byte[] signature = key.sign(message(StrictText.utf8(text), timeSeconds));
        byte[] payload = ByteBuffer.allocate(PAYLOAD_BYTES)
                .putLong(timeSeconds)
                .put(signature)
                .array();
        return new NoteSignature(name, vkey.keyId(), payload);
    }

    static boolean verify(VerifyKey key, byte[] text, byte[] payload) {
        if (payload.length != PAYLOAD_BYTES || timeSeconds(payload) < 0) {
            return false;
        }
        byte[] signature = Arrays.copyOfRange(payload, Long.BYTES, payload.length);
        return key.verify(message(text, timeSeconds(payload)), signature);
    }

    /** The time that a verified cosignature states. */
    public static long timeSeconds(NoteSignature cosignature) {
        byte[] payload = cosignature.payload();
        if (payload.length != PAYLOAD_BYTES) {
            throw LogException.malformed("not a cosignature");
        }
        return timeSeconds(payload);
    }

    private static long timeSeconds(byte[] payload) {
        return ByteBuffer.wrap(payload).getLong();
    }

    private static byte[] message(byte[] text, long timeSeconds) {
        byte[] head = StrictText.utf8("cosignature/v1\ntime " + timeSeconds + "\n");
        return ByteBuffer.allocate(head.length + text.length)
                .put(head)
                .put(text)
                .array();
    }
}

package linli.entry;

import com.google.common.io.ByteArrayDataOutput;
import com.google.common.io.ByteStreams;
import com.google.common.primitives.Bytes;
import com.google.common.primitives.Longs;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The envelope of an entry: a tagged COSE_Sign1 (RFC 9052 §4.2) with Ed25519, in the one layout that Linli writes.
 *
 * <p>Protected header {@code {1: -8, 4: key id}}, empty unprotected header, payload, signature. Because the layout is fixed, it is
 * matched byte by byte: whatever is longer, reordered or added is another leaf of the tree, and is refused. The signature also
 * covers, as external_aad, the log's origin and the entry's index, so a record cannot be replayed elsewhere.
 */
final class CoseSign1 {
    static final int KEY_ID_BYTES = 4;
    static final int SIGNATURE_BYTES = 64;

    /** Tag 18, array of 4, byte string of 9: map of 2, alg (1) EdDSA (-8), kid (4) byte string of 4. */
    private static final byte[] HEAD = {(byte) 0xd2, (byte) 0x84, 0x49, (byte) 0xa2, 0x01, 0x27, 0x04, 0x44};

    private static final int PROTECTED_AT = 2;
    private static final int PAYLOAD_AT = HEAD.length + KEY_ID_BYTES + 1;
    private static final byte EMPTY_MAP = (byte) 0xa0;
    private static final byte[] SIGNATURE_HEAD = {0x58, SIGNATURE_BYTES};
    /** The array of 4 and the context string "Signature1" that every Sig_structure begins with. */
    private static final byte[] TO_BE_SIGNED =
            Bytes.concat(new byte[] {(byte) 0x84, 0x6a}, "Signature1".getBytes(StandardCharsets.US_ASCII));

    private final byte[] bytes;
    private final int payloadFrom;
    private final int payloadTo;

    private CoseSign1(byte[] bytes, int payloadFrom, int payloadTo) {
        this.bytes = bytes;
        this.payloadFrom = payloadFrom;
        this.payloadTo = payloadTo;
    }

    static byte[] encode(byte[] keyId, byte[] payload, byte[] signature) {
        return Bytes.concat(
                HEAD,
                keyId,
                new byte[] {EMPTY_MAP},
                byteStringHead(payload.length),
                payload,
                SIGNATURE_HEAD,
                signature);
    }

    /** What the signature covers: the Sig_structure of RFC 9052 §4.4. */
    static byte[] toBeSigned(byte[] keyId, byte[] payload, String origin, long index) {
        byte[] place = Bytes.concat(origin.getBytes(StandardCharsets.UTF_8), Longs.toByteArray(index));
        ByteArrayDataOutput out = ByteStreams.newDataOutput(payload.length + place.length + 64);
        out.write(TO_BE_SIGNED);
        out.write(HEAD, PROTECTED_AT, HEAD.length - PROTECTED_AT);
        out.write(keyId);
        out.write(byteStringHead(place.length));
        out.write(place);
        out.write(byteStringHead(payload.length));
        out.write(payload);
        return out.toByteArray();
    }

    static CoseSign1 parse(byte[] bytes) {
        boolean headFits = bytes.length > PAYLOAD_AT + 1 + SIGNATURE_HEAD.length + SIGNATURE_BYTES
                && Arrays.equals(bytes, 0, HEAD.length, HEAD, 0, HEAD.length)
                && bytes[PAYLOAD_AT - 1] == EMPTY_MAP;
        Malformed.NOT_COSE.unless(headFits, "not a COSE_Sign1 of Linli's layout");
        int payloadTo = bytes.length - SIGNATURE_BYTES - SIGNATURE_HEAD.length;
        int payloadFrom = PAYLOAD_AT + lengthOfHead(payloadTo - PAYLOAD_AT);
        byte[] payloadHead = byteStringHead(payloadTo - payloadFrom);
        boolean restFits = payloadFrom == PAYLOAD_AT + payloadHead.length
                && Arrays.equals(bytes, PAYLOAD_AT, payloadFrom, payloadHead, 0, payloadHead.length)
                && Arrays.equals(bytes, payloadTo, payloadTo + 2, SIGNATURE_HEAD, 0, 2);
        Malformed.NOT_COSE.unless(restFits, "the lengths of payload and signature do not fit the entry");
        return new CoseSign1(bytes, payloadFrom, payloadTo);
    }

    byte[] keyId() {
        return Arrays.copyOfRange(bytes, HEAD.length, HEAD.length + KEY_ID_BYTES);
    }

    byte[] payload() {
        return Arrays.copyOfRange(bytes, payloadFrom, payloadTo);
    }

    byte[] signature() {
        return Arrays.copyOfRange(bytes, bytes.length - SIGNATURE_BYTES, bytes.length);
    }

    /** Head of a byte string in its shortest form (RFC 8949 §3). */
    private static byte[] byteStringHead(int length) {
        if (length < 24) {
            return new byte[] {(byte) (0x40 | length)};
        } else if (length < 0x100) {
            return new byte[] {0x58, (byte) length};
        }
        return new byte[] {0x59, (byte) (length >> 8), (byte) length};
    }

    /** How long the head is where head and content together have {@code bothBytes}. */
    private static int lengthOfHead(int bothBytes) {
        return bothBytes <= 24 ? 1 : bothBytes <= 2 + 0xff ? 2 : 3;
    }
}

package linli.log;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A verifier key of signed notes: a name, what the key signs, and the public key. Its text form is
 * {@code name+keyid+base64}.
 *
 * <p>An Ed25519 key that cosigns must belong to exactly one name, since a cosignature does not name its cosigner.
 */
public record Vkey(String name, Role role, VerifyKey key) {
    /** What a key signs, and the byte that says so. */
    public enum Role {
        /** The text of notes: the key of a log. */
        NOTE(1),
        /** A time and the text of a checkpoint: the key of a cosigner. */
        COSIGNATURE(4);

        private final byte type;

        Role(int type) {
            this.type = (byte) type;
        }

        private static Role ofType(byte type) {
            return Arrays.stream(values())
                    .filter(role -> role.type == type)
                    .findAny()
                    .orElseThrow(() -> LogException.malformed("only Ed25519 keys, types 1 and 4, are known here"));
        }
    }

    private static final Pattern KEY_ID = Pattern.compile("[0-9a-f]{8}");

    public Vkey {
        StrictText.name(name);
    }

    /** The key of a text such as {@code ledger.example/node-1+5103a6ef+AQOh…}; else a {@link LogException} MALFORMED. */
    public static Vkey ofText(String text) {
        // The base64 may itself hold '+'.
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3 || !KEY_ID.matcher(parts[1]).matches()) {
            throw LogException.malformed("a verifier key is written name+keyid+base64");
        }
        byte[] typed = StrictText.base64(parts[2]);
        if (typed.length != 1 + VerifyKey.SIZE_BYTES) {
            throw LogException.malformed("a verifier key has one type byte and 32 key bytes");
        }
        VerifyKey key = VerifyKey.of(Arrays.copyOfRange(typed, 1, typed.length));
        Vkey vkey = new Vkey(parts[0], Role.ofType(typed[0]), key);
        if (vkey.keyId() != Integer.parseUnsignedInt(parts[1], 16)) {
            throw LogException.malformed("the key id is not that of this name and key");
        }
        return vkey;
    }

    /** The first four bytes of SHA-256 over name, newline, type and key. */
    public int keyId() {
        MessageDigest digest = Hash.sha256();
        digest.update(StrictText.utf8(name + "\n"));
        return ByteBuffer.wrap(digest.digest(typedKey())).getInt();
    }

    /** Whether a signature line says that it is of this key: both name and key id must match. */
    public boolean claimedBy(NoteSignature line) {
        return line.name().equals(name) && line.keyId() == keyId();
    }

    /** Whether {@code payload}, of a signature line, is this key's signature under {@code text}. */
    public boolean verifies(byte[] text, byte[] payload) {
        return switch (role) {
            case NOTE -> key.verify(text, payload);
            case COSIGNATURE -> Cosignature.verify(key, text, payload);
        };
    }

    @Override
    public String toString() {
        return String.join("+", name, String.format("%08x", keyId()), StrictText.base64(typedKey()));
    }

    private byte[] typedKey() {
        return ByteBuffer.allocate(1 + VerifyKey.SIZE_BYTES)
                .put(role.type)
                .put(key.toBytes())
                .array();
    }
}

package linli.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * A SHA-256 hash of the Merkle tree: of a leaf, of an inner node, or of the empty tree (RFC 6962 §2.1).
 *
 * <p>Immutable and safe to share between threads.
 */
public final class Hash {
    public static final int SIZE_BYTES = 32;

    /** The root of a tree without leaves: SHA-256 of nothing. */
    public static final Hash EMPTY_TREE = new Hash(sha256().digest());

    private static final byte LEAF_PREFIX = 0;
    private static final byte NODE_PREFIX = 1;
    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(Hash::sha256);

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The leaf hash of an entry: SHA-256 of 0x00 and the entry's exact bytes. */
    public static Hash ofLeaf(byte[] entry) {
        return ofLeaf(entry, 0, entry.length);
    }

    /** The leaf hash of the entry that lies in {@code source} at {@code offset}. */
    static Hash ofLeaf(byte[] source, int offset, int length) {
        MessageDigest digest = DIGEST.get();
        digest.update(LEAF_PREFIX);
        digest.update(source, offset, length);
        return new Hash(digest.digest());
    }

    /** The hash of an inner node: SHA-256 of 0x01 and both children. */
    public static Hash ofNode(Hash left, Hash right) {
        MessageDigest digest = DIGEST.get();
        digest.update(NODE_PREFIX);
        digest.update(left.bytes);
        return new Hash(digest.digest(right.bytes));
    }

    /** The hash stored in {@code source} at {@code offset}. */
    public static Hash at(byte[] source, int offset) {
        return new Hash(Arrays.copyOfRange(source, offset, offset + SIZE_BYTES));
    }

    /** The hash written in strict base64; anything else is a {@link LogException} MALFORMED. */
    public static Hash ofBase64(String text) {
        byte[] bytes = StrictText.base64(text);
        if (bytes.length != SIZE_BYTES) {
            throw LogException.malformed("a hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes);
    }

    /** A hash from its 32 bytes; any other length is an {@link IllegalArgumentException}. */
    public static Hash of(byte[] bytes) {
        if (bytes.length != SIZE_BYTES) {
            throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    public byte[] toBytes() {
        return bytes.clone();
    }

    void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, SIZE_BYTES);
    }

    /** Standard base64 with padding, as notes and proofs write it. */
    public String toBase64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return toBase64();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package linli.enrol;

import java.security.GeneralSecurityException;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The slow hash under which codes are kept: PBKDF2 (RFC 8018) with the folder's own salt.
 *
 * <p>A copy of the folder, such as a stolen backup, does not give the codes away: trying all 2⁴⁰ takes a
 * strong graphics card months, and codes live for days. One salt for all, so that an attempt costs one hash however many invites there are; one hash at a time, so
 * that many attempts at once cannot take the node's processors.
 */
final class CodeHash {
    static final int SIZE_BYTES = 32;
    static final int SALT_BYTES = 32;

    private static final int ROUNDS = 100_000;

    private final byte[] salt;

    CodeHash(byte[] salt) {
        this.salt = salt;
    }

    synchronized byte[] of(InviteCode code) {
        PBEKeySpec spec = new PBEKeySpec(code.symbols().toCharArray(), salt, ROUNDS, SIZE_BYTES * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has PBKDF2", e);
        } finally {
            spec.clearPassword();
        }
    }
}

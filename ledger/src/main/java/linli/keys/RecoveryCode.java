package linli.keys;

import com.google.common.hash.Hashing;
import java.util.Arrays;
import linli.keys.KeyException.Code;
import linli.secret.Crockford;

/**
 * Both keys of a node as a person can keep them on paper: 28 groups of four letters and digits, in an alphabet in which nothing
 * looks like anything else. The last 48 bits are a check (the beginning of SHA-256 of what is before them), so that a slip of the
 * pen is told and is never another key.
 */
final class RecoveryCode {
    private static final int CHECK_BYTES = 6;
    private static final int SECRETS_BYTES = 2 * KeyUse.SECRET_BYTES;

    private RecoveryCode() {}

    static String of(byte[] logSeed, byte[] profileKey) {
        byte[] secrets = Arrays.copyOf(logSeed, SECRETS_BYTES);
        System.arraycopy(profileKey, 0, secrets, KeyUse.SECRET_BYTES, KeyUse.SECRET_BYTES);
        byte[] all = Arrays.copyOf(secrets, SECRETS_BYTES + CHECK_BYTES);
        System.arraycopy(check(secrets), 0, all, SECRETS_BYTES, CHECK_BYTES);
        return Crockford.grouped(Crockford.encode(all));
    }

    /** The log's seed and the profiles' key, one after the other. */
    static byte[] read(String typed) {
        byte[] all = Crockford.ofTyped(typed)
                .map(Crockford::decode)
                .filter(bytes -> bytes.length == SECRETS_BYTES + CHECK_BYTES)
                .orElseThrow(RecoveryCode::mistyped);
        byte[] secrets = Arrays.copyOf(all, SECRETS_BYTES);
        if (!Arrays.equals(check(secrets), Arrays.copyOfRange(all, SECRETS_BYTES, all.length))) {
            throw mistyped();
        }
        return secrets;
    }

    private static byte[] check(byte[] secrets) {
        return Arrays.copyOf(Hashing.sha256().hashBytes(secrets).asBytes(), CHECK_BYTES);
    }

    private static KeyException mistyped() {
        return new KeyException(
                Code.MISTYPED,
                "A recovery code is 28 groups of four letters and digits, and these do not fit together. Type it again.");
    }
}

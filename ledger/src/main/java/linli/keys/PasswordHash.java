package linli.keys;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import linli.keys.KeyException.Code;

/**
 * What is kept of a member of staff's password, or of another secret as long as one: an Argon2id hash with its own salt, as a PHC
 * string.
 *
 * <p>A password has a least length and is not among the first that anybody tries; there is no other rule: what people are made to put
 * into one they write on the screen's edge.
 * Immutable and safe to share between threads; hashing takes about a tenth of a second and 19 MiB.
 */
public final class PasswordHash {
    public static final int FEWEST_CHARS = 10;
    public static final int MOST_CHARS = 200;

    private static final int FEWEST_DIFFERENT = 5;
    /** What fingers do by themselves, along the keys and along the alphabet. */
    private static final String ROWS =
            "12345678901234567890 abcdefghijklmnopqrstuvwxyz qwertyuiopasdfghjklzxcvbnm password123456 iloveyou1314520";

    private final HashedSecret hashed;

    private PasswordHash(HashedSecret hashed) {
        this.hashed = hashed;
    }

    /**
     * The hash of a password that somebody has thought of.
     *
     * @throws KeyException {@code PASSWORD_REFUSED} as {@link #of}, and for one that is easily guessed
     */
    public static PasswordHash chosen(char[] password) {
        String typed = new String(password).toLowerCase(Locale.ROOT);
        String backwards = new StringBuilder(typed).reverse().toString();
        boolean plain =
                typed.chars().distinct().count() < FEWEST_DIFFERENT || ROWS.contains(typed) || ROWS.contains(backwards);
        if (hasForm(password) && plain) {
            throw new KeyException(
                    Code.PASSWORD_REFUSED,
                    "This password is easy to guess: few different characters, or in the order of the keys or the alphabet."
                            + " Choose another.");
        }
        return of(password);
    }

    /**
     * The hash of a secret, under a new salt.
     *
     * @throws KeyException {@code PASSWORD_REFUSED} unless it has 10 to 200 characters
     */
    public static PasswordHash of(char[] password) {
        if (!hasForm(password)) {
            throw new KeyException(
                    Code.PASSWORD_REFUSED,
                    "A password has " + FEWEST_CHARS + " to " + MOST_CHARS + " characters. Choose another.");
        }
        return new PasswordHash(HashedSecret.of(password));
    }

    /**
     * The hash a PHC string states.
     *
     * @throws IllegalArgumentException if it is not an Argon2id string of affordable cost with a 32-byte hash
     */
    @JsonCreator
    public static PasswordHash parse(String phc) {
        return HashedSecret.parse(phc)
                .map(PasswordHash::new)
                .orElseThrow(
                        () -> new IllegalArgumentException("a password hash is an Argon2id string of affordable cost"));
    }

    /** Whether {@code password} is the one that was hashed; right or wrong takes the same time. */
    public boolean matches(char[] password) {
        return hasForm(password) && hashed.matches(password);
    }

    /** The PHC string, to be stored. */
    @JsonValue
    public String phc() {
        return hashed.phc();
    }

    private static boolean hasForm(char[] password) {
        return password.length >= FEWEST_CHARS && password.length <= MOST_CHARS;
    }

    /** Says nothing: a hash of a password is worth guessing at. */
    @Override
    public String toString() {
        return "PasswordHash[withheld]";
    }
}

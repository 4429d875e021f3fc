package linli.keys;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.stream.IntStream;
import linli.keys.KeyException.Code;

/**
 * What is kept of a person's PIN: an Argon2id hash with its own salt, as a PHC string.
 *
 * <p>A PIN is short, so the hash only buys time. It belongs inside a sealed profile, and whoever asks for PINs must
 * also limit how often one may be tried. Immutable and safe to share between threads; hashing takes about a tenth of a
 * second and 19 MiB.
 */
public final class PinHash {
    public static final int FEWEST_DIGITS = 4;
    public static final int MOST_DIGITS = 12;

    private final HashedSecret hashed;

    private PinHash(HashedSecret hashed) {
        this.hashed = hashed;
    }

    /**
     * The hash of a newly chosen PIN, under a new salt.
     *
     * @throws KeyException {@code PIN_REFUSED} unless it is 4 to 12 digits, neither all the same nor counting up or down
     */
    public static PinHash of(char[] pin) {
        refuseWeak(pin);
        return new PinHash(HashedSecret.of(pin));
    }

    /**
     * The hash a PHC string states.
     *
     * @throws IllegalArgumentException if it is not an Argon2id string of affordable cost with a 32-byte hash
     */
    @JsonCreator
    public static PinHash parse(String phc) {
        return HashedSecret.parse(phc)
                .map(PinHash::new)
                .orElseThrow(() -> new IllegalArgumentException("a PIN hash is an Argon2id string of affordable cost"));
    }

    /** Whether {@code pin} is the one that was hashed; right or wrong takes the same time. */
    public boolean matches(char[] pin) {
        return hasForm(pin) && hashed.matches(pin);
    }

    /** The PHC string, to be stored. */
    @JsonValue
    public String phc() {
        return hashed.phc();
    }

    private static void refuseWeak(char[] pin) {
        if (!hasForm(pin)) {
            throw new KeyException(Code.PIN_REFUSED, "A PIN is 4 to 12 digits. Choose another.");
        }
        if (hasStep(pin, 0) || hasStep(pin, 1) || hasStep(pin, 9)) {
            throw new KeyException(
                    Code.PIN_REFUSED,
                    "This PIN is easy to guess: its digits are all the same or count up or down. Choose another.");
        }
    }

    private static boolean hasForm(char[] pin) {
        return pin.length >= FEWEST_DIGITS
                && pin.length <= MOST_DIGITS
                && IntStream.range(0, pin.length).allMatch(i -> pin[i] >= '0' && pin[i] <= '9');
    }

    /** Whether each digit is the one before it plus {@code step}, going round after 9: a step of 9 counts down. */
    private static boolean hasStep(char[] pin, int step) {
        return IntStream.range(1, pin.length).allMatch(i -> (pin[i - 1] - '0' + step) % 10 == pin[i] - '0');
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PinHash that && phc().equals(that.phc());
    }

    @Override
    public int hashCode() {
        return phc().hashCode();
    }

    /** Says nothing: even a hash of a PIN is worth guessing at. */
    @Override
    public String toString() {
        return "PinHash[withheld]";
    }
}

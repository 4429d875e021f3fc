package linli.secret;

import java.math.BigInteger;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Base 32 in Douglas Crockford's alphabet, which has no I, L, O and U: what sounds or looks alike when a code is read
 * over the telephone is one symbol.
 */
public final class Crockford {
    private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS_PER_SYMBOL = 5;
    private static final int GROUP = 4;
    private static final int MOST_TYPED_CHARS = 300;
    private static final Pattern BETWEEN_GROUPS = Pattern.compile("[\\s\\-–—]");
    private static final Pattern ONLY_SYMBOLS = Pattern.compile("[" + SYMBOLS + "]*");
    private static final Pattern END_OF_GROUP = Pattern.compile("(?<=\\G.{" + GROUP + "})(?!$)");

    private Crockford() {}

    /** The symbols of {@code bytes}, whose bits must be a multiple of five. */
    public static String encode(byte[] bytes) {
        BigInteger number = new BigInteger(1, bytes);
        StringBuilder symbols = new StringBuilder();
        for (int shift = bytes.length * Byte.SIZE - BITS_PER_SYMBOL; shift >= 0; shift -= BITS_PER_SYMBOL) {
            symbols.append(symbol(number.shiftRight(shift).intValue() & (SYMBOLS.length() - 1)));
        }
        return symbols.toString();
    }

    /** The bytes that were encoded; there must be nothing but symbols, and whole bytes of them. */
    public static byte[] decode(String symbols) {
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < symbols.length(); i++) {
            number = number.shiftLeft(BITS_PER_SYMBOL).or(BigInteger.valueOf(value(symbols.charAt(i))));
        }
        byte[] bytes = new byte[symbols.length() * BITS_PER_SYMBOL / Byte.SIZE];
        for (int i = bytes.length - 1; i >= 0; i--) {
            bytes[i] = number.byteValue();
            number = number.shiftRight(Byte.SIZE);
        }
        return bytes;
    }

    /** The symbol of five bits. */
    public static char symbol(int value) {
        return SYMBOLS.charAt(value);
    }

    /** The five bits of a symbol. */
    public static int value(char symbol) {
        return SYMBOLS.indexOf(symbol);
    }

    /** What a person typed, with or without groups, in any case and width; empty if a character is no symbol. */
    public static Optional<String> ofTyped(String typed) {
        if (typed.length() > MOST_TYPED_CHARS) {
            return Optional.empty();
        }
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        String symbols = BETWEEN_GROUPS
                .matcher(plain)
                .replaceAll("")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return Optional.of(symbols).filter(Crockford::isEncoded);
    }

    /** Whether there is nothing but symbols. */
    public static boolean isEncoded(String text) {
        return ONLY_SYMBOLS.matcher(text).matches();
    }

    /** In groups of four, as people read long numbers aloud. */
    public static String grouped(String symbols) {
        return END_OF_GROUP.matcher(symbols).replaceAll("-");
    }
}

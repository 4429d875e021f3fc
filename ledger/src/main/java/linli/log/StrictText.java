package linli.log;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Reading the texts of the log formats to the letter.
 *
 * <p>Java's own readers are too kind: they take signs, leading zeros and foreign digits in numbers, missing padding in
 * base64, and replace broken UTF-8 in silence. A signed text must have one spelling only, and so must what carries it
 * between nodes. Whatever is spelt otherwise is a {@link LogException} MALFORMED.
 */
public final class StrictText {
    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,18}");

    private StrictText() {}

    /** A number from 0 to 2^63 − 1, without sign or leading zero. */
    public static long decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw LogException.malformed("expected a plain decimal number");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new LogException(LogException.Code.MALFORMED, "the number is above 2^63 − 1", e);
        }
    }

    /** Bytes from standard base64 in its one canonical form. */
    public static byte[] base64(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new LogException(LogException.Code.MALFORMED, "expected standard base64", e);
        }
        if (!base64(bytes).equals(text)) {
            throw LogException.malformed("the base64 is not padded, or its unused bits are not zero");
        }
        return bytes;
    }

    /** Standard base64 with padding. */
    public static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The text of UTF-8 bytes, none of which are replaced or passed over. */
    public static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new LogException(LogException.Code.MALFORMED, "the text is not UTF-8", e);
        }
    }

    /** Key names and origins: not empty, not too long, without white space, control characters or '+'. */
    public static String name(String text) {
        boolean strange = text.codePoints().anyMatch(StrictText::notOfAName);
        if (text.isEmpty() || strange || utf8(text).length > Limits.NAME_BYTES) {
            throw LogException.malformed("a key name is 1 to 255 bytes without spaces, control characters or '+'");
        }
        return text;
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean notOfAName(int codePoint) {
        return codePoint == '+'
                || Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint);
    }
}

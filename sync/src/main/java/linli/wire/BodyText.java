package linli.wire;

import java.util.Arrays;
import java.util.List;
import linli.log.StrictText;

/** Messages of lines, each of which ends in the single byte 0x0A, the last one too. */
final class BodyText {
    private BodyText() {}

    static String of(byte[] body, int limitBytes) {
        if (body.length > limitBytes) {
            throw WireException.tooLarge("the text, in bytes,", limitBytes);
        }
        return StrictText.utf8(body);
    }

    /** The lines of a text without their newlines; there is at least one. */
    static List<String> lines(String text) {
        if (!text.endsWith("\n")) {
            throw WireException.malformed("every line ends in a newline, the last one too");
        }
        return Arrays.asList(text.substring(0, text.length() - 1).split("\n", -1));
    }

    static byte[] ofLines(String... lines) {
        return StrictText.utf8(String.join("\n", lines) + "\n");
    }
}

package linli.peer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a peer wrote for people, made fit to be shown and logged: whoever wrote it may be hostile. */
final class Said {
    private static final int MOST_BYTES = 1024;
    private static final int MOST_CHARACTERS = 200;
    private static final String NOTHING = "(no reason given)";

    private Said() {}

    /** The first paragraph of it, or its beginning, as one line, without anything that could move a cursor, turn the writing round or forge a line. */
    static String sentence(byte[] body) {
        String text = new String(Arrays.copyOf(body, Math.min(body.length, MOST_BYTES)), StandardCharsets.UTF_8);
        StringBuilder shown = new StringBuilder();
        text.split("\n\n", 2)[0]
                .codePoints()
                .map(character -> Character.isWhitespace(character) ? ' ' : character)
                .filter(Said::isHarmless)
                .limit(MOST_CHARACTERS)
                .forEach(shown::appendCodePoint);
        String sentence = shown.toString().strip();
        return sentence.isEmpty() ? NOTHING : sentence;
    }

    private static boolean isHarmless(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}

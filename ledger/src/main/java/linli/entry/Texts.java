package linli.entry;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Bounds of the texts that entries carry. Every text has one, so that no entry outgrows its limit by surprise. */
public final class Texts {
    /** Names of people in office, activities, places, items. */
    public static final int NAME_CHARS = 100;
    /** Reasons and notes. */
    public static final int NOTE_CHARS = 500;
    /** A policy document; three bytes for each Chinese character must still fit the entry. */
    public static final int DOCUMENT_CHARS = 5_000;

    private static final int SHOWN_CHARS = 40;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private Texts() {}

    static void name(String field, String text) {
        bounded(field, text, NAME_CHARS);
    }

    static void note(String field, @Nullable String text) {
        if (text != null) {
            bounded(field, text, NOTE_CHARS);
        }
    }

    static void bounded(String field, String text, int maxChars) {
        Malformed.OUT_OF_RANGE.unless(!text.isBlank(), "%s is blank", field);
        Malformed.OUT_OF_RANGE.unless(
                text.length() <= maxChars,
                "%s has %s characters; at most %s are allowed",
                field,
                text.length(),
                maxChars);
        Malformed.OUT_OF_RANGE.unless(
                text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n'),
                "%s has control characters",
                field);
        Malformed.OUT_OF_RANGE.unless(wellFormed(text), "%s has half of a character", field);
    }

    private static boolean wellFormed(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** A text as an error message may show it: short, on one line. */
    public static String shown(String text) {
        String line = CONTROL.matcher(text).replaceAll("·");
        if (line.length() <= SHOWN_CHARS) {
            return line;
        }
        boolean splits = Character.isHighSurrogate(line.charAt(SHOWN_CHARS - 1));
        return line.substring(0, splits ? SHOWN_CHARS - 1 : SHOWN_CHARS) + "…";
    }
}

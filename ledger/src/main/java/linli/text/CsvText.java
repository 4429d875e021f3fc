package linli.text;

import java.util.List;
import java.util.regex.Pattern;

/** Lines of CSV (RFC 4180) that a spreadsheet takes for text and nothing else. */
public final class CsvText {
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\r\n]");

    /** A spreadsheet takes cells that begin like this for formulas and runs them. */
    private static final Pattern FORMULA = Pattern.compile("^\\s*[=+\\-@＝＋－＠]");

    private CsvText() {}

    /** One line of texts, with its end. */
    public static String line(List<String> texts) {
        return join(texts.stream().map(CsvText::text).toList());
    }

    /** One line of cells that {@link #text} or {@link #number} wrote, with its end. */
    public static String join(List<String> cells) {
        return String.join(",", cells) + "\r\n";
    }

    /** A cell with a text that somebody may have chosen. */
    public static String text(String text) {
        return number(harmless(text));
    }

    /** A text that no spreadsheet takes for a formula. */
    static String harmless(String text) {
        return FORMULA.matcher(text).find() ? "'" + text : text;
    }

    /** A cell with a number of ours, which may be below zero. */
    public static String number(String number) {
        return NEEDS_QUOTES.matcher(number).find() ? '"' + number.replace("\"", "\"\"") + '"' : number;
    }
}

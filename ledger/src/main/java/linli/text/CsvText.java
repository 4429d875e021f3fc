package linli.text;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lines of CSV (RFC 4180) that a spreadsheet takes for text and nothing else. */
public final class CsvText {
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\r\n]");
    /** A cell that begins so would be run as a formula; a plain number below zero is none. */
    private static final Pattern FORMULA = Pattern.compile("^\\s*[=+\\-@＝＋－＠](?![0-9]+$)");

    private CsvText() {}

    /** One line, with its end. */
    public static String line(List<String> cells) {
        return cells.stream().map(CsvText::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String harmless = FORMULA.matcher(text).find() ? "'" + text : text;
        return NEEDS_QUOTES.matcher(harmless).find() ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}

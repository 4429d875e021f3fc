package linli.intake;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What counts as the same text: fields that differ only in the ways this class evens out are equal. */
final class FieldText {
    private static final String UNIT_SEPARATOR = "\u001F";

    private FieldText() {}

    /** The text in Unicode form NFC, without outer spaces, its line breaks as line feeds, no-break spaces as spaces. */
    static String normalise(String text) {
        String even = text.replace("\r\n", "\n").replace('\r', '\n').replace('\u00A0', ' ');
        return Normalizer.normalize(even, Normalizer.Form.NFC).strip();
    }

    /** A table of a mapping, its keys spelt as the fields of a table are. */
    static Map<String, String> normaliseKeys(Map<String, String> table) {
        Map<String, String> even = new HashMap<>();
        table.forEach((key, value) -> even.put(normalise(key), value));
        return Map.copyOf(even);
    }

    /** SHA-256 of the fields in UTF-8, separated by U+001F, without the blank ones at the end. */
    static HashCode digest(List<String> fields) {
        int end = fields.size();
        while (end > 0 && fields.get(end - 1).isEmpty()) {
            end--;
        }
        String joined = String.join(UNIT_SEPARATOR, fields.subList(0, end));
        return Hashing.sha256().hashString(joined, StandardCharsets.UTF_8);
    }

    static boolean isBlank(List<String> fields) {
        return fields.stream().allMatch(String::isEmpty);
    }
}

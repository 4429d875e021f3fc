package linli.intake;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Recognises common English and Chinese column headings, for tables that come without a mapping. */
final class Headings {
    private static final int FIRST_IDEOGRAPH = 0x4E00;

    private Headings() {}

    /** The columns that can be told by their headings. */
    static Map<Field, String> recognise(List<String> header) {
        Map<Field, String> columns = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            columnOf(field, header).ifPresent(column -> columns.put(field, column));
        }
        return columns;
    }

    private static Optional<String> columnOf(Field field, List<String> header) {
        return field.headings().stream()
                .map(Headings::lettersOnly)
                .flatMap(known ->
                        header.stream().filter(column -> lettersOnly(column).equals(known)))
                .findFirst();
    }

    /** {@code From.date}, {@code from_date} and {@code From date} are the same heading, as are 服务时长（小时） and 服务时长小时. */
    static String lettersOnly(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    static boolean areChinese(List<String> header) {
        return header.stream().flatMapToInt(String::codePoints).anyMatch(c -> c >= FIRST_IDEOGRAPH);
    }

    static String list(List<String> header) {
        return header.stream().filter(column -> !column.isEmpty()).collect(Collectors.joining(", "));
    }
}

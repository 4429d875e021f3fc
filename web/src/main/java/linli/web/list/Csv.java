package linli.web.list;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import linli.text.CsvText;
import linli.web.door.Json;

/**
 * Items of a list as a table. The columns are the fields of an item in JSON, in the same order and under the same names; a field
 * within a field is {@code outer.inner}, several words in one cell have spaces between them, things with fields of their own a
 * semicolon, and what is absent is empty.
 */
public final class Csv {
    /** The media type, with which a route says that it can be had as a table. */
    public static final String NAME = "text/csv";

    /** Without it, spreadsheets take the characters for those of some old code page. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private Csv() {}

    static String of(List<? extends Record> items, Class<?> type) {
        StringBuilder table = new StringBuilder(BYTE_ORDER_MARK);
        table.append(CsvText.line(headings("", type)));
        for (Record item : items) {
            List<String> cells = new ArrayList<>();
            addCells(Json.tree(item), type, cells);
            table.append(CsvText.join(cells));
        }
        return table.toString();
    }

    private static List<String> headings(String outer, Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(field -> isNested(field)
                        ? headings(outer + field.getName() + ".", field.getType()).stream()
                        : List.of(outer + field.getName()).stream())
                .toList();
    }

    private static void addCells(JsonNode item, Class<?> type, List<String> cells) {
        for (RecordComponent field : type.getRecordComponents()) {
            JsonNode value = item.path(field.getName());
            if (isNested(field)) {
                addCells(value, field.getType(), cells);
            } else {
                cells.add(cell(value));
            }
        }
    }

    /** Ids and numbers of volunteers are records that are one word in JSON. */
    private static boolean isNested(RecordComponent field) {
        return field.getType().isRecord() && field.getType().getPackageName().startsWith("linli.web.");
    }

    private static String cell(JsonNode value) {
        if (value.isNumber() || value.isBoolean()) {
            return CsvText.number(value.asText());
        }
        return CsvText.text(words(value, value.path(0).isObject() ? "; " : " "));
    }

    private static String words(JsonNode value, String between) {
        return value.isContainerNode()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(inner -> words(inner, " "))
                        .collect(Collectors.joining(between))
                : value.asText();
    }
}

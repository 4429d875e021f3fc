package linli.node;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import linli.entry.Entry;
import linli.entry.Event;
import org.jspecify.annotations.Nullable;

/** Entries in words, for the terminal. */
final class EntryText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private EntryText() {}

    static String time(Entry entry) {
        return time(entry.atSeconds());
    }

    static String time(long atSeconds) {
        return TIME.format(Instant.ofEpochSecond(atSeconds));
    }

    /** The event's fields that are there, by name. */
    static Map<String, String> fields(Event event) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            Object value = value(component, event);
            if (value != null) {
                fields.put(component.getName(), value.toString());
            }
        }
        return fields;
    }

    static String line(Event event) {
        return fields(event).entrySet().stream()
                .map(field -> field.getKey() + " " + field.getValue().replace('\n', ' '))
                .collect(Collectors.joining(" · "));
    }

    private static @Nullable Object value(RecordComponent component, Event event) {
        try {
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("an event's fields are public", e);
        }
    }
}

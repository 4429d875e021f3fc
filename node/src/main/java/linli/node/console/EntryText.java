package linli.node.console;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import linli.entry.Event;
import org.jspecify.annotations.Nullable;

/** Entries in words, for the terminal. */
public final class EntryText {
    private EntryText() {}

    /** The event's fields that are there, by name. */
    public static Map<String, String> fields(Event event) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            Object value = value(component, event);
            if (value != null) {
                fields.put(component.getName(), value.toString());
            }
        }
        return fields;
    }

    public static String line(Event event) {
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

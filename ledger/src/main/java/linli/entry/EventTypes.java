package linli.entry;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The catalogue: every event's name on the wire and its codec, read off the sealed interfaces themselves. */
public final class EventTypes {
    private static final Map<String, RecordCodec<?>> BY_NAME = new HashMap<>();
    private static final Map<Class<?>, RecordCodec<?>> BY_TYPE = new HashMap<>();

    static {
        all().forEach(type -> {
            RecordCodec<?> codec = RecordCodec.of(type, MethodHandles.lookup());
            BY_NAME.put(type.getSimpleName(), codec);
            BY_TYPE.put(type, codec);
        });
    }

    private EventTypes() {}

    /** Every event that can be written. */
    public static List<Class<? extends Record>> all() {
        return Stream.of(Event.class.getPermittedSubclasses())
                .filter(Class::isSealed)
                .flatMap(group -> Stream.of(group.getPermittedSubclasses()))
                .<Class<? extends Record>>map(type -> type.asSubclass(Record.class))
                .toList();
    }

    /** The event's name on the wire: {@code HoursApproved}. */
    public static String nameOf(Event event) {
        return event instanceof Event.Unknown unknown
                ? unknown.type()
                : event.getClass().getSimpleName();
    }

    /** The names of an event's fields, in order. */
    public static List<String> fieldsOf(Class<? extends Record> type) {
        return codec(type).fieldNames();
    }

    static int presentFields(Event event) {
        return codec(event.getClass()).presentFields((Record) event);
    }

    static void write(Event event, JsonGenerator out) throws IOException {
        codec(event.getClass()).writeFields((Record) event, out);
    }

    /** Reads an event's fields up to the end of the map; those of an unknown type are skipped. */
    static Event read(String type, JsonParser in) throws IOException {
        RecordCodec<?> codec = BY_NAME.get(type);
        if (codec != null) {
            return (Event) codec.readFields(in);
        }
        Texts.name("t", type);
        while (in.currentToken() == JsonToken.FIELD_NAME) {
            in.nextToken();
            in.skipChildren();
            in.nextToken();
        }
        return new Event.Unknown(type);
    }

    private static RecordCodec<?> codec(Class<?> type) {
        RecordCodec<?> codec = BY_TYPE.get(type);
        if (codec == null) {
            throw new IllegalArgumentException(type + " is not written by this version");
        }
        return codec;
    }
}

package linli.entry;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns one type of Java record into CBOR and back: as map entries named like its components, or as an array of their values.
 *
 * <p>The component types it knows are those of {@link FieldType}. A component marked {@link Nullable} may be absent: in a map it
 * is left out, in an array it is null. Everything stands in the order of the declaration, so a value has one encoding.
 *
 * @param <R> the record
 */
public final class RecordCodec<R extends Record> {
    private record Field(String name, FieldType type, boolean optional, MethodHandle accessor) {}

    private final Class<R> recordType;
    private final Field[] fields;
    private final MethodHandle constructor;

    private RecordCodec(Class<R> recordType, Field[] fields, MethodHandle constructor) {
        this.recordType = recordType;
        this.fields = fields;
        this.constructor = constructor;
    }

    /** The codec of a record type whose components are all of known types; otherwise a programmer's mistake. */
    public static <R extends Record> RecordCodec<R> of(Class<R> recordType, MethodHandles.Lookup lookup) {
        try {
            RecordComponent[] components = recordType.getRecordComponents();
            Field[] fields = new Field[components.length];
            for (int i = 0; i < components.length; i++) {
                fields[i] = field(components[i], lookup);
            }
            Class<?>[] types =
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            MethodHandle constructor = lookup.findConstructor(recordType, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
            return new RecordCodec<>(recordType, fields, constructor);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no codec for " + recordType, e);
        }
    }

    private static Field field(RecordComponent component, MethodHandles.Lookup lookup) throws IllegalAccessException {
        MethodHandle accessor =
                lookup.unreflect(component.getAccessor()).asType(MethodType.methodType(Object.class, Object.class));
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return new Field(component.getName(), FieldType.of(component.getGenericType(), lookup), optional, accessor);
    }

    int presentFields(Record value) {
        return (int)
                Arrays.stream(fields).filter(field -> get(field, value) != null).count();
    }

    /** Writes every present component as a map entry; the caller writes the map around it. */
    void writeFields(Record value, JsonGenerator out) throws IOException {
        for (Field field : fields) {
            Object component = get(field, value);
            if (component != null) {
                out.writeFieldName(field.name);
                field.type.write(component, out);
            }
        }
    }

    /**
     * Reads map entries up to and including the end of the map.
     *
     * @param in stands on the first field's name, or on the end of the map
     */
    R readFields(JsonParser in) throws IOException {
        @Nullable Object[] components = new @Nullable Object[fields.length];
        for (int i = 0; i < fields.length; i++) {
            Field field = fields[i];
            boolean here = in.currentToken() == JsonToken.FIELD_NAME && field.name.equals(in.currentName());
            if (here) {
                in.nextToken();
                components[i] = field.type.read(field.name, in);
                in.nextToken();
            } else if (!field.optional) {
                throw missingOrMisplaced(field.name, in);
            }
        }
        if (in.currentToken() != JsonToken.END_OBJECT) {
            throw Malformed.UNKNOWN_FIELD.because("%s has no field “%s” here", recordType.getSimpleName(), name(in));
        }
        return construct(components);
    }

    private EntryException missingOrMisplaced(String field, JsonParser in) throws IOException {
        return in.currentToken() == JsonToken.END_OBJECT
                ? Malformed.MISSING_FIELD.because("%s lacks %s", recordType.getSimpleName(), field)
                : Malformed.UNKNOWN_FIELD.because(
                        "%s has “%s” where %s belongs", recordType.getSimpleName(), name(in), field);
    }

    private static String name(JsonParser in) throws IOException {
        return Texts.shown(String.valueOf(in.currentName()));
    }

    /** Writes the value as an array of its components. */
    public void writeArray(Record value, JsonGenerator out) throws IOException {
        out.writeStartArray(value, fields.length);
        for (Field field : fields) {
            Object component = get(field, value);
            if (component == null) {
                out.writeNull();
            } else {
                field.type.write(component, out);
            }
        }
        out.writeEndArray();
    }

    /** Reads what {@link #writeArray} wrote; {@code in} stands on the start of the array. */
    public R readArray(JsonParser in) throws IOException {
        Malformed.WRONG_TYPE.unless(
                in.currentToken() == JsonToken.START_ARRAY, "%s is an array", recordType.getSimpleName());
        @Nullable Object[] components = new @Nullable Object[fields.length];
        for (int i = 0; i < fields.length; i++) {
            if (in.nextToken() != JsonToken.VALUE_NULL || !fields[i].optional) {
                components[i] = fields[i].type.read(fields[i].name, in);
            }
        }
        Malformed.WRONG_TYPE.unless(
                in.nextToken() == JsonToken.END_ARRAY, "%s has %s parts", recordType.getSimpleName(), fields.length);
        return construct(components);
    }

    /** The record as one of this codec's type; another is a programmer's mistake. */
    public R cast(Record value) {
        return recordType.cast(value);
    }

    /** The array of {@link #writeArray} as bytes. */
    public byte[] toBytes(Record value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try (JsonGenerator out = Cbor.FACTORY.createGenerator(bytes)) {
            writeArray(value, out);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    /** Reads what {@link #toBytes} wrote; other bytes are an {@link EntryException}. */
    public R fromBytes(byte[] bytes, int offset, int length) {
        try (JsonParser in = Cbor.FACTORY.createParser(bytes, offset, length)) {
            in.nextToken();
            return readArray(in);
        } catch (IOException e) {
            throw Malformed.NOT_CBOR.because("a stored %s cannot be read", recordType.getSimpleName());
        }
    }

    private static @Nullable Object get(Field field, Record value) {
        try {
            return (Object) field.accessor.invokeExact((Object) value);
        } catch (Throwable e) {
            throw new IllegalStateException("a record's accessor failed", e);
        }
    }

    private R construct(@Nullable Object[] components) {
        try {
            return recordType.cast((Object) constructor.invokeExact(components));
        } catch (EntryException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a record's constructor failed", e);
        }
    }

    /** The names of the components, in order. */
    List<String> fieldNames() {
        List<String> names = new ArrayList<>();
        for (Field field : fields) {
            names.add(field.name);
        }
        return names;
    }
}

package linli.web.door;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.log.Hash;

/** How the words of the field stand in JSON: ids, numbers and days as text, moments with their offset, constants in small letters. */
final class JsonTypes {
    private JsonTypes() {}

    static SimpleModule module() {
        return new SimpleModule()
                .addSerializer(EntryId.class, ToStringSerializer.instance)
                .addSerializer(VolunteerNo.class, ToStringSerializer.instance)
                .addSerializer(LocalDate.class, ToStringSerializer.instance)
                .addSerializer(
                        ZonedDateTime.class, text(ZonedDateTime.class, DateTimeFormatter.ISO_OFFSET_DATE_TIME::format))
                .addSerializer(Hash.class, ToStringSerializer.instance)
                .addSerializer(Enum.class, text(Enum.class, Typed::word))
                .addDeserializer(EntryId.class, read(EntryId.class, Typed::entry))
                .addDeserializer(VolunteerNo.class, read(VolunteerNo.class, Typed::number))
                .addDeserializer(LocalDate.class, read(LocalDate.class, Typed::day))
                .addDeserializer(OffsetDateTime.class, read(OffsetDateTime.class, JsonTypes::moment))
                .addDeserializer(
                        ZonedDateTime.class,
                        read(
                                ZonedDateTime.class,
                                written -> JsonTypes.moment(written).toZonedDateTime()))
                .addDeserializer(Hash.class, read(Hash.class, Hash::ofBase64));
    }

    private static OffsetDateTime moment(String written) {
        try {
            return OffsetDateTime.parse(written);
        } catch (DateTimeException e) {
            throw Problem.BAD_REQUEST.because("A moment is written like 2026-11-23T09:00:00+08:00.");
        }
    }

    private static <T> StdSerializer<T> text(Class<T> type, Function<T, String> writing) {
        return new StdSerializer<>(type) {
            private static final long serialVersionUID = 1L;

            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
                json.writeString(writing.apply(value));
            }
        };
    }

    private static <T> FromStringDeserializer<T> read(Class<T> type, Function<String, T> reading) {
        return new FromStringDeserializer<>(type) {
            private static final long serialVersionUID = 1L;

            @Override
            protected T _deserialize(String text, DeserializationContext context) {
                return reading.apply(text);
            }
        };
    }
}

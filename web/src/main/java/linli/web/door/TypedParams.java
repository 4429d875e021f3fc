package linli.web.door;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.function.Function;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import org.jspecify.annotations.Nullable;

/** Lets a resource name the types of its path and query parameters instead of reading text. */
public final class TypedParams implements ParamConverterProvider {
    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        if (type == EntryId.class) {
            return converter(type, Typed::entry);
        } else if (type == VolunteerNo.class) {
            return converter(type, Typed::number);
        } else if (type == LocalDate.class) {
            return converter(type, Typed::day);
        } else if (type == Integer.class) {
            return converter(type, Typed::whole);
        } else if (type == Boolean.class) {
            return converter(type, Typed::yesOrNo);
        } else if (type.isEnum()) {
            return converter(type, written -> constant(type, written));
        }
        return null;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // Only asked for enums.
    private static Object constant(Class<?> type, String written) {
        return Typed.word((Class) type, written);
    }

    private static <T> ParamConverter<T> converter(Class<T> type, Function<String, ?> reading) {
        return new ParamConverter<>() {
            @Override
            public @Nullable T fromString(@Nullable String written) {
                return written == null || written.isEmpty() ? null : type.cast(reading.apply(written));
            }

            @Override
            public String toString(T value) {
                return value.toString();
            }
        };
    }
}

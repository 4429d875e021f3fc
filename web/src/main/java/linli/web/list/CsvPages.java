package linli.web.list;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** Writes a page of a list as a table. */
public final class CsvPages implements MessageBodyWriter<Page<?>> {
    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Page.class && mediaType.isCompatible(MediaType.valueOf(Csv.NAME));
    }

    @Override
    public void writeTo(
            Page<?> page,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        out.write(Csv.of(page.items(), itemOf(genericType)).getBytes(StandardCharsets.UTF_8));
    }

    /** An empty list has columns, too; they are those of the type that the route names. */
    private static Class<?> itemOf(Type page) {
        return (Class<?>) ((ParameterizedType) page).getActualTypeArguments()[0];
    }
}

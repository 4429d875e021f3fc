package linli.web.api.report;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import linli.report.Format;
import linli.web.list.Csv;

/** Writes a report as the command line does. */
public final class SheetWriter implements MessageBodyWriter<Sheet> {
    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Sheet.class;
    }

    @Override
    public void writeTo(
            Sheet sheet,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        boolean table = mediaType.isCompatible(MediaType.valueOf(Csv.NAME));
        String text =
                table ? Csv.BYTE_ORDER_MARK + Format.CSV.write(sheet.report()) : Format.JSON.write(sheet.report());
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}

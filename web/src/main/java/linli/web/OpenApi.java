package linli.web;

import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The hand-written OpenAPI description, {@code openapi.json}. */
final class OpenApi {
    private OpenApi() {}

    static byte[] bytes() {
        try {
            return Resources.toByteArray(Resources.getResource(OpenApi.class, "openapi.json"));
        } catch (IOException e) {
            throw new UncheckedIOException("openapi.json is part of the program", e);
        }
    }
}

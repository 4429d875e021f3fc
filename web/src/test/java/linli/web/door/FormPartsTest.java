package linli.web.door;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FormPartsTest {
    private static final MediaType TYPE = new MediaType("multipart", "form-data", Map.of("boundary", "-x-"));
    private static final String BODY = """
            ---x-\r
            Content-Disposition: form-data; name="text"\r
            \r
            志愿\r
            服务\r
            ---x-\r
            content-disposition: form-data; name="file"; filename="a.txt"\r
            Content-Type: application/octet-stream\r
            \r
            \r
            ---x---\r
            """;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void everyPartIsReadToTheByte() {
        Map<String, byte[]> parts = FormParts.of(bytes(BODY), TYPE);
        assertEquals(Set.of("text", "file"), parts.keySet());
        assertArrayEquals(bytes("志愿\r\n服务"), parts.get("text"));
        assertEquals(0, parts.get("file").length);
    }

    @Test
    void whatIsNoSuchFormIsABadRequest() {
        refused(BODY, MediaType.MULTIPART_FORM_DATA_TYPE);
        refused(BODY, new MediaType("multipart", "form-data", Map.of("boundary", "y")));
        refused(BODY, new MediaType("multipart", "form-data", Map.of("boundary", "\r\n")));
        refused("", TYPE);
        refused(BODY.substring(0, BODY.length() - 8), TYPE);
        refused("---x-\r\nContent-Disposition: form-data; name=\"text\"\r\n---x---\r\n", TYPE);
    }

    private static void refused(String body, MediaType type) {
        ProblemException told = assertThrows(ProblemException.class, () -> FormParts.of(bytes(body), type));
        assertEquals(Problem.BAD_REQUEST.fault(), told.fault());
    }

    @Test
    void anyBytesAreReadOrRefused() {
        long seed = System.nanoTime();
        System.out.println("random forms, seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            byte[] body = bytes(BODY);
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt();
            }
            try {
                FormParts.of(body, TYPE);
            } catch (ProblemException refused) {
                assertEquals(Problem.BAD_REQUEST.fault(), refused.fault());
            }
        }
    }
}

package linli.web.page;

import com.google.common.hash.Hashing;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files that pages refer to. Their addresses change with their content, so browsers may keep them for ever. */
public final class StyleSheet {
    private static final byte[] CSS = read("linli.css");
    private static final byte[] ICON = read("linli.svg");

    /** Of a certificate, which stands for itself: it goes within the file. */
    static final String OF_CERTIFICATE = new String(read("certificate.css"), StandardCharsets.UTF_8);

    static final String ADDRESS =
            "/static/linli.css?v=" + Hashing.sha256().hashBytes(CSS).toString().substring(0, 12);

    private StyleSheet() {}

    /** The style sheet's bytes. */
    public static byte[] css() {
        return CSS.clone();
    }

    /** The icon's bytes, SVG. */
    public static byte[] icon() {
        return ICON.clone();
    }

    private static byte[] read(String file) {
        try {
            return Resources.toByteArray(Resources.getResource(StyleSheet.class, file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is part of the program", e);
        }
    }
}

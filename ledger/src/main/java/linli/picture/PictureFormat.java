package linli.picture;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A kind of picture that every browser shows, known by how its content begins: a name can say anything. */
public enum PictureFormat {
    PNG("png", "image/png", "\\x89PNG\\r\\n\\x1a\\n"),
    JPEG("jpg", "image/jpeg", "\\xff\\xd8\\xff"),
    /** The file's length stands between the two words. */
    WEBP("webp", "image/webp", "RIFF....WEBP");

    private static final int HEAD_BYTES = 12;

    private final String extension;
    private final String mediaType;
    private final Pattern beginning;

    /** @param beginning of the content, a letter for each byte */
    PictureFormat(String extension, String mediaType, String beginning) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.beginning = Pattern.compile(beginning, Pattern.DOTALL);
    }

    /** The format of a file's content; empty where it is none of these. */
    static Optional<PictureFormat> of(byte[] content) {
        String head = new String(content, 0, Math.min(content.length, HEAD_BYTES), StandardCharsets.ISO_8859_1);
        return Stream.of(values())
                .filter(format -> format.beginning.matcher(head).lookingAt())
                .findFirst();
    }

    /** Ending of a file's name, without the dot. */
    public String extension() {
        return extension;
    }

    /** As HTTP names it. */
    public String mediaType() {
        return mediaType;
    }
}

package linli.web.door;

import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parts of a form that may bring a file (multipart/form-data, RFC 7578), from a body that is in memory already. */
public final class FormParts {
    private static final Pattern BOUNDARY = Pattern.compile("[0-9A-Za-z'()+_,./:=? -]{1,70}");
    private static final Pattern NAME = Pattern.compile("(?i)content-disposition:[^\r\n]*[; ]name=\"([^\"\r\n]*)\"");
    private static final String LINE_END = "\r\n";
    private static final String BLANK_LINE = "\r\n\r\n";

    private FormParts() {}

    /** The content of each part by its name; whatever is not written as it should be is a bad request. */
    public static Map<String, byte[]> of(byte[] body, MediaType type) {
        String delimiter = LINE_END + "--" + boundary(type.getParameters().get("boundary"));
        // Latin-1 keeps bytes: one character for each.
        String rest = LINE_END + new String(body, StandardCharsets.ISO_8859_1);
        Map<String, byte[]> parts = new HashMap<>();
        int at = rest.indexOf(delimiter);
        while (at >= 0 && rest.startsWith(LINE_END, at + delimiter.length())) {
            int head = at + delimiter.length();
            int content = rest.indexOf(BLANK_LINE, head) + BLANK_LINE.length();
            int end = rest.indexOf(delimiter, content);
            if (content < head || end < 0) {
                throw new ProblemException(Problem.BAD_REQUEST);
            }
            parts.put(name(rest.substring(head, content)), bytes(rest.substring(content, end)));
            at = end;
        }
        if (at < 0) {
            throw new ProblemException(Problem.BAD_REQUEST);
        }
        return parts;
    }

    private static String boundary(@Nullable String given) {
        if (given == null || !BOUNDARY.matcher(given).matches()) {
            throw new ProblemException(Problem.BAD_REQUEST);
        }
        return given;
    }

    private static String name(String head) {
        Matcher name = NAME.matcher(head);
        return name.find() ? name.group(1) : "";
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.ISO_8859_1);
    }
}

package linli.web.door;

import com.google.common.io.ByteStreams;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import linli.picture.Picture;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request's body before anybody works on it, and no more of it than a request of ours has: pictures are larger than words, and
 * tables larger still.
 */
@PreMatching
public final class BodyLimit implements ContainerRequestFilter {
    public static final int MOST_BYTES = 32 * 1024;

    /** The type of a workbook (.xlsx). */
    public static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final Set<String> TABLES = Set.of("text/csv", WORKBOOK);

    private static final String FORMS_WITH_TABLES = "desk/import";

    private static final String FORMS_WITH_PICTURES = "desk/shop/items/";

    /** Some 10,000 rows. */
    public static final int MOST_TABLE_BYTES = 1024 * 1024;

    private static final int MOST_UNREAD_BYTES = 8 * 1024 * 1024;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        int most = most(request.getMediaType(), request.getUriInfo().getPath());
        if (request.getLength() > most) {
            throw tooLarge(request.getEntityStream());
        }
        // Jersey takes a body of no type for whatever a route expects, and then fails on it.
        if (bringsBody(request.getMethod()) && request.getMediaType() == null) {
            throw new ProblemException(Problem.UNSUPPORTED_MEDIA_TYPE);
        }
        if (request.hasEntity()) {
            byte[] body =
                    ByteStreams.limit(request.getEntityStream(), most + 1L).readAllBytes();
            if (body.length > most) {
                throw tooLarge(request.getEntityStream());
            }
            request.setEntityStream(new ByteArrayInputStream(body));
        }
    }

    /** Who sends a photograph as it comes from a phone still learns what is wrong with it. */
    private static ProblemException tooLarge(InputStream rest) {
        Bodies.exhaust(ByteStreams.limit(rest, MOST_UNREAD_BYTES));
        return new ProblemException(Problem.BODY_TOO_LARGE);
    }

    private static int most(@Nullable MediaType type, String path) {
        if (type == null) {
            return MOST_BYTES;
        }
        if (MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type)) {
            return MOST_BYTES + mostOfFile(path);
        }
        if (type.getType().equals("image")) {
            return Picture.MOST_BYTES;
        }
        return isTable(type) ? MOST_TABLE_BYTES : MOST_BYTES;
    }

    /** What the file may have that a form brings, by where it is sent. */
    private static int mostOfFile(String path) {
        if (path.startsWith(FORMS_WITH_TABLES)) {
            // The form that confirms a table carries it along, as text, with its mapping, and which lines were refused.
            return 2 * MOST_TABLE_BYTES;
        }
        return path.startsWith(FORMS_WITH_PICTURES) ? Picture.MOST_BYTES : 0;
    }

    private static boolean isTable(MediaType type) {
        return TABLES.contains(type.getType() + "/" + type.getSubtype());
    }

    private static boolean bringsBody(String method) {
        return method.equals(HttpMethod.POST) || method.equals(HttpMethod.PUT);
    }
}

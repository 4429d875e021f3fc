package linli.web.door;

import com.google.common.io.ByteStreams;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Reads a request's body before anybody works on it, and no more of it than a request of ours has. */
@PreMatching
public final class BodyLimit implements ContainerRequestFilter {
    public static final int MOST_BYTES = 32 * 1024;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (request.getLength() > MOST_BYTES) {
            throw new ProblemException(Problem.BODY_TOO_LARGE);
        }
        // Jersey takes a body of no type for whatever a route expects, and then fails on it.
        if (bringsBody(request.getMethod()) && request.getMediaType() == null) {
            throw new ProblemException(Problem.UNSUPPORTED_MEDIA_TYPE);
        }
        if (request.hasEntity()) {
            byte[] body = ByteStreams.limit(request.getEntityStream(), MOST_BYTES + 1L)
                    .readAllBytes();
            if (body.length > MOST_BYTES) {
                throw new ProblemException(Problem.BODY_TOO_LARGE);
            }
            request.setEntityStream(new ByteArrayInputStream(body));
        }
    }

    private static boolean bringsBody(String method) {
        return method.equals(HttpMethod.POST) || method.equals(HttpMethod.PUT);
    }
}

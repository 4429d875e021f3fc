package linli.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.IOException;

/** Small bodies, read whole. */
final class Bodies {
    private Bodies() {}

    /** The body, or as much of it; one that breaks off is a bad request. */
    static byte[] upTo(int mostBytes, ContainerRequestContext request) {
        try {
            return request.getEntityStream().readNBytes(mostBytes);
        } catch (IOException e) {
            throw new ProblemException(Problem.BAD_REQUEST);
        }
    }
}

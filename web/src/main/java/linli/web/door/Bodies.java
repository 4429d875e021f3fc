package linli.web.door;

import com.google.common.io.ByteStreams;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.IOException;
import java.io.InputStream;

/** What a request brings with it. */
public final class Bodies {
    private Bodies() {}

    /** The body, or as much of it; one that breaks off is a bad request. */
    public static byte[] upTo(int mostBytes, ContainerRequestContext request) {
        try {
            return request.getEntityStream().readNBytes(mostBytes);
        } catch (IOException e) {
            throw new ProblemException(Problem.BAD_REQUEST);
        }
    }

    /**
     * Reads to the end what nobody wants to know. A connection that is closed over unread bytes takes the answer with it: whoever
     * is still sending would see it break, and never learn what was wrong.
     *
     * @param rest bounded by who gives it
     */
    public static void exhaust(InputStream rest) {
        try {
            ByteStreams.exhaust(rest);
        } catch (IOException gone) {
            // Who broke off waits for no answer.
        }
    }
}

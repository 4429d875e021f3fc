package linli.web.peer;

import com.google.common.io.ByteStreams;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import linli.mirror.MirrorDesk;
import linli.mirror.Reply;
import linli.web.door.Bodies;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.wire.WireLimits;
import org.jspecify.annotations.Nullable;

/** Where other nodes bring logs: C2SP tlog-witness add-checkpoint and tlog-mirror add-entries. */
@Path("mirror")
public final class PeerMirrorResource {
    /** The most that one request can say, its header generously included; packed or not. */
    private static final long MOST_BYTES = (long) WireLimits.REQUEST_PACKAGES * WireLimits.PACKAGE_BYTES + 4 * 1024;

    private static final int UNPACKING_BYTES = 8 * 1024;
    private static final int BUSY = 503;

    private final MirrorDesk desk;
    private final Set<Integer> uploading = ConcurrentHashMap.newKeySet();

    PeerMirrorResource(MirrorDesk desk) {
        this.desk = desk;
    }

    @POST
    @Path("add-checkpoint")
    public Response addCheckpoint(@Context ContainerRequestContext request) {
        // One byte more than there may be is enough for the desk to see that it is too much.
        byte[] body = Bodies.upTo(WireLimits.ADD_CHECKPOINT_BYTES + 1, request);
        Bodies.exhaust(sent(request));
        return Replied.of(desk.addCheckpoint(body));
    }

    /** One upload of each node at a time: whoever is slow waits for himself alone. */
    @POST
    @Path("add-entries")
    public Response addEntries(@Context ContainerRequestContext request) {
        int peer = PeerGuard.peer(request).number();
        if (!uploading.add(peer)) {
            return Replied.of(Reply.refusal(
                    BUSY, "this node is sending entries already; let that end, or try again in a minute"));
        }
        InputStream sent = sent(request);
        try (InputStream body = unpacked(sent, request.getHeaderString(HttpHeaders.CONTENT_ENCODING))) {
            return Replied.of(desk.addEntries(ByteStreams.limit(body, MOST_BYTES)));
        } catch (IOException e) {
            throw new ProblemException(Problem.BAD_REQUEST);
        } finally {
            Bodies.exhaust(sent);
            uploading.remove(peer);
        }
    }

    /** What comes, up to what may come. Who has done with it may close it, and the rest can still be read to its end. */
    private static InputStream sent(ContainerRequestContext request) {
        return new FilterInputStream(ByteStreams.limit(request.getEntityStream(), MOST_BYTES)) {
            @Override
            public void close() {
                // Jersey closes it when the answer is on its way.
            }
        };
    }

    private static InputStream unpacked(InputStream body, @Nullable String encoding) throws IOException {
        return switch (Objects.requireNonNullElse(encoding, "identity").strip().toLowerCase(Locale.ROOT)) {
            case "identity" -> body;
            case "gzip" -> new GZIPInputStream(body, UNPACKING_BYTES);
            default -> throw new ProblemException(Problem.UNSUPPORTED_MEDIA_TYPE);
        };
    }
}

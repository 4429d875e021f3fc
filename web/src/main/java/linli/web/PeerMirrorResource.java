package linli.web;

import com.google.common.io.ByteStreams;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import linli.mirror.MirrorDesk;
import linli.mirror.Reply;
import linli.wire.WireLimits;

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
        return Replied.of(desk.addCheckpoint(Bodies.upTo(WireLimits.ADD_CHECKPOINT_BYTES + 1, request)));
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
        try (InputStream body = unpacked(request)) {
            return Replied.of(desk.addEntries(ByteStreams.limit(body, MOST_BYTES)));
        } catch (IOException e) {
            throw new ProblemException(Problem.BAD_REQUEST);
        } finally {
            uploading.remove(peer);
        }
    }

    private static InputStream unpacked(ContainerRequestContext request) throws IOException {
        InputStream body = ByteStreams.limit(request.getEntityStream(), MOST_BYTES);
        String encoding = Objects.requireNonNullElse(request.getHeaderString(HttpHeaders.CONTENT_ENCODING), "identity");
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "identity" -> body;
            case "gzip" -> new GZIPInputStream(body, UNPACKING_BYTES);
            default -> throw new ProblemException(Problem.UNSUPPORTED_MEDIA_TYPE);
        };
    }
}

package linli.web.peer;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import linli.log.LogException;
import linli.log.Tile;
import linli.mirror.MirrorDesk;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.wire.LogList;
import linli.wire.MediaTypes;

/** The logs that this node holds, its own and its copies: the list of them, and each as C2SP tlog-tiles serves one. */
@Path("/")
public final class PeerLogResource {
    private static final String ASK_AGAIN = "private, no-cache";
    private static final String FOR_EVER = "private, max-age=31536000, immutable";

    private final MirrorDesk desk;
    private volatile Listed listed;

    /** A list as it was told last: as long as it is the same, so are its bytes. */
    private static final class Listed {
        private final LogList list;
        private final EntityTag tag;
        private final byte[] body;

        Listed(LogList list) {
            this.list = list;
            this.tag = new EntityTag(list.digest());
            this.body = list.toBytes();
        }
    }

    PeerLogResource(MirrorDesk desk) {
        this.desk = desk;
        this.listed = new Listed(desk.logs());
    }

    @GET
    @Path("logs")
    @Produces(MediaTypes.LOG_LIST)
    public Response logs(@Context Request request) {
        Listed now = listed();
        Response.ResponseBuilder known = request.evaluatePreconditions(now.tag);
        return (known == null ? Response.ok(now.body) : known)
                .tag(now.tag)
                .header(HttpHeaders.CACHE_CONTROL, ASK_AGAIN)
                .build();
    }

    private Listed listed() {
        LogList list = desk.logs();
        Listed before = listed;
        if (before.list.equals(list)) {
            return before;
        }
        Listed now = new Listed(list);
        listed = now;
        return now;
    }

    @GET
    @Path("log/{log}/checkpoint")
    @Produces(MediaTypes.TEXT)
    public Response checkpoint(@PathParam("log") String log) {
        byte[] checkpoint = desk.checkpoint(log).orElseThrow(PeerLogResource::notHere);
        return Response.ok(checkpoint)
                .header(HttpHeaders.CACHE_CONTROL, ASK_AGAIN)
                .build();
    }

    @GET
    @Path("log/{log}/tile/{tile: .+}")
    @Produces(MediaTypes.OCTETS)
    public Response tile(@PathParam("log") String log, @PathParam("tile") String path) {
        byte[] tile = desk.tile(log, tileOf("tile/" + path)).orElseThrow(PeerLogResource::notHere);
        return Response.ok(tile).header(HttpHeaders.CACHE_CONTROL, FOR_EVER).build();
    }

    private static Tile tileOf(String path) {
        try {
            return Tile.ofPath(path);
        } catch (LogException e) {
            throw notHere();
        }
    }

    private static ProblemException notHere() {
        return new ProblemException(Problem.NOT_FOUND);
    }
}

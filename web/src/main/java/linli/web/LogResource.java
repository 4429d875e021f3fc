package linli.web;

import com.google.common.hash.Hashing;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import linli.log.LogException;
import linli.log.LogView;
import linli.log.Tile;

/**
 * The node's log as C2SP tlog-tiles serves one. What no checkpoint covers yet does not exist here; a partial tile of any width
 * that a checkpoint covers does.
 */
@Path("log/{log}")
public final class LogResource {
    private static final String SHORTLY = "public, max-age=1";

    private final LogView log;
    private final String id;

    LogResource(LogView log) {
        this.log = log;
        this.id = Hashing.sha256()
                .hashString(log.origin(), StandardCharsets.UTF_8)
                .toString();
    }

    @GET
    @Path("checkpoint")
    @Produces("text/plain; charset=utf-8")
    public Response checkpoint(@PathParam("log") String named) {
        requireOurs(named);
        return Response.ok(log.latestCheckpoint().toBytes())
                .header(HttpHeaders.CACHE_CONTROL, SHORTLY)
                .build();
    }

    @GET
    @Path("tile/{tile: .+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response tile(@PathParam("log") String named, @PathParam("tile") String path) {
        requireOurs(named);
        Tile tile = tileOf("tile/" + path);
        if (!tile.existsAt(log.latestCheckpoint().size())) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        return Response.ok(tile.isEntries() ? log.bundle(tile) : log.tile(tile))
                .header(HttpHeaders.CACHE_CONTROL, StaticResource.FOR_EVER)
                .build();
    }

    private void requireOurs(String named) {
        if (!id.equals(named)) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
    }

    private static Tile tileOf(String path) {
        try {
            return Tile.ofPath(path);
        } catch (LogException e) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
    }
}

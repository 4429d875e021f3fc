package linli.web.api.network;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.door.Json;
import linli.web.sync.SyncBoard;

/** How reconciling stands, for programs. */
@Path("api/v1/sync")
@Produces(Json.TYPE)
public final class SyncResource {
    private final SyncBoard board;

    public SyncResource(SyncBoard board) {
        this.board = board;
    }

    @GET
    @Allowed(Who.ANYBODY)
    public Record sync() {
        return SyncJson.of(board.overview());
    }
}

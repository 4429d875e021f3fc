package linli.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import linli.web.sync.SyncBoard;

/** How reconciling stands, for programs. */
@Path("api/v1/sync")
@Produces(Json.TYPE)
public final class SyncResource {
    private final SyncBoard board;

    SyncResource(SyncBoard board) {
        this.board = board;
    }

    @GET
    public Record sync() {
        return SyncJson.of(board.overview());
    }
}

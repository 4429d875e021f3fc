package linli.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import linli.web.sync.SyncBoard;

/** How reconciling stands, for people. Everybody may know: it names no person. */
@Path("sync")
@Produces(Html.NAME)
public final class SyncPageResource {
    private final Screens screens;
    private final SyncBoard board;

    SyncPageResource(Screens screens, SyncBoard board) {
        this.screens = screens;
        this.board = board;
    }

    @GET
    public Response sync(@Context ContainerRequestContext request) {
        return screens.sync(request, board.overview());
    }
}

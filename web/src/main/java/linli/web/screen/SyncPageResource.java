package linli.web.screen;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.sync.SyncBoard;

/** How reconciling stands, for people. Everybody may know: it names no person. */
@Path("sync")
@Produces(Html.NAME)
public final class SyncPageResource {
    /** How often the page is shown anew by itself. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Screens screens;
    private final SyncBoard board;

    public SyncPageResource(Screens screens, SyncBoard board) {
        this.screens = screens;
        this.board = board;
    }

    @GET
    @Allowed(Who.ANYBODY)
    public Response sync(@Context ContainerRequestContext request) {
        return screens.showLive(request, "sync.jte", board.overview(), SOON);
    }
}

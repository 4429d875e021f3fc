package linli.web.api.node;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import linli.log.LogView;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.door.Json;

/** Whether the node is up, for whoever watches it. */
@Path("health")
@Produces(Json.TYPE)
public final class HealthResource {
    private final LogView log;

    public HealthResource(LogView log) {
        this.log = log;
    }

    /**
     * The state of the node.
     *
     * @param status {@code ok}
     * @param logSize entries recorded
     * @param checkpoint size of the newest checkpoint
     */
    private record Health(String status, long logSize, long checkpoint) {}

    @GET
    @Allowed(Who.ANYBODY)
    public Record health() {
        return new Health("ok", log.size(), log.latestCheckpoint().size());
    }
}

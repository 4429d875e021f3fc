package linli.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import linli.log.LogView;

/** Whether the node is up, for whoever watches it. */
@Path("health")
@Produces(Json.TYPE)
public final class HealthResource {
    private final LogView log;

    HealthResource(LogView log) {
        this.log = log;
    }

    /**
     * The state of the node.
     *
     * @param status {@code ok}
     * @param logSize entries recorded
     * @param checkpoint size of the newest checkpoint
     */
    record Health(String status, long logSize, long checkpoint) {}

    @GET
    public Record health() {
        return new Health("ok", log.size(), log.latestCheckpoint().size());
    }
}

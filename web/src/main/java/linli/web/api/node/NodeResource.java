package linli.web.api.node;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import linli.ledger.AdoptedPolicy;
import linli.ledger.Books;
import linli.ledger.Branch;
import linli.ledger.Evidence;
import linli.ledger.Ledger;
import linli.ledger.ServiceTotal;
import linli.log.LogView;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.door.Json;
import linli.web.list.Csv;
import linli.web.list.Page;
import org.jspecify.annotations.Nullable;

/** Who the node is, and what was served here in all. */
@Path("api/v1")
@Produces(Json.TYPE)
public final class NodeResource {
    private final Books books;
    private final LogView log;

    public NodeResource(Ledger ledger) {
        this.books = ledger.books();
        this.log = ledger.log();
    }

    private record Node(
            @Nullable String name,
            String origin,
            @Nullable String vkey,
            int branch,
            long logSize,
            long checkpointSize,
            @Nullable Integer policyVersion) {}

    private record Total(
            int branch,
            String place,
            String category,
            Evidence evidence,
            boolean approved,
            long minutes,
            long records) {
        Total(ServiceTotal line) {
            this(
                    line.branch(),
                    line.place(),
                    line.category(),
                    line.evidence(),
                    line.approved(),
                    line.minutes(),
                    line.records());
        }
    }

    @GET
    @Path("node")
    @Allowed(Who.ANYBODY)
    public Record node() {
        Branch own = books.branch(books.branch()).orElse(null);
        return new Node(
                own == null ? null : own.name(),
                log.origin(),
                own == null ? null : own.vkey(),
                books.branch(),
                log.size(),
                log.latestCheckpoint().size(),
                books.policy().map(AdoptedPolicy::version).orElse(null));
    }

    @GET
    @Path("totals")
    @Produces({Json.TYPE, Csv.NAME})
    @Allowed(Who.ANYBODY)
    public Page<Total> totals() {
        return Page.whole(books.serviceTotals().stream()
                .filter(line -> line.records() > 0)
                .map(Total::new)
                .toList());
    }
}

package linli.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import linli.ledger.AdoptedPolicy;
import linli.ledger.Books;
import linli.ledger.Branch;
import linli.ledger.Ledger;
import linli.ledger.ServiceTotal;
import linli.log.LogView;
import org.jspecify.annotations.Nullable;

/** What everybody may know of a node: who it is, its policy, and sums that name nobody. */
@Path("api/v1")
@Produces(Json.TYPE)
public final class NodeResource {
    private final Books books;
    private final LogView log;

    NodeResource(Ledger ledger) {
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

    private record Totals(List<Total> totals) {}

    private record Total(
            int branch, String place, String category, String evidence, boolean approved, long minutes, long records) {
        Total(ServiceTotal line) {
            this(
                    line.branch(),
                    line.place(),
                    line.category(),
                    line.evidence().name().toLowerCase(Locale.ROOT),
                    line.approved(),
                    line.minutes(),
                    line.records());
        }
    }

    private record AdoptedJson(
            int version, String entry, @JsonRawValue String policy) {}

    @GET
    @Path("node")
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
    public Record totals() {
        return new Totals(books.serviceTotals().stream()
                .filter(line -> line.records() > 0)
                .map(Total::new)
                .toList());
    }

    @GET
    @Path("policy")
    public Record policy() {
        AdoptedPolicy adopted = books.policy().orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        return new AdoptedJson(adopted.version(), adopted.entry().toString(), adopted.document());
    }

    /** The description of this API. */
    @GET
    @Path("openapi.json")
    public Response openApi() {
        return Response.ok(OpenApi.bytes()).build();
    }
}

package linli.web.county;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import linli.ledger.Ledger;
import linli.ledger.Volume;
import linli.web.caller.Allowed;
import linli.web.caller.Caller;
import linli.web.caller.Visitor;
import linli.web.caller.Who;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.door.Typed;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;

/** The communities of the county, and each by itself. */
@Path("county")
@Produces(Html.NAME)
public final class BranchesResource {
    private final Screens screens;
    private final Ledger ledger;
    private final BranchBoard board;

    BranchesResource(Means means, BranchBoard board) {
        this.screens = means.screens();
        this.ledger = means.office().ledger();
        this.board = board;
    }

    /**
     * All of them.
     *
     * @param rows the communities, without this node's own
     * @param own this node's own
     * @param admin whether whoever looks may enrol and close
     */
    public record Overview(List<BranchRow> rows, BranchRow own, boolean admin) {
        public List<BranchRow> forked() {
            return rows.stream().filter(BranchRow::forked).toList();
        }
    }

    /**
     * One of them.
     *
     * @param volumes the logs it has had
     * @param mayGovern whether whoever looks may close it, or give it a new key
     */
    public record One(BranchRow row, List<Volume> volumes, boolean mayGovern) {}

    @GET
    @Allowed({Who.ADMIN, Who.AUDITOR})
    public Response branches(@Context ContainerRequestContext request) {
        List<BranchRow> rows = board.rows();
        BranchRow own = rows.stream().filter(BranchRow::own).findFirst().orElseThrow();
        return screens.show(
                request,
                "county/branches.jte",
                new Overview(rows.stream().filter(row -> !row.own()).toList(), own, isAdmin(request)));
    }

    @GET
    @Path("branches/{number}")
    @Allowed({Who.ADMIN, Who.AUDITOR})
    public Response branch(@Context ContainerRequestContext request, @PathParam("number") String number) {
        BranchRow row = board.row(Typed.whole(number)).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        boolean mayGovern = isAdmin(request) && board.isGoverned(row);
        return screens.show(
                request, "county/branch.jte", new One(row, ledger.books().volumes(row.number()), mayGovern));
    }

    private static boolean isAdmin(ContainerRequestContext request) {
        return ((Caller.Staff) Visitor.of(request).caller()).is(Who.ADMIN);
    }
}

package linli.web.api.network;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import linli.entry.EntryId;
import linli.ledger.Branch;
import linli.ledger.Finding;
import linli.ledger.Ledger;
import linli.ledger.Rejection;
import linli.ledger.Standing;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.door.Json;
import linli.web.list.Csv;
import linli.web.list.Page;
import linli.web.list.Paging;
import linli.web.sync.SyncBoard;
import linli.web.sync.SyncOverview;

/** The branches, how much of each is here, and what was found wrong in their logs. */
@Path("api/v1")
@Produces(Json.TYPE)
public final class BranchResource {
    private final Ledger ledger;
    private final SyncBoard board;

    public BranchResource(Ledger ledger, SyncBoard board) {
        this.ledger = ledger;
        this.board = board;
    }

    private record Item(
            int number,
            String slug,
            String name,
            String origin,
            boolean open,
            long held,
            long posted,
            Standing.Wait waitsFor) {
        static Item of(Branch branch, SyncOverview overview) {
            SyncOverview.Share share = overview.branches().stream()
                    .filter(one -> one.branch() == branch.number())
                    .findFirst()
                    .orElseThrow();
            return new Item(
                    branch.number(),
                    branch.slug(),
                    branch.name(),
                    branch.origin(),
                    branch.open(),
                    share.held(),
                    share.posted(),
                    overview.waiting().stream()
                            .filter(one -> one.branch() == branch.number())
                            .map(SyncOverview.Waiting::reason)
                            .findFirst()
                            .orElse(Standing.Wait.NOTHING));
        }
    }

    private record Found(EntryId entry, Rejection code, String detail) {
        Found(Finding finding) {
            this(finding.entry(), finding.code(), finding.detail());
        }
    }

    /** Every branch of the county, the county first. */
    @GET
    @Path("branches")
    @Produces({Json.TYPE, Csv.NAME})
    @Allowed(Who.ANYBODY)
    public Page<Item> branches() {
        return ledger.books().together(books -> {
            SyncOverview overview = board.overview();
            return Page.whole(books.branches().stream()
                    .map(branch -> Item.of(branch, overview))
                    .toList());
        });
    }

    /** Entries that stand in a log although a rule refuses them, oldest first. */
    @GET
    @Path("findings")
    @Produces({Json.TYPE, Csv.NAME})
    @Allowed(Who.STAFF)
    public Page<Found> findings(@Context ContainerRequestContext request) {
        return Paging.of(request).page(ledger.books().findings(), Finding::entry, Paging.OLDEST_FIRST, Found::new);
    }
}

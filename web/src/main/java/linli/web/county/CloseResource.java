package linli.web.county;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import linli.entry.CountyEvent.BranchClosed;
import linli.ledger.Ledger;
import linli.ledger.Volume;
import linli.log.Mirror;
import linli.web.act.Acts;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.door.Typed;
import linli.web.form.Form;
import linli.web.screen.Address;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;

/** Closing a community for good: a reason first, then what follows from it, then the deed. */
@Path("county/branches/{number}/close")
@Produces(Html.NAME)
public final class CloseResource {
    private final Screens screens;
    private final Acts acts;
    private final Ledger ledger;
    private final BranchBoard board;

    CloseResource(Means means, BranchBoard board) {
        this.screens = means.screens();
        this.acts = means.acts();
        this.ledger = means.office().ledger();
        this.board = board;
    }

    /**
     * What is about to be done.
     *
     * @param reason as typed; empty in the first step
     * @param size how many entries of its present log will count: as many as the county holds now
     * @param last number of the last of them in its journal; below zero where there are none
     */
    public record Closing(BranchRow row, String reason, long size, long last) {}

    @GET
    @Allowed(Who.ADMIN)
    public Response reason(@Context ContainerRequestContext request, @PathParam("number") String number) {
        return screens.show(request, "county/close.jte", closing(number, ""));
    }

    /** The second step. Nothing is written yet. */
    @POST
    @Path("check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Who.ADMIN)
    public Response check(@Context ContainerRequestContext request, @PathParam("number") String number) {
        String reason = Form.of(request).text("reason");
        return screens.show(request, "county/close-check.jte", closing(number, reason));
    }

    private Closing closing(String number, String reason) {
        BranchRow row = board.row(Typed.whole(number))
                .filter(known -> known.open() && !known.own() && ledger.node().isCounty())
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        Volume present = ledger.books().volumes(row.number()).stream()
                .reduce((before, last) -> last)
                .orElseThrow();
        long size = ledger.mirrors().find(present.origin()).map(Mirror::size).orElse(0L);
        return new Closing(row, reason, size, present.first() + size - 1);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Writes
    @Allowed(Who.ADMIN)
    public Response close(@Context ContainerRequestContext request, @PathParam("number") String number) {
        Form form = Form.of(request);
        int branch = Typed.whole(number);
        acts.of(request).post(new BranchClosed(branch, form.whole("size"), form.text("reason")));
        return Address.to("/county/branches/" + branch, "branch-closed");
    }
}

package linli.web.desk.wish;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import linli.entry.EntryId;
import linli.entry.WishEvent.WishClaimDeclined;
import linli.entry.WishEvent.WishClaimed;
import linli.ledger.Books;
import linli.ledger.ClaimRequest;
import linli.ledger.WishBook.Asked;
import linli.web.act.Acts;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.form.Form;
import linli.web.screen.Address;
import linli.web.screen.Html;
import linli.web.screen.Means;

/** Volunteers of other branches who would take a wish on: their branch has asked, this one answers. */
@Path("desk/wish-requests/{id}")
@Produces(Html.NAME)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class RequestsResource {
    private final Acts acts;
    private final Books books;

    RequestsResource(Means means) {
        this.acts = means.acts();
        this.books = means.books();
    }

    @POST
    @Path("grant")
    @Writes
    @Allowed(Who.CLERK)
    public Response grant(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        ClaimRequest asked = known(id);
        acts.of(request).post(new WishClaimed(asked.wish(), asked.volunteer(), id));
        return Address.to(BoardResource.ADDRESS + "/" + asked.wish(), "board-granted");
    }

    @POST
    @Path("refusal")
    @Writes
    @Allowed(Who.CLERK)
    public Response decline(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        ClaimRequest asked = known(id);
        acts.of(request)
                .post(new WishClaimDeclined(asked.wish(), id, Form.of(request).text("reason")));
        return Address.to(BoardResource.ADDRESS + "/" + asked.wish(), "board-declined");
    }

    private ClaimRequest known(EntryId id) {
        return books.wishes()
                .request(id)
                .map(Asked::request)
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }
}

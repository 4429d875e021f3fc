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
import linli.entry.Event;
import linli.entry.WishEvent.End;
import linli.entry.WishEvent.WishAccepted;
import linli.entry.WishEvent.WishClaimed;
import linli.entry.WishEvent.WishClosed;
import linli.entry.WishEvent.WishConfirmed;
import linli.entry.WishEvent.WishDispatched;
import linli.entry.WishEvent.WishFulfilled;
import linli.entry.WishEvent.WishReleased;
import linli.office.WishDesk;
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

/** What happens to a wish, from being accepted to being confirmed. Who may do what with whose, the rules say. */
@Path("desk/wishes")
@Produces(Html.NAME)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class WishActsResource {
    /** How the form writes whom a wish is given to. */
    private static final String TEAM = "team:";

    private final Acts acts;
    private final WishDesk desk;

    WishActsResource(Means means) {
        this.acts = means.acts();
        this.desk = means.office().wishes();
    }

    /** Puts on the wall what a volunteer asks for. */
    @POST
    @Path("{id}/acceptance")
    @Writes
    @Allowed(Who.CLERK)
    public Response accept(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        return write(request, id, new WishAccepted(id), "board-accepted");
    }

    /** Gives it to a team or a member of staff to be done. */
    @POST
    @Path("{id}/dispatch")
    @Writes
    @Allowed(Who.CLERK)
    public Response dispatch(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        Form form = Form.of(request);
        String doer = form.text("doer");
        EntryId team = doer.startsWith(TEAM) ? Typed.entry(doer.substring(TEAM.length())) : null;
        WishDispatched event = new WishDispatched(id, team, team == null ? doer : null, form.day("due-day"));
        return write(request, id, event, "board-dispatched");
    }

    /** Lets a volunteer take it on. */
    @POST
    @Path("{id}/claim")
    @Writes
    @Allowed(Who.CLERK)
    public Response claim(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        WishClaimed event = new WishClaimed(id, Form.of(request).number("number"), null);
        return write(request, id, event, "board-claimed");
    }

    /** Leaves to others what somebody has, or what was said to be done and is not. */
    @POST
    @Path("{id}/release")
    @Writes
    @Allowed(Who.STAFF)
    public Response release(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        return write(request, id, new WishReleased(id, Form.of(request).text("reason")), "board-released");
    }

    /** Says that it is done. */
    @POST
    @Path("{id}/fulfilment")
    @Writes
    @Allowed(Who.STAFF)
    public Response fulfil(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        String note = Form.of(request).optional("note").orElse(null);
        return write(request, id, new WishFulfilled(id, note), "board-fulfilled");
    }

    /** Agrees that it is done, rates it, and gives the points for it. */
    @POST
    @Path("{id}/confirmation")
    @Writes
    @Allowed({Who.CLERK, Who.APPROVER})
    public Response confirm(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        Form form = Form.of(request);
        WishConfirmed event = new WishConfirmed(id, form.whole("stars"), form.whole("policy"));
        return write(request, id, event, "board-confirmed");
    }

    /** Ends it otherwise: withdrawn by who asked, refused, or lapsed. */
    @POST
    @Path("{id}/closing")
    @Writes
    @Allowed(Who.CLERK)
    public Response close(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        Form form = Form.of(request);
        WishClosed event = new WishClosed(id, form.word(End.class, "end"), form.text("reason"));
        return write(request, id, event, "board-closed");
    }

    /** Destroys the details, for good; the wish itself stays. */
    @POST
    @Path("{id}/forgetting")
    @Allowed(Who.MANAGER)
    public Response forget(@PathParam("id") EntryId id) {
        if (!desk.forget(id)) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        return Address.to(BoardResource.ADDRESS + "/" + id, "board-forgotten");
    }

    private Response write(ContainerRequestContext request, EntryId id, Event event, String done) {
        acts.of(request).post(event);
        return Address.to(BoardResource.ADDRESS + "/" + id, done);
    }
}

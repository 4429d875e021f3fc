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
import java.util.Optional;
import linli.entry.CountyEvent.BranchClosed;
import linli.web.act.Acts;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.door.Typed;
import linli.web.form.Form;
import linli.web.screen.Address;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import org.jspecify.annotations.Nullable;

/** Closing a community for good: a reason first and how much counts, then what follows from it, then the deed. */
@Path("county/branches/{number}/close")
@Produces(Html.NAME)
public final class CloseResource {
    private final Screens screens;
    private final Acts acts;
    private final BranchBoard board;

    CloseResource(Means means, BranchBoard board) {
        this.screens = means.screens();
        this.acts = means.acts();
        this.board = board;
    }

    /** How much of the log counts. */
    public enum Extent {
        /** As much as the county holds. */
        ALL,
        /** Up to an entry. */
        PART,
        /** Nothing, as after a code that somebody else has taken. */
        NONE
    }

    /** What stands in the form. */
    public record Filled(String reason, Extent extent, String last) {}

    /**
     * What is about to be done.
     *
     * @param present what the county holds of the log that ends
     * @param size how many entries of it will count
     * @param wrong whether the entry that was typed is not one of it
     */
    public record Closing(BranchRow row, PresentLog present, Filled filled, long size, boolean wrong) {
        /** Number in the journal of the last that counts; below that of the first where none does. */
        public long last() {
            return present.first() + size - 1;
        }

        /** How many are here and will be void. */
        public long voided() {
            return present.size() - size;
        }
    }

    @GET
    @Allowed(Who.ADMIN)
    public Response reason(@Context ContainerRequestContext request, @PathParam("number") String number) {
        return first(request, board.governed(number), new Filled("", Extent.ALL, ""), false);
    }

    private Response first(ContainerRequestContext request, BranchRow row, Filled filled, boolean wrong) {
        Closing closing = new Closing(row, board.present(row.number()), filled, 0, wrong);
        return screens.show(request, "county/close.jte", closing);
    }

    /** The second step. Nothing is written yet. */
    @POST
    @Path("check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Who.ADMIN)
    public Response check(@Context ContainerRequestContext request, @PathParam("number") String number) {
        BranchRow row = board.governed(number);
        Form form = Form.of(request);
        Filled filled = new Filled(
                form.text("reason"),
                form.word(Extent.class, "extent"),
                form.optional("last").orElse(""));
        PresentLog present = board.present(row.number());
        @Nullable Long size = size(filled, present);
        return size == null
                ? first(request, row, filled, true)
                : screens.show(request, "county/close-check.jte", new Closing(row, present, filled, size, false));
    }

    /** How many entries count by what was typed; null where it names none that is here. */
    private static @Nullable Long size(Filled filled, PresentLog present) {
        return switch (filled.extent()) {
            case ALL -> present.size();
            case NONE -> 0L;
            case PART ->
                Optional.of(filled.last())
                        .filter(last -> last.matches("[0-9]{1,10}"))
                        .map(last -> Long.parseLong(last) - present.first() + 1)
                        .filter(size -> size >= 1 && size <= present.size())
                        .orElse(null);
        };
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

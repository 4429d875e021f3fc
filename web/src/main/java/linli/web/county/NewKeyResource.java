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
import java.time.Duration;
import linli.enrol.EnrolException;
import linli.enrol.Invite;
import linli.sync.PeerAddress;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.form.Form;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import org.jspecify.annotations.Nullable;

/** A new key for a community whose key may have leaked, or whose disk is lost: a reason first, then what follows, then a code. */
@Path("county/branches/{number}/new-key")
@Produces(Html.NAME)
public final class NewKeyResource {
    private final Screens screens;
    private final BranchBoard board;
    private final CodeDesk codes;

    NewKeyResource(Means means, BranchBoard board, CodeDesk codes) {
        this.screens = means.screens();
        this.board = board;
        this.codes = codes;
    }

    /** What stands in the form. */
    public record Typed(String reason, String days, String address) {}

    /**
     * What is about to be done.
     *
     * @param present what the county holds of the log that ends
     * @param notice what was wrong with what was typed; null for nothing
     */
    public record NewKey(
            BranchRow row,
            PresentLog present,
            Typed typed,
            @Nullable String notice) {}

    @GET
    @Allowed(Who.ADMIN)
    public Response reason(@Context ContainerRequestContext request, @PathParam("number") String number) {
        BranchRow row = board.governed(number);
        return first(request, row, new Typed("", "7", CodeDesk.guess(request)), null);
    }

    private Response first(ContainerRequestContext request, BranchRow row, Typed typed, @Nullable String notice) {
        return screens.show(request, "county/new-key.jte", new NewKey(row, board.present(row.number()), typed, notice));
    }

    /** The second step. There is no code yet. */
    @POST
    @Path("check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Who.ADMIN)
    public Response check(@Context ContainerRequestContext request, @PathParam("number") String number) {
        BranchRow row = board.governed(number);
        Typed typed = typed(request);
        try {
            CodeDesk.Order unused = order(row, typed);
        } catch (CodeDesk.Unfit e) {
            return first(request, row, typed, e.notice());
        }
        return screens.show(
                request, "county/new-key-check.jte", new NewKey(row, board.present(row.number()), typed, null));
    }

    private static Typed typed(ContainerRequestContext request) {
        Form form = Form.of(request);
        return new Typed(
                form.text("reason"),
                form.optional("days").orElse(""),
                form.optional("address").orElse(""));
    }

    private CodeDesk.Order order(BranchRow row, Typed typed) {
        Duration life = CodeDesk.life(typed.days());
        PeerAddress address = CodeDesk.address(typed.address());
        boolean open = codes.open()
                .anyMatch(purpose -> purpose instanceof Invite.NewKey other && other.number() == row.number());
        if (open) {
            throw new CodeDesk.Unfit("key-open");
        }
        return new CodeDesk.Order(purpose(row, typed), row.name(), life, address);
    }

    private static Invite.NewKey purpose(BranchRow row, Typed typed) {
        try {
            return new Invite.NewKey(row.number(), typed.reason());
        } catch (EnrolException e) {
            throw new CodeDesk.Unfit("reason");
        }
    }

    /** The code. The log so far ends when it is taken, and not before. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Who.ADMIN)
    public Response make(@Context ContainerRequestContext request, @PathParam("number") String number) {
        BranchRow row = board.governed(number);
        Typed typed = typed(request);
        try {
            return screens.show(request, "county/invited.jte", codes.sheet(request, () -> order(row, typed)));
        } catch (CodeDesk.Unfit e) {
            return first(request, row, typed, e.notice());
        }
    }
}

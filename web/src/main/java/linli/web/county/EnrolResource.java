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
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import linli.enrol.EnrolException;
import linli.enrol.Invite;
import linli.ledger.Books;
import linli.ledger.Branch;
import linli.ledger.NodeFolder;
import linli.sync.PeerAddress;
import linli.web.caller.Allowed;
import linli.web.caller.Visitor;
import linli.web.caller.Who;
import linli.web.clock.CountyZone;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.form.Form;
import linli.web.screen.Address;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import org.jspecify.annotations.Nullable;

/** Codes with which communities join. A code is shown once, on the answer to the form that asked for it. */
@Path("county/enrol")
@Produces(Html.NAME)
public final class EnrolResource {
    private static final String HOME = "/county/enrol";

    private final Screens screens;
    private final Books books;
    private final NodeFolder folder;
    private final CodeDesk codes;

    EnrolResource(Means means, CodeDesk codes) {
        this.screens = means.screens();
        this.books = means.books();
        this.folder = means.office().ledger().node();
        this.codes = codes;
    }

    /** What stands in the form. */
    public record Typed(String name, String slug, String days, String address) {}

    /** What became of a code. */
    public enum State {
        OPEN,
        TAKEN,
        EXPIRED
    }

    /**
     * A code that was made, without the code.
     *
     * @param reason why a community gets a new key; null for one that joins
     */
    public record Made(String id, String name, @Nullable String reason, ZonedDateTime until, State state) {}

    /**
     * The codes there are, and the form for another.
     *
     * @param made newest first
     * @param notice what was wrong with what was typed; null for nothing
     * @param mayInvite whether whoever looks may make codes
     */
    public record Desk(
            List<Made> made, Typed typed, @Nullable String notice, boolean mayInvite, boolean isCounty) {}

    @GET
    @Allowed({Who.ADMIN, Who.AUDITOR})
    public Response desk(@Context ContainerRequestContext request) {
        return shown(request, new Typed("", "", "7", CodeDesk.guess(request)), null);
    }

    private Response shown(ContainerRequestContext request, Typed typed, @Nullable String notice) {
        boolean county = folder.isCounty();
        boolean admin = Visitor.of(request).caller().is(Who.ADMIN);
        Desk desk = new Desk(county ? made() : List.of(), typed, notice, county && admin, county);
        return screens.show(request, "county/enrol.jte", desk);
    }

    private List<Made> made() {
        Instant now = codes.now();
        return codes.made().stream()
                .map(invite -> new Made(
                        invite.id().toString(),
                        nameOf(invite.purpose()),
                        invite.purpose() instanceof Invite.NewKey key ? key.reason() : null,
                        invite.expiresAt().atZone(CountyZone.of(books)),
                        state(invite, now)))
                .toList();
    }

    private static State state(Invite invite, Instant now) {
        if (invite.takenBy().isPresent()) {
            return State.TAKEN;
        }
        return invite.isExpired(now) ? State.EXPIRED : State.OPEN;
    }

    private String nameOf(Invite.Purpose purpose) {
        if (purpose instanceof Invite.NewBranch branch) {
            return branch.name();
        }
        int number = ((Invite.NewKey) purpose).number();
        return books.branch(number).map(Branch::name).orElse("#" + number);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Who.ADMIN)
    public Response invite(@Context ContainerRequestContext request) {
        requireCounty();
        Form form = Form.of(request);
        Typed typed = new Typed(
                form.optional("name").orElse(""),
                form.optional("slug").orElse(""),
                form.optional("days").orElse(""),
                form.optional("address").orElse(""));
        try {
            return screens.show(request, "county/invited.jte", codes.sheet(request, () -> order(typed)));
        } catch (CodeDesk.Unfit e) {
            return shown(request, typed, e.notice());
        }
    }

    private void requireCounty() {
        if (!folder.isCounty()) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
    }

    private CodeDesk.Order order(Typed typed) {
        Duration life = CodeDesk.life(typed.days());
        PeerAddress address = CodeDesk.address(typed.address());
        Invite.NewBranch branch = branch(typed);
        if (books.branches().stream().anyMatch(known -> known.slug().equals(branch.slug()))) {
            throw new CodeDesk.Unfit("taken");
        }
        boolean open = codes.open()
                .anyMatch(purpose -> purpose instanceof Invite.NewBranch other
                        && other.slug().equals(branch.slug()));
        if (open) {
            throw new CodeDesk.Unfit("open");
        }
        return new CodeDesk.Order(branch, branch.name(), life, address);
    }

    private static Invite.NewBranch branch(Typed typed) {
        try {
            return new Invite.NewBranch(typed.slug(), typed.name());
        } catch (EnrolException e) {
            throw new CodeDesk.Unfit("name");
        }
    }

    /** Makes an open code worthless. */
    @POST
    @Path("{id}/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Who.ADMIN)
    public Response withdraw(@PathParam("id") String id) {
        requireCounty();
        if (!codes.withdraw(id)) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        return Address.to(HOME, "withdrawn");
    }
}

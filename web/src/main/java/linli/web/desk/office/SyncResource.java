package linli.web.desk.office;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import linli.ledger.Books;
import linli.ledger.Branch;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.form.Form;
import linli.web.screen.Address;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import linli.web.sync.SyncBoard;
import linli.web.sync.SyncOverview;
import org.jspecify.annotations.Nullable;

/** Whether the county has what was done here, and how it gets there where no network does it. */
@Path("desk/sync")
@Produces(Html.NAME)
public final class SyncResource {
    private static final String ADDRESS = "/desk/sync";

    private final Screens screens;
    private final Books books;
    private final SyncBoard board;
    private final Optional<StickDesk> desk;

    SyncResource(Means means, Optional<StickDesk> desk) {
        this.screens = means.screens();
        this.books = means.books();
        this.board = means.board();
        this.desk = desk;
    }

    /**
     * How it stands.
     *
     * @param sticks that are plugged in
     * @param readers the nodes that a bundle can be for, the county first
     * @param writing what is being written, or was last; null for nothing yet
     */
    public record State(
            SyncOverview sync,
            List<StickDesk.Stick> sticks,
            List<Branch> readers,
            @Nullable Progress writing) {}

    /**
     * How far a bundle has come.
     *
     * @param reader what the node is called that it is for
     */
    public record Progress(StickDesk.Writing writing, String reader) {}

    @GET
    @Allowed(Who.STAFF)
    public Response state(@Context ContainerRequestContext request) {
        List<Branch> readers = books.branches().stream()
                .filter(branch -> branch.number() != books.branch())
                .toList();
        State state = new State(
                board.overview(),
                desk.map(StickDesk::sticks).orElse(List.of()),
                readers,
                progress().orElse(null));
        return screens.show(request, "desk/office/sync.jte", state);
    }

    private Optional<Progress> progress() {
        return desk.flatMap(StickDesk::writing)
                .map(writing -> new Progress(
                        writing,
                        books.branch(writing.reader()).map(Branch::name).orElse(Integer.toString(writing.reader()))));
    }

    /** How far it has come, for the page to show while it lasts. */
    @GET
    @Path("writing")
    @Allowed(Who.STAFF)
    public Response writing(@Context ContainerRequestContext request) {
        Progress progress = progress().orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        return screens.show(request, "desk/office/writing.jte", progress);
    }

    /** Begins to write to a stick; the page then shows how far it has come. */
    @POST
    @Allowed(Who.CLERK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response write(@Context ContainerRequestContext request) {
        Form form = Form.of(request);
        String stick = form.text("stick");
        int reader = form.whole("reader");
        if (desk.filter(sticks -> sticks.begin(stick, reader)).isEmpty()) {
            throw new ProblemException(Problems.STICK_GONE);
        }
        return Address.to(ADDRESS);
    }
}

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
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import linli.bundle.BundleLabel;
import linli.bundle.WriteReport;
import linli.ledger.Books;
import linli.ledger.Branch;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.clock.CountyZone;
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
     * @param work what is being done with a stick, or was last; null for nothing yet
     */
    public record State(
            SyncOverview sync,
            List<Stick> sticks,
            List<Branch> readers,
            @Nullable Progress work) {
        /** Whether the sticks have to be left alone for now. */
        public boolean busy() {
            return work != null && work.work().underWay();
        }
    }

    /** A stick, and what lies there. */
    public record Stick(String name, long freeMegabytes, List<Lying> bundles) {
        /** Whether there is something to read. */
        public boolean isForUs() {
            return bundles.stream().anyMatch(Lying::forUs);
        }
    }

    /**
     * A bundle on a stick.
     *
     * @param made when it was written; null where it is not whole
     * @param forUs whether this node is to read it
     */
    public record Lying(
            String from, String meantFor, @Nullable ZonedDateTime made, long kilobytes, boolean forUs) {}

    /**
     * How far the work with a stick has come.
     *
     * @param reader what the node is called that something is written for; null where something is read
     * @param written what was; null before it is, and where something is read
     * @param taken what came of reading; null before it has, and where something is written
     * @param receipts that lay on the stick
     */
    public record Progress(
            StickWork work,
            @Nullable String reader,
            @Nullable WriteReport written,
            @Nullable Taken taken,
            List<Taken.Receipt> receipts) {}

    @GET
    @Allowed(Who.STAFF)
    public Response state(@Context ContainerRequestContext request) {
        List<Branch> readers = books.branches().stream()
                .filter(branch -> branch.number() != books.branch())
                .toList();
        State state = new State(
                board.overview(),
                desk.map(StickDesk::sticks).orElse(List.of()).stream()
                        .map(this::stick)
                        .toList(),
                readers,
                progress().orElse(null));
        return screens.show(request, "desk/office/sync.jte", state);
    }

    private Stick stick(StickDesk.Stick stick) {
        return new Stick(
                stick.name(),
                stick.freeMegabytes(),
                stick.bundles().stream().map(this::lying).toList());
    }

    private Lying lying(BundleLabel label) {
        return new Lying(
                Names.of(label.from(), books),
                Names.of(label.meantFor(), books),
                label.made()
                        .map(at -> CountyZone.at(books, at.getEpochSecond()))
                        .orElse(null),
                label.bytes() / 1000 + 1,
                label.meantFor() == books.branch() && label.from() != books.branch());
    }

    private Optional<Progress> progress() {
        return desk.flatMap(StickDesk::work).map(this::progress);
    }

    private Progress progress(StickWork work) {
        if (work instanceof StickWork.Writing writing) {
            WriteReport report = writing.report();
            List<Taken.Receipt> receipts = report == null ? List.of() : Taken.receipts(report.receipts(), books);
            return new Progress(work, Names.of(writing.reader(), books), report, null, receipts);
        }
        StickWork.Reading reading = (StickWork.Reading) work;
        Taken taken = reading.report() == null ? null : Taken.of(reading.report(), books);
        return new Progress(work, null, null, taken, taken == null ? List.of() : taken.receipts());
    }

    /** How far it has come, for the page to show while it lasts; then the page shows itself anew, with all that has changed by it. */
    @GET
    @Path("work")
    @Allowed(Who.STAFF)
    public Response work(@Context ContainerRequestContext request) {
        Progress progress = progress().orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        Response page = screens.show(request, "desk/office/work.jte", progress);
        return progress.work().underWay()
                ? page
                : Response.fromResponse(page).header("HX-Refresh", "true").build();
    }

    /** Begins to write to a stick; the page then shows how far it has come. */
    @POST
    @Allowed({Who.CLERK, Who.ADMIN})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response write(@Context ContainerRequestContext request) {
        Form form = Form.of(request);
        String stick = form.text("stick");
        int reader = form.whole("reader");
        return begun(desk.filter(sticks -> sticks.write(stick, reader)).isPresent());
    }

    /** Begins to read what lies on a stick for this node. */
    @POST
    @Path("reading")
    @Allowed({Who.MANAGER, Who.ADMIN})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response read(@Context ContainerRequestContext request) {
        String stick = Form.of(request).text("stick");
        return begun(desk.filter(sticks -> sticks.read(stick)).isPresent());
    }

    private static Response begun(boolean isThere) {
        if (!isThere) {
            throw new ProblemException(Problems.STICK_GONE);
        }
        return Address.to(ADDRESS);
    }
}

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
import java.util.Base64;
import java.util.List;
import linli.entry.Actor;
import linli.intake.Intake;
import linli.intake.IntakeCheck;
import linli.intake.IntakeProgress;
import linli.intake.IntakeReport;
import linli.intake.IntakeSummary;
import linli.intake.RowError;
import linli.ledger.Books;
import linli.ledger.Ledger;
import linli.office.HoursImport;
import linli.office.ImportRefused;
import linli.office.Office;
import linli.web.act.Acts;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Visitor;
import linli.web.caller.Who;
import linli.web.clock.CountyZone;
import linli.web.door.BodyLimit;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.form.Form;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import org.jspecify.annotations.Nullable;

/**
 * Past service from a table: looked at first, then recorded. Between the two the table is with whoever sent it, within the form that
 * confirms it; the node keeps nothing of a table that nobody confirmed.
 */
@Path("desk/import")
@Produces(Html.NAME)
public final class ImportResource {
    private final Screens screens;
    private final Acts acts;
    private final Office office;
    private final Ledger ledger;
    private final Books books;

    ImportResource(Means means) {
        this.screens = means.screens();
        this.acts = means.acts();
        this.office = means.office();
        this.ledger = office.ledger();
        this.books = means.books();
    }

    /** The form begins empty. */
    public record Blank() {}

    /**
     * A table that was looked at.
     *
     * @param errors the first ones
     * @param prospect what would be written; null where it has errors
     * @param table as the form that confirms it carries it along
     */
    public record Preview(
            IntakeCheck check, List<RowError> errors, HoursImport.@Nullable Prospect prospect, String table) {
        /** How many rows would be recorded. */
        public long newRows() {
            return prospect == null ? 0 : check.rows() - prospect.rowsKnown();
        }

        /** Keeps people's names out of whatever this might be written to. */
        @Override
        public String toString() {
            return "Preview[withheld]";
        }
    }

    /** What became of the rows. */
    public record Done(long recorded, long known, long skipped) {}

    @GET
    @Allowed(Who.CLERK)
    public Response form(@Context ContainerRequestContext request) {
        return screens.show(request, "desk/office/import.jte", new Blank());
    }

    /** Looks at a table, and records nothing of it. */
    @POST
    @Allowed(Who.CLERK)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response preview(@Context ContainerRequestContext request) {
        byte[] bytes = Form.of(request).file("table").orElseThrow(() -> new ProblemException(Problem.FIELD_MISSING));
        if (bytes.length > BodyLimit.MOST_TABLE_BYTES) {
            throw new ProblemException(Problem.BODY_TOO_LARGE);
        }
        Actor clerk = Visitor.of(request)
                .caller()
                .actor()
                .orElseThrow(() -> new IllegalStateException("nobody was let in to import"));
        try (UploadedTable table = UploadedTable.of(bytes)) {
            Intake intake = table.open(CountyZone.of(books));
            IntakeCheck check = intake.check(ledger.today(), IntakeProgress.NONE);
            HoursImport.Prospect prospect = check.isClean() ? prospect(intake, clerk) : null;
            String carried = prospect == null
                    ? ""
                    : Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            return screens.show(
                    request, "desk/office/preview.jte", new Preview(check, check.errors(), prospect, carried));
        }
    }

    private HoursImport.Prospect prospect(Intake intake, Actor clerk) {
        try {
            return importing(clerk).prospect(intake);
        } catch (ImportRefused e) {
            throw new ProblemException(Problems.importRefused(e.getMessage()));
        }
    }

    private HoursImport importing(Actor clerk) {
        return new HoursImport(office, clerk, null, IntakeProgress.NONE);
    }

    /** Records it. The whole table is checked once more; rows that an earlier import recorded are not recorded again. */
    @POST
    @Path("records")
    @Writes
    @Allowed(Who.CLERK)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response record(@Context ContainerRequestContext request) {
        Acts.Act act = acts.of(request);
        try (UploadedTable table = UploadedTable.of(carried(Form.of(request).text("table")))) {
            Intake intake = table.open(CountyZone.of(books));
            if (!intake.check(ledger.today(), IntakeProgress.NONE).isClean()) {
                throw Problem.BAD_REQUEST.because("This is not the table that was looked at.");
            }
            try (IntakeReport report = IntakeReport.beside(table.file())) {
                IntakeSummary summary = importing(act.by()).run(intake, report);
                Done done = new Done(summary.rowsRecorded(), summary.rowsAlreadyThere(), summary.rowsSkipped());
                return screens.show(request, "desk/office/imported.jte", done);
            }
        }
    }

    private static byte[] carried(String table) {
        try {
            return Base64.getUrlDecoder().decode(table);
        } catch (IllegalArgumentException e) {
            throw Problem.BAD_REQUEST.because("This is not the table that was looked at.");
        }
    }
}

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
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import linli.entry.Actor;
import linli.intake.Field;
import linli.intake.Intake;
import linli.intake.IntakeCheck;
import linli.intake.IntakeException;
import linli.intake.IntakeProgress;
import linli.intake.IntakeReport;
import linli.intake.IntakeSummary;
import linli.intake.Mapping;
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
import linli.web.desk.Categories;
import linli.web.door.ProblemException;
import linli.web.form.Form;
import linli.web.list.Csv;
import linli.web.page.Language;
import linli.web.page.Words;
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
    private static final int UNPROCESSABLE = 422;

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

    /**
     * The form.
     *
     * @param problem why the table that was just chosen cannot be understood; null for none
     */
    public record Blank(@Nullable Misunderstood problem) {}

    /**
     * Neither the headings nor the mapping say what the columns are.
     *
     * @param detail where and how, in English
     */
    public record Misunderstood(IntakeException.Code code, String detail) {}

    /**
     * A table that was looked at.
     *
     * @param errors the first ones
     * @param prospect what would be written; null where it has errors
     * @param kinds of service, and how many rows are of each
     * @param upload as the forms that go on from here carry it along
     */
    public record Preview(
            IntakeCheck check,
            List<RowError> errors,
            HoursImport.@Nullable Prospect prospect,
            Understood understood,
            List<Kind> kinds,
            Carried upload) {
        /** How many rows would be recorded. */
        public long newRows() {
            return prospect == null ? 0 : check.rows() - prospect.rowsKnown();
        }
    }

    /**
     * How a table was understood.
     *
     * @param mapped whether a mapping said so
     * @param columns what is read from which column
     * @param unread the headings of all others
     * @param zone where its times are local
     */
    public record Understood(boolean mapped, Map<Field, String> columns, List<String> unread, ZoneId zone) {
        static Understood of(Intake intake, boolean mapped) {
            Mapping mapping = intake.mapping();
            List<String> unread = intake.headings().stream()
                    .filter(heading -> !heading.isEmpty() && !mapping.columns().containsValue(heading))
                    .toList();
            return new Understood(mapped, new TreeMap<>(mapping.columns()), unread, mapping.zone());
        }
    }

    /** A kind of service, and how many rows are of it. */
    public record Kind(String name, long rows) {}

    /**
     * What became of the rows.
     *
     * @param upload what they are, for the report
     * @param refused which ones the rules did not take, for the report
     */
    public record Done(long recorded, long known, long skipped, Carried upload, String refused) {}

    @GET
    @Allowed(Who.CLERK)
    public Response form(@Context ContainerRequestContext request) {
        return screens.show(request, "desk/office/import.jte", new Blank(null));
    }

    /** Looks at a table, and records nothing of it. */
    @POST
    @Allowed(Who.CLERK)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response preview(@Context ContainerRequestContext request) {
        Upload upload = Upload.chosen(Form.of(request));
        try (UploadedTable table = UploadedTable.of(upload)) {
            return screens.show(request, "desk/office/preview.jte", preview(request, table, upload));
        } catch (IntakeException e) {
            if (e.code() != IntakeException.Code.MAPPING && e.code() != IntakeException.Code.COLUMNS) {
                throw e;
            }
            String detail = Objects.requireNonNullElse(e.getMessage(), "");
            Blank again = new Blank(new Misunderstood(e.code(), detail));
            return Response.fromResponse(screens.show(request, "desk/office/import.jte", again))
                    .status(UNPROCESSABLE)
                    .build();
        }
    }

    private Preview preview(ContainerRequestContext request, UploadedTable table, Upload upload) {
        Intake intake = table.open(CountyZone.of(books));
        IntakeCheck check = intake.check(ledger.today(), IntakeProgress.NONE);
        HoursImport.Prospect prospect = check.isClean() ? prospect(intake, clerk(request)) : null;
        return new Preview(
                check,
                check.errors(),
                prospect,
                Understood.of(intake, upload.isMapped()),
                prospect == null
                        ? List.of()
                        : kinds(prospect, Visitor.of(request).language()),
                upload.carry());
    }

    private static Actor clerk(ContainerRequestContext request) {
        return Visitor.of(request)
                .caller()
                .actor()
                .orElseThrow(() -> new IllegalStateException("nobody was let in to import"));
    }

    private List<Kind> kinds(HoursImport.Prospect prospect, Language language) {
        List<Categories.Choice> known = Categories.of(books);
        return prospect.categories().entrySet().stream()
                .map(kind -> new Kind(Categories.name(known, kind.getKey(), language), kind.getValue()))
                .toList();
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
        Upload upload = Upload.carried(Form.of(request));
        try (UploadedTable table = UploadedTable.of(upload)) {
            Intake intake = again(table);
            if (!intake.check(ledger.today(), IntakeProgress.NONE).isClean()) {
                throw Upload.notTheSame();
            }
            Map<Long, String> refused = new TreeMap<>();
            try (IntakeReport report = IntakeReport.beside(
                    table.file(), (row, reason) -> refused.put(row.row().line(), code(reason)))) {
                IntakeSummary summary = importing(act.by()).run(intake, report);
                Done done = new Done(
                        summary.rowsRecorded(),
                        summary.rowsAlreadyThere(),
                        summary.rowsSkipped(),
                        upload.carry(),
                        LineReport.carry(refused));
                return screens.show(request, "desk/office/imported.jte", done);
            }
        }
    }

    /** The table that was looked at before. */
    private Intake again(UploadedTable table) {
        try {
            return table.open(CountyZone.of(books));
        } catch (IntakeException e) {
            throw Upload.notTheSame();
        }
    }

    /** The code of the rule that a reason begins with. */
    private static String code(String reason) {
        return reason.replaceFirst(":.*", "").toLowerCase(Locale.ROOT);
    }

    /** What becomes of every line, or what became of it, to be kept or mended by. */
    @POST
    @Path("report")
    @Allowed(Who.CLERK)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(Csv.NAME)
    public Response report(@Context ContainerRequestContext request) {
        Form form = Form.of(request);
        try (UploadedTable table = UploadedTable.of(Upload.carried(form))) {
            Map<Long, String> refused =
                    form.optional("refused").map(LineReport::carried).orElse(Map.of());
            LineReport report = new LineReport(
                    importing(clerk(request)),
                    refused,
                    Words.of(Visitor.of(request).language()));
            return Response.ok(report.of(again(table), ledger.today())).build();
        }
    }
}

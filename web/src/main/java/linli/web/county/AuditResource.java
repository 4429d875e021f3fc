package linli.web.county;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import linli.audit.AuditFinding;
import linli.audit.AuditReport;
import linli.audit.AuditedLog;
import linli.ledger.StaffMember;
import linli.web.caller.Allowed;
import linli.web.caller.Caller;
import linli.web.caller.Visitor;
import linli.web.caller.Who;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.form.Form;
import linli.web.screen.Address;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;

/** An audit of everything that this node holds, begun on a page. */
@Path("county/audit")
@Produces(Html.NAME)
public final class AuditResource {
    private static final String HOME = "/county/audit";

    private final Screens screens;
    private final AuditDesk desk;
    private final String origin;

    AuditResource(Means means, AuditDesk desk) {
        this.screens = means.screens();
        this.desk = desk;
        this.origin = means.office().ledger().node().origin().replaceAll("[^a-z0-9.-]", "-");
    }

    /**
     * The audit as it stands.
     *
     * @param kept reports of those before, newest first
     */
    public record Desk(AuditRun run, List<KeptAudit> kept) {}

    /**
     * A report.
     *
     * @param file under which its signed text is saved
     */
    public record Report(String id, AuditDone done, String file) {
        /** Entries of all logs together. */
        public static long entries(AuditReport report) {
            return report.logs().stream().mapToLong(AuditedLog::entries).sum();
        }

        /** In whose log a finding is; empty where nobody can say. */
        public static String whose(AuditReport report, AuditFinding finding) {
            return report.logs().stream()
                    .filter(log -> log.branch() != null && log.branch().equals(finding.branch()))
                    .findFirst()
                    .map(log -> log.branch() + " " + log.name())
                    .orElse("");
        }

        public static long signatures(AuditReport report) {
            return report.logs().stream().mapToLong(AuditedLog::signatures).sum();
        }

        public static long cosignatures(AuditReport report) {
            return report.logs().stream().mapToLong(AuditedLog::cosignatures).sum();
        }
    }

    @GET
    @Allowed({Who.ADMIN, Who.AUDITOR})
    public Response audit(@Context ContainerRequestContext request) {
        return screens.show(
                request, "county/audit.jte", new Desk(desk.run(), desk.shelf().list()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({Who.ADMIN, Who.AUDITOR})
    public Response begin(@Context ContainerRequestContext request) {
        StaffMember member = ((Caller.Staff) Visitor.of(request).caller()).member();
        desk.begin(Form.of(request).ticked("deep"), member);
        return Address.to(HOME);
    }

    @GET
    @Path("reports/{id}")
    @Allowed({Who.ADMIN, Who.AUDITOR})
    public Response report(@Context ContainerRequestContext request, @PathParam("id") String id) {
        return screens.show(
                request, "county/audit-report.jte", new Report(id, stored(id).done(), file(id)));
    }

    private AuditShelf.Stored stored(String id) {
        return desk.shelf().find(id).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    private String file(String id) {
        return "linli-audit-" + origin + "-" + id + ".txt";
    }

    /** A report as it was signed. */
    @GET
    @Path("reports/{id}/text")
    @Produces("text/plain; charset=utf-8")
    @Allowed({Who.ADMIN, Who.AUDITOR})
    public Response text(@PathParam("id") String id) {
        return Response.ok(stored(id).signed())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file(id) + "\"")
                .build();
    }
}

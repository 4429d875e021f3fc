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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import linli.entry.CountyEvent.PolicyAdopted;
import linli.entry.Texts;
import linli.ledger.AdoptedPolicy;
import linli.ledger.Ledger;
import linli.ledger.Policy;
import linli.web.act.Acts;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Visitor;
import linli.web.caller.Who;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.door.Typed;
import linli.web.form.Form;
import linli.web.page.EntryView;
import linli.web.page.Language;
import linli.web.screen.Address;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import org.jspecify.annotations.Nullable;

/** The policy: what is in force, every version there was, and a new one in two steps. */
@Path("county/policy")
@Produces(Html.NAME)
public final class PolicyPagesResource {
    private static final String HOME = "/county/policy";

    private final Screens screens;
    private final Acts acts;
    private final Ledger ledger;
    private final Entries entries;

    PolicyPagesResource(Means means) {
        this.screens = means.screens();
        this.acts = means.acts();
        this.ledger = means.office().ledger();
        this.entries = new Entries(ledger);
    }

    /**
     * A version, in words.
     *
     * @param adopted which
     * @param entry by which it was adopted; null where the county's log is not here
     * @param clauses what it says
     * @param versions every version there was, newest first
     * @param inForce whether it is the newest
     * @param mayAdopt whether whoever looks may adopt another
     */
    public record Version(
            AdoptedPolicy adopted,
            @Nullable EntryView entry,
            List<PolicyClauses.Clause> clauses,
            List<Past> versions,
            boolean inForce,
            boolean mayAdopt) {}

    /** A version and who adopted it when. */
    public record Past(int version, @Nullable EntryView entry) {}

    /** A document that was handed in: what it would change, or what is wrong with it. */
    public record Draft(
            String document,
            int version,
            List<PolicyClauses.Change> changes,
            @Nullable String mistake,
            boolean mayAdopt) {}

    @GET
    @Allowed({Who.ADMIN, Who.AUDITOR})
    public Response inForce(@Context ContainerRequestContext request) {
        return screens.show(request, "county/policy.jte", version(request, newest()));
    }

    @GET
    @Path("{version}")
    @Allowed({Who.ADMIN, Who.AUDITOR})
    public Response version(@Context ContainerRequestContext request, @PathParam("version") String version) {
        return screens.show(request, "county/policy.jte", version(request, known(version)));
    }

    /** The document as it stands in the log. */
    @GET
    @Path("{version}/document")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Allowed({Who.ADMIN, Who.AUDITOR})
    public Response document(@PathParam("version") String version) {
        AdoptedPolicy adopted = known(version);
        return Response.ok(adopted.document().getBytes(StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"linli-policy-" + adopted.version() + ".json\"")
                .build();
    }

    private AdoptedPolicy newest() {
        return ledger.books().policy().orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    private AdoptedPolicy known(String version) {
        // Version 0 is where the accounts keep the newest.
        return Optional.of(Typed.whole(version))
                .filter(number -> number > 0)
                .flatMap(ledger.books()::policy)
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    private Version version(ContainerRequestContext request, AdoptedPolicy adopted) {
        Language language = Visitor.of(request).language();
        int newest = newest().version();
        List<Past> versions = IntStream.iterate(newest, number -> number > 0, number -> number - 1)
                .mapToObj(ledger.books()::policy)
                .flatMap(Optional::stream)
                .map(past -> new Past(
                        past.version(), entries.inWords(past.entry(), language).orElse(null)))
                .toList();
        return new Version(
                adopted,
                entries.inWords(adopted.entry(), language).orElse(null),
                PolicyClauses.of(Policy.parse(adopted.document()), language),
                versions,
                adopted.version() == newest,
                mayAdopt(request));
    }

    private boolean mayAdopt(ContainerRequestContext request) {
        return ledger.node().isCounty() && Visitor.of(request).caller().is(Who.ADMIN);
    }

    /** The first step: what a document would change. Nothing is written. */
    @POST
    @Path("check")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Allowed({Who.ADMIN, Who.AUDITOR})
    public Response check(@Context ContainerRequestContext request) {
        Draft draft = draft(document(Form.of(request)), Visitor.of(request).language(), mayAdopt(request));
        return screens.show(request, "county/policy-draft.jte", draft);
    }

    private Draft draft(String document, Language language, boolean mayAdopt) {
        AdoptedPolicy now = newest();
        int next = now.version() + 1;
        if (document.length() > Texts.DOCUMENT_CHARS) {
            String tooLong = "The document has " + document.length() + " characters; at most " + Texts.DOCUMENT_CHARS
                    + " are possible.";
            return new Draft("", next, List.of(), tooLong, mayAdopt);
        }
        try {
            Policy policy = Policy.parse(document);
            return new Draft(
                    document,
                    next,
                    PolicyClauses.changes(Policy.parse(now.document()), policy, language),
                    null,
                    mayAdopt);
        } catch (IllegalArgumentException e) {
            return new Draft(document, next, List.of(), String.valueOf(e.getMessage()), mayAdopt);
        }
    }

    /** The file where one was chosen, else what was pasted. Forms send lines with an end that files do not have. */
    private static String document(Form form) {
        String text = form.file("file")
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .or(() -> form.optional("document"))
                .orElseThrow(() -> new ProblemException(Problem.FIELD_MISSING));
        return text.replace("\r\n", "\n").strip();
    }

    /** The second step: it is in force, for what is written from then on. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Writes
    @Allowed(Who.ADMIN)
    public Response adopt(@Context ContainerRequestContext request) {
        Form form = Form.of(request);
        acts.of(request).post(new PolicyAdopted(form.whole("version"), document(form)));
        return Address.to(HOME, "policy");
    }
}

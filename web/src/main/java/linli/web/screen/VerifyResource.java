package linli.web.screen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import linli.ledger.Books;
import linli.receipt.Verdict;
import linli.receipt.Verifier;
import linli.web.caller.Allowed;
import linli.web.caller.Visitor;
import linli.web.caller.Who;
import linli.web.door.Client;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.form.Form;
import linli.web.form.Unasked;
import linli.web.page.Naming;
import linli.web.page.VerdictView;
import linli.web.page.VerifyPage;
import linli.web.session.TryLimit;

/**
 * Verifies receipts for whoever has one. Nothing is written and nothing kept, so no form token is asked for; and it names nobody
 * whom the receipt does not name itself.
 */
@Path("verify")
@Produces(Html.NAME)
public final class VerifyResource {
    private static final byte[] NOTHING = {};
    private static final String EVERYBODY = "";
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final Screens screens;
    private final Verifier verifier;
    private final Books books;
    private final TryLimit perClient;
    private final TryLimit overall;

    public VerifyResource(Screens screens, Verifier verifier, Books books, InstantSource clock) {
        this.screens = screens;
        this.verifier = verifier;
        this.books = books;
        // Somebody with a pile of receipts is welcome: only those that do not hold are counted.
        this.perClient = new TryLimit(60, A_MINUTE, 5_000, clock);
        this.overall = new TryLimit(600, A_MINUTE, 1, clock);
    }

    @GET
    @Allowed(Who.ANYBODY)
    public Response form(@Context ContainerRequestContext request) {
        return screens.show(request, "verify.jte", new VerifyPage(null));
    }

    @POST
    @Allowed(Who.ANYBODY)
    @Unasked
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response verify(@Context ContainerRequestContext request, @Context HttpServletRequest from) {
        String client = Client.of(from.getRemoteAddr());
        begin(perClient, client);
        begin(overall, EVERYBODY);
        Verdict verdict = verifier.check(given(Form.of(request)));
        if (verdict.valid()) {
            perClient.takeBack(client);
            overall.takeBack(EVERYBODY);
        }
        VerdictView view = VerdictView.of(verdict, Visitor.of(request).language(), Naming.of(books));
        return screens.show(request, "verify.jte", new VerifyPage(view));
    }

    private static void begin(TryLimit limit, String key) {
        Duration wait = limit.begin(key);
        if (!wait.isZero()) {
            throw new ProblemException(Problem.TOO_MANY_TRIES, wait);
        }
    }

    /** The file where one was chosen, else what was pasted. */
    private static byte[] given(Form form) {
        return form.file("file")
                .or(() -> form.optional("text").map(text -> text.getBytes(StandardCharsets.UTF_8)))
                .orElse(NOTHING);
    }
}

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
import linli.ledger.Books;
import linli.receipt.Verdict;
import linli.web.caller.Allowed;
import linli.web.caller.ReceiptWindow;
import linli.web.caller.Visitor;
import linli.web.caller.Who;
import linli.web.form.Form;
import linli.web.form.Unasked;
import linli.web.page.Naming;
import linli.web.page.VerdictView;
import linli.web.page.VerifyPage;

/**
 * Verifies receipts for whoever has one. Nothing is written and nothing kept, so no form token is asked for; and it names nobody
 * whom the receipt does not name itself.
 */
@Path("verify")
@Produces(Html.NAME)
public final class VerifyResource {
    private static final byte[] NOTHING = {};

    private final Screens screens;
    private final ReceiptWindow window;
    private final Books books;

    public VerifyResource(Screens screens, ReceiptWindow window, Books books) {
        this.screens = screens;
        this.window = window;
        this.books = books;
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
        Verdict verdict = window.check(given(Form.of(request)), from);
        VerdictView view = VerdictView.of(verdict, Visitor.of(request).language(), Naming.of(books));
        return screens.show(request, "verify.jte", new VerifyPage(view));
    }

    /** The file where one was chosen, else what was pasted. */
    private static byte[] given(Form form) {
        return form.file("file")
                .or(() -> form.optional("text").map(text -> text.getBytes(StandardCharsets.UTF_8)))
                .orElse(NOTHING);
    }
}

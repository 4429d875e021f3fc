package linli.web.screen;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import linli.web.caller.Cookies;
import linli.web.caller.Visitor;
import linli.web.door.SecurityHeaders;
import linli.web.page.CertificateSheet;
import linli.web.page.Pages;
import linli.web.session.Session;

/** Answers with a page. */
public final class Screens {
    /** A page left open on a shared screen goes back to where one signs in so much later than its session is over. */
    private static final int AFTERWARDS_SECONDS = 5;

    private static final String REFRESH = "Refresh";

    private final Pages pages;
    private final Frames frames;

    public Screens(Pages pages, Frames frames) {
        this.pages = pages;
        this.frames = frames;
    }

    /**
     * A page, to be kept by nobody. If somebody is signed in, it leaves by itself when their session is over.
     *
     * @param template with the parameters {@code frame} and {@code page}
     */
    public Response show(ContainerRequestContext request, String template, Object page) {
        return page(request, template, page).build();
    }

    /** The same, with more to be said in the answer. */
    Response.ResponseBuilder page(ContainerRequestContext request, String template, Object page) {
        Visitor visitor = Visitor.of(request);
        Response.ResponseBuilder response = Response.ok(pages.page(template, frames.around(request), page), Html.TYPE)
                .cookie(Cookies.mark(visitor));
        Session session = visitor.session();
        Entrance entrance = Entrance.of("/" + request.getUriInfo().getPath());
        // A kiosk's pages ask first whether somebody is still there, and leave by themselves where no script asks.
        if (session != null && entrance != Entrance.KIOSK) {
            long over = session.holder().idle().toSeconds() + AFTERWARDS_SECONDS;
            response.header(REFRESH, over + "; url=" + entrance.signIn());
        }
        return response;
    }

    /**
     * A page that shows itself anew by itself, unless somebody is signed in: each request counts as a use of the session, which
     * would then never end.
     */
    public Response showLive(ContainerRequestContext request, String template, Object page, Duration every) {
        Response.ResponseBuilder response = page(request, template, page);
        return Visitor.of(request).isSignedIn()
                ? response.build()
                : response.header(REFRESH, every.toSeconds()).build();
    }

    /** A certificate to be printed. */
    public Response sheet(CertificateSheet sheet) {
        return Response.ok(pages.certificate(sheet), Html.TYPE)
                .header(SecurityHeaders.CONTENT_POLICY, SecurityHeaders.OF_A_SHEET)
                .build();
    }

    /**
     * The page on which somebody tries to sign in.
     *
     * @param wait how long to wait before the next try; zero for not at all
     */
    public Response tried(
            ContainerRequestContext request, Response.Status status, String template, Object page, Duration wait) {
        Response.ResponseBuilder response = page(request, template, page).status(status);
        return wait.isZero()
                ? response.build()
                : response.header(HttpHeaders.RETRY_AFTER, wait.toSeconds() + 1).build();
    }
}

package linli.web.screen;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import linli.ledger.Books;
import linli.ledger.Branch;
import linli.web.caller.Cookies;
import linli.web.caller.Visitor;
import linli.web.hours.Proof;
import linli.web.page.HoursView;
import linli.web.page.Pages;
import linli.web.page.SignInPage;
import linli.web.page.VerifyPage;
import linli.web.session.Session;
import linli.web.sync.SyncOverview;
import org.jspecify.annotations.Nullable;

/** Answers with a page. */
public final class Screens {
    /** A page left open on a shared screen goes back to the start page so much later than its session is over. */
    private static final int AFTERWARDS_SECONDS = 5;

    /** How often the sync page is shown anew by itself. */
    private static final String SOON = "10";

    private static final int SECONDS_PER_MINUTE = 60;

    private final Pages pages;
    private final Frames frames;
    private final Books books;

    public Screens(Pages pages, Frames frames, Books books) {
        this.pages = pages;
        this.frames = frames;
        this.books = books;
    }

    /**
     * The page that asks for number and PIN.
     *
     * @param notice what to tell about the last try; null for nothing
     * @param wait how long to wait before the next; zero for not at all
     */
    Response signIn(
            ContainerRequestContext request,
            Response.Status status,
            String number,
            @Nullable String notice,
            Duration wait) {
        Visitor visitor = Visitor.of(request);
        String nodeName = books.branch(books.branch()).map(Branch::name).orElse("");
        long minutes = (wait.toSeconds() + SECONDS_PER_MINUTE - 1) / SECONDS_PER_MINUTE;
        SignInPage page = new SignInPage(nodeName, number, notice, minutes);
        Response.ResponseBuilder response =
                html(pages.signIn(frames.around(request), page)).status(status);
        if (!wait.isZero()) {
            response.header(HttpHeaders.RETRY_AFTER, wait.toSeconds() + 1);
        }
        return response.cookie(Cookies.mark(visitor)).build();
    }

    Response hours(ContainerRequestContext request, HoursView view) {
        return personal(request, pages.hours(frames.around(request), view));
    }

    Response record(ContainerRequestContext request, Proof proof) {
        return personal(request, pages.record(frames.around(request), proof));
    }

    /**
     * The page of how reconciling stands. It shows itself anew only to somebody who is not signed in: each request counts as a
     * use of the session, which would then never end.
     */
    Response sync(ContainerRequestContext request, SyncOverview overview) {
        Visitor visitor = Visitor.of(request);
        String page = pages.sync(frames.around(request), overview);
        return visitor.isSignedIn()
                ? personal(request, page)
                : open(visitor, page).header("Refresh", SOON).build();
    }

    /** The page on which receipts are verified. */
    Response verify(ContainerRequestContext request, VerifyPage view) {
        Visitor visitor = Visitor.of(request);
        String page = pages.verify(frames.around(request), view);
        return visitor.isSignedIn()
                ? personal(request, page)
                : open(visitor, page).build();
    }

    /** A page for everybody. */
    private static Response.ResponseBuilder open(Visitor visitor, String page) {
        return html(page).cookie(Cookies.mark(visitor));
    }

    private static Response personal(ContainerRequestContext request, String page) {
        Response.ResponseBuilder response = html(page);
        Session session = Visitor.of(request).session();
        if (session != null) {
            long over = session.holder().idle().toSeconds() + AFTERWARDS_SECONDS;
            response.header("Refresh", over + "; url=/");
        }
        return response.build();
    }

    private static Response.ResponseBuilder html(String page) {
        return Response.ok(page, Html.TYPE);
    }
}

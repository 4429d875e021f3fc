package linli.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import linli.ledger.Books;
import linli.ledger.Branch;
import linli.web.hours.Proof;
import linli.web.page.HoursView;
import linli.web.page.Pages;
import linli.web.page.SignInPage;
import linli.web.page.VerifyPage;
import linli.web.session.Sessions;
import linli.web.sync.SyncOverview;
import org.jspecify.annotations.Nullable;

/** Answers with a page. */
final class Screens {
    /** A page left open on a shared screen goes back to the start page once its session is over. */
    private static final String AFTERWARDS = Sessions.IDLE.plusSeconds(5).toSeconds() + "; url=/";

    /** How often the sync page is shown anew by itself. */
    private static final String SOON = "10";

    private static final int SECONDS_PER_MINUTE = 60;

    private final Pages pages;
    private final Visitors visitors;
    private final Books books;

    Screens(Pages pages, Visitors visitors, Books books) {
        this.pages = pages;
        this.visitors = visitors;
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
                html(pages.signIn(visitors.frame(visitor, request), page)).status(status);
        if (!wait.isZero()) {
            response.header(HttpHeaders.RETRY_AFTER, wait.toSeconds() + 1);
        }
        return response.cookie(visitors.markCookie(visitor).stream().toArray(NewCookie[]::new))
                .build();
    }

    Response hours(ContainerRequestContext request, HoursView view) {
        return personal(pages.hours(visitors.frame(Visitor.of(request), request), view));
    }

    Response record(ContainerRequestContext request, Proof proof) {
        return personal(pages.record(visitors.frame(Visitor.of(request), request), proof));
    }

    /**
     * The page of how reconciling stands. It shows itself anew only to somebody who is not signed in: each request counts as a
     * use of the session, which would then never end.
     */
    Response sync(ContainerRequestContext request, SyncOverview overview) {
        Visitor visitor = Visitor.of(request);
        String page = pages.sync(visitors.frame(visitor, request), overview);
        return visitor.session().isPresent()
                ? personal(page)
                : open(page, visitor).header("Refresh", SOON).build();
    }

    Response verify(ContainerRequestContext request, VerifyPage view) {
        Visitor visitor = Visitor.of(request);
        String page = pages.verify(visitors.frame(visitor, request), view);
        return visitor.session().isPresent()
                ? personal(page)
                : open(page, visitor).build();
    }

    /** A page for everybody. */
    private Response.ResponseBuilder open(String page, Visitor visitor) {
        return html(page).cookie(visitors.markCookie(visitor).stream().toArray(NewCookie[]::new));
    }

    private static Response personal(String page) {
        return html(page).header("Refresh", AFTERWARDS).build();
    }

    private static Response.ResponseBuilder html(String page) {
        return Response.ok(page, Html.TYPE);
    }
}

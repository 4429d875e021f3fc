package linli.web.screen;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import linli.web.caller.Cookies;
import linli.web.caller.Visitor;
import linli.web.door.Problem;
import linli.web.door.ProblemJson;
import linli.web.door.ProblemReport;
import linli.web.page.ErrorPage;
import linli.web.page.Pages;

/**
 * Tells a problem as problem+json to programs, and to people as a page, or as a notice above the form they sent. Who is not signed
 * in is led to where they can.
 */
public final class ProblemFilter implements ContainerResponseFilter {
    private static final Pattern FOR_PROGRAMS = Pattern.compile("(api|health)(/.*)?");
    private static final Annotation[] NONE = {};

    private final Pages pages;
    private final Frames frames;

    public ProblemFilter(Pages pages, Frames frames) {
        this.pages = pages;
        this.frames = frames;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof ProblemReport report) {
            // Before anybody is met there is nobody to show a page to.
            if (Visitor.of(request) == null || !readByAPerson(request)) {
                response.setEntity(report.toJson(), NONE, ProblemJson.PROBLEM_JSON);
            } else if (isBeforeAnEntrance(request, report)) {
                leadIn(request, response);
            } else {
                tell(request, response, report);
            }
        }
    }

    private static boolean isBeforeAnEntrance(ContainerRequestContext request, ProblemReport report) {
        return request.getMethod().equals(HttpMethod.GET)
                && report.fault().code().equals(Problem.NOT_SIGNED_IN.code());
    }

    private static void leadIn(ContainerRequestContext request, ContainerResponseContext response) {
        response.setStatusInfo(Response.Status.SEE_OTHER);
        response.setEntity(null);
        response.getHeaders().putSingle(HttpHeaders.LOCATION, URI.create(signIn(request)));
    }

    /** At a kiosk whoever has signed in goes on to where they wanted to be. */
    private static String signIn(ContainerRequestContext request) {
        Entrance entrance = Entrance.of("/" + request.getUriInfo().getPath());
        return entrance == Entrance.KIOSK
                ? entrance.signIn() + "?next=" + URLEncoder.encode(Frames.here(request), StandardCharsets.UTF_8)
                : entrance.signIn();
    }

    private void tell(ContainerRequestContext request, ContainerResponseContext response, ProblemReport report) {
        Entrance entrance = Entrance.of("/" + request.getUriInfo().getPath());
        boolean unknown = report.fault().code().equals(Problem.NOT_SIGNED_IN.code());
        String home = unknown ? entrance.signIn() : entrance.address();
        ErrorPage page = new ErrorPage(report.fault().code(), report.id(), home);
        String template = entrance == Entrance.KIOSK ? "kiosk/error.jte" : "error.jte";
        if (FormAnswers.wanted(request)) {
            FormAnswers.asNotice(response);
            template = "notice.jte";
        }
        response.setEntity(pages.page(template, frames.around(request), page), NONE, Html.TYPE);
        for (NewCookie cookie : Cookies.mark(Visitor.of(request))) {
            response.getHeaders().add(HttpHeaders.SET_COOKIE, cookie);
        }
    }

    private static boolean readByAPerson(ContainerRequestContext request) {
        String accept = Objects.requireNonNullElse(request.getHeaderString(HttpHeaders.ACCEPT), "");
        boolean browser = accept.contains("text/html") || FormAnswers.wanted(request);
        return browser && !FOR_PROGRAMS.matcher(request.getUriInfo().getPath()).matches();
    }
}

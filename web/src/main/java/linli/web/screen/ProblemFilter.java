package linli.web.screen;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.lang.annotation.Annotation;
import java.util.Objects;
import java.util.regex.Pattern;
import linli.web.caller.Cookies;
import linli.web.caller.Visitor;
import linli.web.door.ProblemJson;
import linli.web.door.ProblemReport;
import linli.web.page.ErrorPage;
import linli.web.page.Pages;

/** Tells a problem as a page to people and as problem+json to programs. */
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
            if (Visitor.of(request) != null && readByAPerson(request)) {
                ErrorPage page = new ErrorPage(report.fault().code(), report.id());
                response.setEntity(pages.error(frames.around(request), page), NONE, Html.TYPE);
                for (NewCookie cookie : Cookies.mark(Visitor.of(request))) {
                    response.getHeaders().add(HttpHeaders.SET_COOKIE, cookie);
                }
            } else {
                response.setEntity(report.toJson(), NONE, ProblemJson.PROBLEM_JSON);
            }
        }
    }

    private static boolean readByAPerson(ContainerRequestContext request) {
        String accept = Objects.requireNonNullElse(request.getHeaderString(HttpHeaders.ACCEPT), "");
        String path = request.getUriInfo().getPath();
        return accept.contains("text/html") && !FOR_PROGRAMS.matcher(path).matches();
    }
}

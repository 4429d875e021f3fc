package linli.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.annotation.Annotation;
import java.util.Objects;
import java.util.regex.Pattern;
import linli.web.page.ErrorPage;
import linli.web.page.Pages;

/** Tells a problem as a page to people and as problem+json to programs. */
final class ProblemFilter implements ContainerResponseFilter {
    private static final Pattern FOR_PROGRAMS = Pattern.compile("(api|health)(/.*)?");
    private static final Annotation[] NONE = {};

    private final Pages pages;
    private final Visitors visitors;

    ProblemFilter(Pages pages, Visitors visitors) {
        this.pages = pages;
        this.visitors = visitors;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof ProblemReport report) {
            if (readByAPerson(request)) {
                Visitor visitor = Visitor.of(request);
                ErrorPage page = new ErrorPage(report.problem().code(), report.id());
                response.setEntity(pages.error(visitors.frame(visitor, request), page), NONE, Html.TYPE);
                visitors.markCookie(visitor)
                        .ifPresent(cookie -> response.getHeaders().add(HttpHeaders.SET_COOKIE, cookie));
            } else {
                response.setEntity(report.toJson(), NONE, PeerProblems.PROBLEM_JSON);
            }
        }
    }

    private static boolean readByAPerson(ContainerRequestContext request) {
        String accept = Objects.requireNonNullElse(request.getHeaderString(HttpHeaders.ACCEPT), "");
        String path = request.getUriInfo().getPath();
        return accept.contains("text/html") && !FOR_PROGRAMS.matcher(path).matches();
    }
}

package linli.web.screen;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/**
 * What a form is answered with where the page sends it by itself (htmx): what went wrong comes as a notice above the form, which
 * keeps all that was typed; when all went well, the browser goes on as it would have by itself.
 */
public final class FormAnswers implements ContainerResponseFilter {
    private static final String SENT_BY_PAGE = "HX-Request";

    /** Whether the page, and not the browser, has sent this. */
    static boolean wanted(ContainerRequestContext request) {
        return request.getHeaderString(SENT_BY_PAGE) != null;
    }

    /** Has the answer put where the page keeps room for it. */
    static void asNotice(ContainerResponseContext response) {
        response.getHeaders().putSingle("HX-Retarget", "#notice");
        response.getHeaders().putSingle("HX-Reswap", "innerHTML show:top");
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (wanted(request) && response.getStatus() == Response.Status.SEE_OTHER.getStatusCode()) {
            Object location = response.getHeaders().getFirst(HttpHeaders.LOCATION);
            response.getHeaders().remove(HttpHeaders.LOCATION);
            response.getHeaders().putSingle("HX-Redirect", String.valueOf(location));
            response.setStatusInfo(Response.Status.NO_CONTENT);
        }
    }
}

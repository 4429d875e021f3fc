package linli.web.door;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;

/** Tells a problem as problem+json: here everybody who asks is a program. */
public final class ProblemJson implements ContainerResponseFilter {
    public static final MediaType PROBLEM_JSON = MediaType.valueOf("application/problem+json");
    private static final Annotation[] NONE = {};

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof ProblemReport report) {
            response.setEntity(report.toJson(), NONE, PROBLEM_JSON);
        }
    }
}

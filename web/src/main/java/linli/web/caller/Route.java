package linli.web.caller;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.annotation.Annotation;
import java.util.Optional;
import org.glassfish.jersey.server.ExtendedUriInfo;

/** The method that will answer a request. */
public final class Route {
    private Route() {}

    /** What the method says of itself; empty where it says nothing of the kind. */
    public static <A extends Annotation> Optional<A> says(ContainerRequestContext request, Class<A> annotation) {
        return request.getUriInfo() instanceof ExtendedUriInfo uri
                ? Optional.ofNullable(uri.getMatchedResourceMethod())
                        .map(method ->
                                method.getInvocable().getDefinitionMethod().getAnnotation(annotation))
                : Optional.empty();
    }
}

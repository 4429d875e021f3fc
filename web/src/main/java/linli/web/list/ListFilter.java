package linli.web.list;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import org.jspecify.annotations.Nullable;

/** Says beside a list where it goes on, and what a table's file is called. */
public final class ListFilter implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Page<?> page) {
            UriBuilder here = request.getUriInfo().getRequestUriBuilder();
            if (page.next() != null) {
                String next =
                        here.replaceQueryParam("from", page.next()).build().toString();
                response.getHeaders().putSingle(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
            }
        }
        if (isTable(response.getMediaType())) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, Csv.NAME + "; charset=utf-8");
            response.getHeaders().putSingle(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"linli.csv\"");
        }
    }

    private static boolean isTable(@Nullable MediaType type) {
        return type != null && type.isCompatible(MediaType.valueOf(Csv.NAME));
    }
}

package linli.web.desk;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;
import linli.web.list.Page;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list as a page shows it, with where the list begins and goes on; {@code desk/pages.jte} offers both.
 *
 * @param items in the order of the list
 * @param first the address where it begins; null where this is it
 * @param next the address where it goes on; null at the end
 */
public record Listing<T extends Record>(
        List<T> items, @Nullable String first, @Nullable String next) {
    private static final String FROM = "from";

    /** The part that was asked for; whatever else stands in the address is kept. */
    public static <T extends Record> Listing<T> of(ContainerRequestContext request, Page<T> page) {
        boolean begins = !request.getUriInfo().getQueryParameters().containsKey(FROM);
        return new Listing<>(
                page.items(), begins ? null : at(request, null), page.next() == null ? null : at(request, page.next()));
    }

    private static String at(ContainerRequestContext request, @Nullable String from) {
        UriBuilder here = request.getUriInfo().getRequestUriBuilder().replaceQueryParam("done");
        URI there = (from == null ? here.replaceQueryParam(FROM) : here.replaceQueryParam(FROM, from)).build();
        String query = there.getRawQuery();
        return query == null || query.isEmpty() ? there.getRawPath() : there.getRawPath() + "?" + query;
    }
}

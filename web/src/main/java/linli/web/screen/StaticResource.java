package linli.web.screen;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.page.StyleSheet;

/** The files that pages refer to. */
@Path("static")
public final class StaticResource {
    static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String A_DAY = "public, max-age=86400";

    public StaticResource() {}

    @GET
    @Allowed(Who.ANYBODY)
    @Path("linli.css")
    @Produces("text/css; charset=utf-8")
    public Response css() {
        return Response.ok(StyleSheet.css())
                .header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
                .build();
    }

    @GET
    @Allowed(Who.ANYBODY)
    @Path("linli.svg")
    @Produces("image/svg+xml")
    public Response icon() {
        return Response.ok(StyleSheet.icon())
                .header(HttpHeaders.CACHE_CONTROL, A_DAY)
                .build();
    }
}

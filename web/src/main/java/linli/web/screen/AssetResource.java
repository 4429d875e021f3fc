package linli.web.screen;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.page.Assets;
import org.jspecify.annotations.Nullable;

/** The files that pages refer to. */
@Path("assets")
public final class AssetResource {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    public AssetResource() {}

    @GET
    @Path("{name}")
    @Allowed(Who.ANYBODY)
    public Response asset(
            @PathParam("name") String name, @HeaderParam(HttpHeaders.ACCEPT_ENCODING) @Nullable String encodings) {
        Assets.Asset asset = Assets.at("/assets/" + name).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        boolean packed = encodings != null && encodings.contains("gzip");
        Response.ResponseBuilder response = Response.ok(asset.bytes(packed), asset.type())
                .header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        return packed ? response.header(HttpHeaders.CONTENT_ENCODING, "gzip").build() : response.build();
    }
}

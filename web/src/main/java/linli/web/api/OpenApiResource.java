package linli.web.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.door.Json;

/** The description of the API. */
@Path("api/v1/openapi.json")
@Produces(Json.TYPE)
public final class OpenApiResource {
    private final byte[] description = OpenApi.assembled();

    public OpenApiResource() {}

    @GET
    @Allowed(Who.ANYBODY)
    public Response openApi() {
        return Response.ok(description).build();
    }
}

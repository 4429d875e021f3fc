package linli.web.kiosk;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import linli.web.caller.Allowed;
import linli.web.caller.Who;

/** What a page asks by itself while somebody reads it. */
@Path("kiosk")
public final class HereResource {
    HereResource() {}

    /** The node is there. A page asks this without its cookies, so that asking keeps nobody signed in. */
    @GET
    @Path("here")
    @Allowed(Who.ANYBODY)
    public Response here() {
        return Response.noContent().build();
    }

    /** Somebody is still there: being asked is what counts. */
    @GET
    @Path("stay")
    @Allowed(Who.AT_KIOSK)
    public Response stay() {
        return Response.noContent().build();
    }
}

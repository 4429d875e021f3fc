package linli.web.county;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import linli.web.caller.Allowed;
import linli.web.caller.Visitor;
import linli.web.caller.Who;
import linli.web.door.Json;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.page.Language;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import org.glassfish.jersey.server.ChunkedOutput;
import org.jspecify.annotations.Nullable;

/** The big screen (数据大屏), for a hall. It shows no person, so a paired device may show it all day. */
@Path("screen")
@Produces(Html.NAME)
public final class ScreenResource {
    private final Screens screens;
    private final LiveScreen live;

    ScreenResource(Means means, LiveScreen live) {
        this.screens = means.screens();
        this.live = live;
    }

    /** What is shown first; the script goes on from there. */
    public record Shown(Figures figures) {
        public String json() {
            return Json.tree(figures).toString();
        }
    }

    @GET
    @Allowed({Who.ADMIN, Who.AUDITOR, Who.MANAGER, Who.KIOSK})
    public Response screen(@Context ContainerRequestContext request) {
        return screens.show(request, "county/screen.jte", new Shown(live.figures(languageOf(request))));
    }

    /** The same as tables: to be read aloud, and printed. */
    @GET
    @Path("tables")
    @Allowed({Who.ADMIN, Who.AUDITOR, Who.MANAGER, Who.KIOSK})
    public Response tables(@Context ContainerRequestContext request) {
        return screens.show(request, "county/screen-tables.jte", new Shown(live.figures(languageOf(request))));
    }

    /** Who asks what would be answered is no listener. */
    @HEAD
    @Path("live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Allowed({Who.ADMIN, Who.AUDITOR, Who.MANAGER, Who.KIOSK})
    public Response head() {
        return Response.ok().build();
    }

    /** The figures now, and whenever they have changed. Only who asks for events gets an answer that does not end. */
    @GET
    @Path("live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Allowed({Who.ADMIN, Who.AUDITOR, Who.MANAGER, Who.KIOSK})
    public ChunkedOutput<String> live(
            @Context ContainerRequestContext request, @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        if (accept == null || !accept.toLowerCase(Locale.ROOT).contains(MediaType.SERVER_SENT_EVENTS)) {
            throw new ProblemException(Problem.NOT_ACCEPTABLE);
        }
        return live.listen(languageOf(request));
    }

    private static Language languageOf(ContainerRequestContext request) {
        return Visitor.of(request).language();
    }
}

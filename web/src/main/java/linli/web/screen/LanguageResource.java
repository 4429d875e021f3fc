package linli.web.screen;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import linli.web.caller.Allowed;
import linli.web.caller.Cookies;
import linli.web.caller.Visitor;
import linli.web.caller.Who;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.page.Language;
import org.jspecify.annotations.Nullable;

/** Choosing a language, and coming back to the page that one was on. */
@Path("language")
public final class LanguageResource {
    public LanguageResource() {}

    @POST
    @Allowed(Who.ANYBODY)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response language(
            @Context ContainerRequestContext request,
            @FormParam("back") @Nullable String back,
            @FormParam("language") @DefaultValue("") String code) {
        Visitor visitor = Visitor.of(request);
        Language language = Language.of(code).orElseThrow(() -> new ProblemException(Problem.BAD_REQUEST));
        return Response.seeOther(URI.create(Frames.pageOrHome(back)))
                .cookie(Cookies.language(visitor, language))
                .build();
    }
}

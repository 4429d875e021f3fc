package linli.web.kiosk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import linli.access.Kiosks;
import linli.web.caller.Allowed;
import linli.web.caller.Cookies;
import linli.web.caller.Desk;
import linli.web.caller.Verdicts;
import linli.web.caller.Visitor;
import linli.web.caller.Who;
import linli.web.door.Client;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.form.Form;
import linli.web.hours.MyHours;
import linli.web.hours.Person;
import linli.web.page.Size;
import linli.web.screen.Address;
import linli.web.screen.Frames;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import linli.web.session.Pairing;
import org.jspecify.annotations.Nullable;

/** The first page at a kiosk; before, where a device becomes one. */
@Path("kiosk")
@Produces(Html.NAME)
public final class HallResource {
    static final String HOME = "/kiosk";
    private static final String LEFT = HOME + "/left";

    private final Screens screens;
    private final MyHours myHours;
    private final Pairing pairing;
    private final Desk desk;

    HallResource(Means means) {
        this.screens = means.screens();
        this.myHours = means.myHours();
        this.pairing = means.pairing();
        this.desk = means.desk();
    }

    /**
     * The choices, and who has them.
     *
     * @param signedIn whether somebody has given their PIN
     * @param name theirs, if the node knows it
     */
    public record Home(boolean signedIn, @Nullable String name) {}

    /**
     * What is asked of a device that is no kiosk yet.
     *
     * @param notice what came of the last try; null for nothing
     * @param minutes to wait before the next
     */
    public record NewDevice(@Nullable String notice, long minutes) {}

    @GET
    @Allowed(Who.ANYBODY)
    public Response home(@Context ContainerRequestContext request) {
        Visitor visitor = Visitor.of(request);
        if (!visitor.caller().is(Who.KIOSK)) {
            return screens.show(request, "kiosk/pairing.jte", new NewDevice(null, 0));
        }
        if (visitor.hadSession()) {
            return Address.to(LEFT);
        }
        String name = visitor.caller()
                .volunteer()
                .flatMap(myHours::person)
                .map(Person::name)
                .orElse(null);
        Home home = new Home(visitor.caller().is(Who.AT_KIOSK), name);
        return Response.fromResponse(screens.show(request, "kiosk/home.jte", home))
                .cookie(Cookies.kioskAnew(visitor))
                .build();
    }

    /** Whoever was here is gone: language and size are again what the next one expects. */
    @GET
    @Path("left")
    @Allowed(Who.ANYBODY)
    public Response left(@Context ContainerRequestContext request) {
        Visitor visitor = Visitor.of(request);
        return visitor.isSignedIn()
                ? Address.to(HOME)
                : Response.fromResponse(Address.to(HOME))
                        .cookie(Cookies.asAtFirst(visitor))
                        .build();
    }

    @POST
    @Path("pairing")
    @Allowed(Who.ANYBODY)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response pair(@Context ContainerRequestContext request, @Context HttpServletRequest from) {
        Visitor visitor = Visitor.of(request);
        if (visitor.caller().is(Who.KIOSK)) {
            return Address.to(HOME);
        }
        try {
            Kiosks.Paired paired =
                    Verdicts.orProblem(pairing.attempt(Form.of(request).text("code"), Client.of(from.getRemoteAddr())));
            desk.close(visitor);
            return Response.fromResponse(Address.to(HOME))
                    .cookie(Cookies.kiosk(visitor, paired.token()), Cookies.noSession(visitor))
                    .build();
        } catch (ProblemException refused) {
            Duration wait = refused.retryAfter();
            return screens.tried(
                    request,
                    Response.Status.fromStatusCode(refused.fault().status()),
                    "kiosk/pairing.jte",
                    new NewDevice(refused.fault().code(), PinResource.minutes(wait)),
                    wait);
        }
    }

    /** How large everything is written until whoever is here leaves. */
    @POST
    @Path("size")
    @Allowed(Who.ANYBODY)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response size(@Context ContainerRequestContext request) {
        Form form = Form.of(request);
        Size size =
                form.optional("size").flatMap(Size::of).orElseThrow(() -> new ProblemException(Problem.BAD_REQUEST));
        return Response.seeOther(
                        URI.create(Frames.pageOrHome(form.optional("back").orElse(HOME))))
                .cookie(Cookies.size(Visitor.of(request), size))
                .build();
    }
}

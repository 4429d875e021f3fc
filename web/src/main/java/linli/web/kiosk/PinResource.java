package linli.web.kiosk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import linli.entry.VolunteerNo;
import linli.web.caller.Allowed;
import linli.web.caller.Cookies;
import linli.web.caller.Desk;
import linli.web.caller.Verdicts;
import linli.web.caller.Visitor;
import linli.web.caller.Who;
import linli.web.door.Client;
import linli.web.door.ProblemException;
import linli.web.form.Form;
import linli.web.screen.Address;
import linli.web.screen.Frames;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import linli.web.session.SignIn;
import org.jspecify.annotations.Nullable;

/** Saying who one is: first the number, then the PIN. Then it goes on to where one wanted to be. */
@Path("kiosk/sign-in")
@Produces(Html.NAME)
public final class PinResource {
    private static final int SECONDS_PER_MINUTE = 60;

    private final Screens screens;
    private final SignIn signIn;
    private final Desk desk;

    PinResource(Means means) {
        this.screens = means.screens();
        this.signIn = means.signIn();
        this.desk = means.desk();
    }

    /**
     * What is asked.
     *
     * @param next the page to go on to
     * @param number as it was given; empty before
     * @param notice what came of the last try; null for nothing
     * @param minutes to wait before the next
     */
    public record Question(
            String next, String number, @Nullable String notice, long minutes) {}

    /** Where one signs in, to go on to a page of the kiosk. */
    static String addressFor(String next) {
        return "/kiosk/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    @GET
    @Allowed(Who.ANYBODY)
    public Response number(@Context ContainerRequestContext request, @QueryParam("next") @Nullable String next) {
        Visitor visitor = Visitor.of(request);
        if (!visitor.caller().is(Who.KIOSK)) {
            return Address.to(HallResource.HOME);
        }
        if (visitor.caller().is(Who.AT_KIOSK)) {
            return Address.to(page(next));
        }
        return asked(request, Response.Status.OK, new Question(page(next), "", null, 0));
    }

    @POST
    @Path("number")
    @Allowed(Who.KIOSK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response pin(@Context ContainerRequestContext request) {
        Form form = Form.of(request);
        String next = page(form.optional("next").orElse(null));
        String typed = form.optional("number").orElse("");
        try {
            VolunteerNo number = CardText.number(typed);
            return screens.show(request, "kiosk/pin.jte", new Question(next, number.toString(), null, 0));
        } catch (ProblemException malformed) {
            Question again = new Question(next, typed, malformed.fault().code(), 0);
            return asked(request, Response.Status.BAD_REQUEST, again);
        }
    }

    private Response asked(ContainerRequestContext request, Response.Status status, Question question) {
        return screens.tried(request, status, "kiosk/number.jte", question, Duration.ZERO);
    }

    @POST
    @Allowed(Who.KIOSK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response open(@Context ContainerRequestContext request, @Context HttpServletRequest from) {
        Visitor visitor = Visitor.of(request);
        Form form = Form.of(request);
        VolunteerNo number = form.number("number");
        String next = page(form.optional("next").orElse(null));
        try {
            VolunteerNo proven =
                    Verdicts.orProblem(signIn.volunteer(number, form.secret("pin"), Client.of(from.getRemoteAddr())));
            return Response.fromResponse(Address.to(next))
                    .cookie(Cookies.session(visitor, desk.open(visitor, proven).token()))
                    .build();
        } catch (ProblemException refused) {
            Duration wait = refused.retryAfter();
            return screens.tried(
                    request,
                    Response.Status.fromStatusCode(refused.fault().status()),
                    "kiosk/pin.jte",
                    new Question(next, number.toString(), refused.fault().code(), minutes(wait)),
                    wait);
        }
    }

    /** Rounded up, as people are told how long to wait. */
    static long minutes(Duration wait) {
        return (wait.toSeconds() + SECONDS_PER_MINUTE - 1) / SECONDS_PER_MINUTE;
    }

    private static String page(@Nullable String next) {
        String page = Frames.pageOrHome(next);
        return page.startsWith(HallResource.HOME) ? page : HallResource.HOME;
    }
}

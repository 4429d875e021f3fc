package linli.web.setup;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import linli.enrol.InviteCode;
import linli.sync.PeerAddress;
import linli.web.caller.Allowed;
import linli.web.caller.Visitor;
import linli.web.caller.Who;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.door.Typed;
import linli.web.form.Form;
import linli.web.screen.Address;
import linli.web.screen.Html;
import linli.web.screen.Screens;

/** The questions of the first run. Each can be answered again until the node is made. */
@Path("/")
@Produces(Html.NAME)
public final class SetupResource {
    private static final String START = "/";
    private static final String PAPER = "/setup/paper";
    private static final String ORIGIN = "[a-z0-9]([a-z0-9.-]{0,60}[a-z0-9])?";

    private final Screens screens;
    private final Setup setup;
    private final FirstRun firstRun;

    SetupResource(Screens screens, Setup setup, FirstRun firstRun) {
        this.screens = screens;
        this.setup = setup;
        this.firstRun = firstRun;
    }

    /** Nobody but whoever stands before the terminal knows the code. */
    @GET
    @Allowed(Who.ANYBODY)
    public Response door(@Context ContainerRequestContext request) {
        return setup.belongsTo(Visitor.of(request)) ? onward() : screens.show(request, "setup/door.jte", Answers.NONE);
    }

    @POST
    @Path("setup")
    @Allowed(Who.ANYBODY)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response open(@Context ContainerRequestContext request) {
        if (!setup.open(Visitor.of(request), Form.of(request).text("code"))) {
            throw SetupFault.CODE.problem();
        }
        return onward();
    }

    private Response onward() {
        return Address.to(
                setup.paper().isPresent() ? PAPER : setup.answers().next().page());
    }

    /** A question, with what was answered before. */
    @GET
    @Path("setup/{question: kind|county|invitation|fingerprint|manager|check}")
    @Allowed(Who.ANYBODY)
    public Response question(@Context ContainerRequestContext request, @PathParam("question") String name) {
        Answers.Question question = Typed.word(Answers.Question.class, name.toLowerCase(Locale.ROOT));
        boolean reached = question.compareTo(setup.answers().next()) <= 0;
        if (!setup.belongsTo(Visitor.of(request)) || setup.paper().isPresent() || !reached) {
            return Address.to(START);
        }
        return screens.show(request, "setup/" + name + ".jte", setup.answers());
    }

    @POST
    @Path("setup/kind")
    @Allowed(Who.ANYBODY)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response kind(@Context ContainerRequestContext request) {
        boolean county = mine(request).text("kind").equals("county");
        return answered(setup.answers().ofKind(county));
    }

    @POST
    @Path("setup/county")
    @Allowed(Who.ANYBODY)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response county(@Context ContainerRequestContext request) {
        Form form = mine(request);
        String origin = form.text("origin").toLowerCase(Locale.ROOT);
        if (!origin.matches(ORIGIN)) {
            throw SetupFault.ORIGIN.problem();
        }
        return answered(setup.answers().ofCounty(form.text("name"), origin));
    }

    @POST
    @Path("setup/invitation")
    @Allowed(Who.ANYBODY)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response invitation(@Context ContainerRequestContext request) {
        Form form = mine(request);
        PeerAddress address = address(form.text("address"));
        return SetupFault.orTold(() -> {
            InviteCode code = InviteCode.parse(form.text("code"));
            return answered(setup.answers().ofInvitation(address, code, firstRun.look(address)));
        });
    }

    private static PeerAddress address(String typed) {
        try {
            return PeerAddress.parse(typed.contains("://") ? typed : "https://" + typed);
        } catch (IllegalArgumentException e) {
            throw SetupFault.ADDRESS.problem();
        }
    }

    @POST
    @Path("setup/fingerprint")
    @Allowed(Who.ANYBODY)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response fingerprint(@Context ContainerRequestContext request) {
        if (!mine(request).text("same").equals("yes")) {
            throw SetupFault.FINGERPRINT.problem();
        }
        return answered(setup.answers().compared());
    }

    @POST
    @Path("setup/manager")
    @Allowed(Who.ANYBODY)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response manager(@Context ContainerRequestContext request) {
        Form form = mine(request);
        String handle = form.text("handle").toLowerCase(Locale.ROOT);
        if (!handle.matches("[a-z0-9][a-z0-9-]{0,31}")) {
            throw SetupFault.HANDLE.problem();
        }
        return answered(setup.answers().ofManager(new FirstRun.Manager(handle, form.text("name"))));
    }

    /** All answers are right: the node is made. */
    @POST
    @Path("setup/check")
    @Allowed(Who.ANYBODY)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response carryOut(@Context ContainerRequestContext request) {
        mine(request);
        return SetupFault.orTold(() -> {
            setup.carryOut();
            return onward();
        });
    }

    @POST
    @Path("setup/again")
    @Allowed(Who.ANYBODY)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response startOver(@Context ContainerRequestContext request) {
        mine(request);
        return answered(Answers.NONE);
    }

    private Response answered(Answers answers) {
        setup.answer(answers);
        return onward();
    }

    @GET
    @Path("setup/paper")
    @Allowed(Who.ANYBODY)
    public Response paper(@Context ContainerRequestContext request) {
        return setup.paper()
                .filter(made -> setup.belongsTo(Visitor.of(request)))
                .map(made -> screens.show(request, "setup/paper.jte", made))
                .orElseGet(() -> Address.to(START));
    }

    /** The paper is in the safe; from here on the node answers at this address. */
    @POST
    @Path("setup/finish")
    @Allowed(Who.ANYBODY)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response finish(@Context ContainerRequestContext request) {
        mine(request);
        Response started = screens.show(request, "setup/started.jte", setup.answers());
        setup.finish();
        return started;
    }

    private Form mine(ContainerRequestContext request) {
        if (!setup.belongsTo(Visitor.of(request))) {
            throw new ProblemException(Problem.NOT_ALLOWED);
        }
        return Form.of(request);
    }
}

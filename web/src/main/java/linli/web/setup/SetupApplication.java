package linli.web.setup;

import jakarta.servlet.Servlet;
import java.util.Optional;
import java.util.Set;
import linli.web.caller.Callers;
import linli.web.caller.Gate;
import linli.web.caller.Visitors;
import linli.web.door.BodyLimit;
import linli.web.door.JerseyServlet;
import linli.web.door.ProblemMapper;
import linli.web.door.RequestLog;
import linli.web.door.SecurityHeaders;
import linli.web.form.FormFilter;
import linli.web.page.Pages;
import linli.web.screen.AssetResource;
import linli.web.screen.FormAnswers;
import linli.web.screen.Frames;
import linli.web.screen.LanguageResource;
import linli.web.screen.ProblemFilter;
import linli.web.screen.Screens;
import linli.web.session.FormTokens;

/** All routes of a node that is yet to be made. */
public final class SetupApplication {
    private SetupApplication() {}

    /**
     * The servlet, to be mapped to {@code /*}.
     *
     * @param code that stands on the terminal; whoever sets the node up must type it
     */
    public static Servlet servlet(String code, FirstRun firstRun) {
        Visitors visitors = new Visitors(Callers.NOBODY, new FormTokens());
        Pages pages = new Pages();
        Frames frames = new Frames(visitors, () -> "", Optional::empty);
        Set<Object> resources = Set.of(
                new SetupResource(new Screens(pages, frames), new Setup(code, firstRun), firstRun),
                new LanguageResource(),
                new AssetResource());
        Set<Object> providers = Set.of(
                new RequestLog(),
                visitors,
                new BodyLimit(),
                new Gate(visitors),
                new FormFilter(visitors),
                new SecurityHeaders(),
                new ProblemFilter(pages, frames),
                new FormAnswers(),
                new ProblemMapper());
        return JerseyServlet.of(resources, providers);
    }
}

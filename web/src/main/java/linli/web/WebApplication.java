package linli.web;

import jakarta.servlet.Servlet;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import linli.ledger.Ledger;
import linli.peer.Vouched;
import linli.profile.Profiles;
import linli.receipt.Archive;
import linli.receipt.Verifier;
import linli.sync.SyncStatus;
import linli.web.hours.MyHours;
import linli.web.page.Pages;
import linli.web.session.FormTokens;
import linli.web.session.Sessions;
import linli.web.session.SignIn;
import linli.web.sync.SyncBoard;

/** All routes of a node, as one servlet for whatever container runs it. */
public final class WebApplication {
    private final Set<Object> resources;
    private final Set<Object> providers;

    /**
     * The application of one node.
     *
     * @param sync how reconciling stands, asked whenever somebody looks; empty for a node that stands alone
     * @param clock for sessions, for the waits after wrong PINs, and to say how long ago something was
     */
    public WebApplication(Ledger ledger, Profiles profiles, Supplier<Optional<SyncStatus>> sync, InstantSource clock) {
        SyncBoard board = new SyncBoard(ledger, sync, clock);
        Sessions sessions = new Sessions(clock);
        Visitors visitors = new Visitors(sessions, new FormTokens(), board);
        SignIn signIn = new SignIn(ledger.books(), profiles, sessions, clock);
        MyHours myHours = new MyHours(ledger, profiles);
        Pages pages = new Pages();
        Screens screens = new Screens(pages, visitors, ledger.books());
        resources = Set.of(
                new SignInResource(screens, visitors, signIn, sessions),
                new MyHoursResource(screens, myHours),
                new HealthResource(ledger.log()),
                new SessionResource(visitors, signIn, sessions),
                new MeResource(myHours),
                new NodeResource(ledger),
                new SyncPageResource(screens, board),
                new VerifyResource(screens, verifier(ledger, sync), ledger.books(), clock),
                new SyncResource(board),
                new StaticResource());
        providers = Set.of(
                visitors,
                new BodyLimit(),
                new RequestLog(),
                new SecurityHeaders(),
                new ProblemFilter(pages, visitors),
                new ProblemMapper(),
                new Json());
    }

    private static Verifier verifier(Ledger ledger, Supplier<Optional<SyncStatus>> sync) {
        return Verifier.at(Archive.of(
                ledger,
                () -> sync.get().flatMap(SyncStatus::county).map(Vouched::size).orElse(0L)));
    }

    /** The classes that hold the routes, for whoever describes them. */
    public Stream<Class<?>> routes() {
        return resources.stream().map(Object::getClass);
    }

    /** The servlet, to be mapped to {@code /*}. */
    public Servlet servlet() {
        return JerseyServlet.of(resources, providers);
    }
}

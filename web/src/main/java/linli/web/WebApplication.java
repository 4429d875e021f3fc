package linli.web;

import jakarta.servlet.Servlet;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import linli.access.Kiosks;
import linli.access.Passwords;
import linli.ledger.Books;
import linli.ledger.Branch;
import linli.ledger.Ledger;
import linli.office.Office;
import linli.peer.Vouched;
import linli.receipt.Archive;
import linli.receipt.Verifier;
import linli.sync.SyncStatus;
import linli.web.act.Acts;
import linli.web.act.KeyFilter;
import linli.web.api.Api;
import linli.web.api.report.SheetWriter;
import linli.web.caller.Desk;
import linli.web.caller.Gate;
import linli.web.caller.KnownCallers;
import linli.web.caller.ReceiptWindow;
import linli.web.caller.Visitors;
import linli.web.county.CountyPages;
import linli.web.county.LiveScreen;
import linli.web.desk.DeskPages;
import linli.web.desk.office.OfficePages;
import linli.web.desk.office.StickDesk;
import linli.web.desk.shop.ShopPages;
import linli.web.desk.wish.WishPages;
import linli.web.door.BodyLimit;
import linli.web.door.JerseyServlet;
import linli.web.door.Json;
import linli.web.door.ProblemMapper;
import linli.web.door.RequestLog;
import linli.web.door.SecurityHeaders;
import linli.web.door.TypedParams;
import linli.web.form.FormFilter;
import linli.web.hours.MyHours;
import linli.web.kiosk.KioskPages;
import linli.web.list.CsvPages;
import linli.web.list.ListFilter;
import linli.web.me.MyPages;
import linli.web.page.Pages;
import linli.web.screen.AssetResource;
import linli.web.screen.FormAnswers;
import linli.web.screen.Frames;
import linli.web.screen.LanguageResource;
import linli.web.screen.Means;
import linli.web.screen.ProblemFilter;
import linli.web.screen.Screens;
import linli.web.screen.SignInResource;
import linli.web.screen.SyncPageResource;
import linli.web.screen.VerifyResource;
import linli.web.session.Attempts;
import linli.web.session.FormTokens;
import linli.web.session.Pairing;
import linli.web.session.Sessions;
import linli.web.session.SignIn;
import linli.web.sync.SyncBoard;

/** All routes of a node, as one servlet for whatever container runs it. */
public final class WebApplication implements AutoCloseable {
    private final Set<Object> resources;
    private final Set<Object> providers;
    private final LiveScreen live;

    /** The application of a node from which nothing is carried by stick. */
    public WebApplication(Office office, Supplier<Optional<SyncStatus>> sync, InstantSource clock) {
        this(office, sync, clock, Optional.empty());
    }

    /**
     * The application of one node.
     *
     * @param office of the node; its ledger and its profiles stay open as long as requests are answered
     * @param sync how reconciling stands, asked whenever somebody looks; empty for a node that stands alone
     * @param clock for sessions, for the waits after wrong tries, and to say how long ago something was
     * @param sticks writes to those that are plugged in
     */
    public WebApplication(
            Office office, Supplier<Optional<SyncStatus>> sync, InstantSource clock, Optional<StickDesk> sticks) {
        Ledger ledger = office.ledger();
        SyncBoard board = new SyncBoard(ledger, sync, clock);
        MyHours myHours = new MyHours(office);

        Attempts attempts = new Attempts(clock);
        Passwords passwords = Passwords.open(ledger.node().folder());
        Kiosks kiosks = Kiosks.open(ledger.node().folder());
        Sessions sessions = new Sessions(clock);
        SignIn signIn = new SignIn(office, passwords, attempts, clock);
        Visitors visitors = new Visitors(new KnownCallers(sessions, signIn, kiosks, office), new FormTokens());
        Desk desk = new Desk(sessions);

        Pages pages = new Pages();
        Frames frames = new Frames(visitors, () -> name(ledger.books()), board::line);
        Pairing pairing = new Pairing(kiosks, attempts, clock);
        Verifier verifier = verifier(ledger, sync);
        Means means = new Means(
                new Screens(pages, frames),
                new Acts(ledger),
                office,
                myHours,
                board,
                verifier,
                new ReceiptWindow(verifier, clock),
                visitors,
                signIn,
                desk,
                kiosks,
                passwords,
                pairing,
                clock);
        live = new LiveScreen(means);
        Api.Door door = new Api.Door(visitors, signIn, desk, kiosks, pairing, means.receipts());
        resources = Stream.of(
                        openPages(means),
                        CountyPages.resources(means, live),
                        DeskPages.resources(means),
                        ShopPages.resources(means),
                        WishPages.resources(means),
                        OfficePages.resources(means, sticks),
                        KioskPages.resources(means),
                        MyPages.resources(means),
                        Api.resources(office, myHours, board, pages, door))
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        providers = Set.of(
                new RequestLog(),
                visitors,
                new BodyLimit(),
                new Gate(visitors),
                new FormFilter(visitors),
                new KeyFilter(),
                new TypedParams(),
                new Json(),
                new CsvPages(),
                new SheetWriter(),
                new ListFilter(),
                new SecurityHeaders(),
                new ProblemFilter(pages, frames),
                new FormAnswers(),
                new ProblemMapper());
    }

    /** What whoever comes may see, and what volunteers see of themselves. */
    private static Set<Object> openPages(Means means) {
        return Set.of(
                new SignInResource(means.screens(), means.visitors(), means.signIn(), means.desk()),
                new SyncPageResource(means.screens(), means.board()),
                new LanguageResource(),
                new VerifyResource(means.screens(), means.receipts(), means.books()),
                new AssetResource());
    }

    private static String name(Books books) {
        return books.branch(books.branch()).map(Branch::name).orElse("");
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

    /** Ends the answers that would not end by themselves; nothing else is held open. */
    @Override
    public void close() {
        live.close();
    }
}

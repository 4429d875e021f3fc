package linli.node;

import static linli.node.Shell.linli;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import linli.demo.DemoCommunity;
import linli.demo.DemoPolicy;
import linli.demo.DemoStory;
import linli.entry.Entry;
import linli.entry.EntryCodec;
import linli.entry.Event;
import linli.entry.HoursEvent;
import linli.entry.OfficeEvent;
import linli.entry.PointsEvent;
import linli.entry.ShopEvent;
import linli.entry.TeamEvent;
import linli.entry.VolunteeringEvent;
import linli.entry.WishEvent;
import linli.ledger.Books;
import linli.ledger.BooksCopy;
import linli.ledger.NodeFolder;
import linli.ledger.ToDo;
import linli.log.LogReader;
import linli.log.Progress;
import linli.node.demo.DemoCounty;
import linli.node.demo.DemoFolder;
import linli.node.serve.RunningNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A story of few people and few days in which everything happens, looked at as a clerk and as an auditor would. */
class DemoYearTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    /** What the story leaves to nodes that run, or what this version does not carry out. */
    private static final Set<String> ELSEWHERE = Set.of(
            "TeamDissolved",
            "PinSet",
            "WishClaimRequested",
            "WishClaimWithdrawn",
            "WishClaimDeclined",
            "CertificateIssued",
            "NationalAnswered");

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

    @TempDir
    static Path folder;

    private static DemoCounty.Story story;

    @BeforeAll
    static void make() throws InterruptedException {
        story = story("demo", 65, 16, 2);
        make(story);
    }

    private static DemoCounty.Story story(String name, int days, int people, int communities) {
        // A seed tells another story where the days of the week are others, so this one begins on the same day for
        // ever.
        DemoStory told = new DemoStory(
                11, FIRST, days, people, DemoCommunity.ALL.subList(0, communities), DemoPolicy.lasting(1));
        return new DemoCounty.Story(folder.resolve(name), told, communities - 1, 0);
    }

    private static void make(DemoCounty.Story story) throws InterruptedException {
        try (DemoCounty demo = DemoCounty.make(story, days -> {})) {
            assertTrue(demo.awaitReconciled(LONG, missing -> {}), "the county has everything");
        }
    }

    private static <R> R books(Path node, Function<Books, R> reading) {
        NodeFolder opened = NodeFolder.open(node);
        try (LogReader log = opened.readLog()) {
            return BooksCopy.read(opened, log, Progress.UNSEEN, reading);
        }
    }

    private static List<Entry> entries(Path node) {
        List<Entry> entries = new ArrayList<>();
        try (LogReader log = NodeFolder.open(node).readLog()) {
            log.scan(0, log.size(), (index, entry) -> entries.add(EntryCodec.decode(entry)));
        }
        return entries;
    }

    @Test
    void everyKindOfEventHappens() {
        Set<String> happened = story.told().communities().stream()
                .flatMap(community -> entries(story.folder(community)).stream())
                .map(entry -> entry.event().getClass().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> missing = Stream.of(
                        HoursEvent.class,
                        PointsEvent.class,
                        ShopEvent.class,
                        TeamEvent.class,
                        VolunteeringEvent.class,
                        WishEvent.class)
                .flatMap(desk -> Stream.of(desk.getPermittedSubclasses()))
                .filter(Event.class::isAssignableFrom)
                .map(Class::getSimpleName)
                .filter(name -> !happened.contains(name) && !ELSEWHERE.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), missing);
    }

    @Test
    void theMorningAfterThereIsWorkOnEveryDesk() {
        LocalDate today = story.told().first().plusDays(story.told().days());
        books(story.folder(DemoCommunity.ALL.get(1)), books -> {
            ToDo work = books.toDo();
            assertFalse(work.pending().isEmpty(), "records that wait for a second person");
            assertFalse(work.onShow().isEmpty(), "records on public show");
            assertFalse(books.wishes().open().isEmpty(), "wishes");
            assertFalse(books.shop().onOffer().isEmpty(), "goods");
            assertTrue(work.wishes().lapsed(today.minusDays(1)).isEmpty(), "the caretaker went round");
            return books.findings();
        });
    }

    @Test
    void theAuditFindsNothingAtTheCounty() {
        Shell.Result audit = linli("audit", "--deep", story.county());
        assertEquals(0, audit.exit(), audit.out());
    }

    @Test
    void hledgerAddsUpToTheCountysBalances() throws IOException {
        Hledger.requireAgreement(story.county(), folder.resolve("points.journal"));
    }

    @Test
    void everyEntryStandsOnADayOfTheStory() {
        List<Entry> entries = entries(story.folder(DemoCommunity.ALL.get(1)));
        Set<LocalDate> days = entries.stream()
                .map(entry -> LocalDate.ofInstant(Instant.ofEpochSecond(entry.atSeconds()), ZoneId.of("Asia/Shanghai")))
                .collect(Collectors.toCollection(TreeSet::new));
        LocalDate over = FIRST.plusDays(story.told().days());
        assertTrue(days.stream().noneMatch(day -> day.isBefore(FIRST) || day.isAfter(over)), days::toString);
        assertTrue(days.size() > story.told().days() / 2, days::toString);
    }

    @Test
    void theSameSeedTellsTheSameStory() throws InterruptedException {
        List<String> once = tellShort("once");
        List<String> again = tellShort("again");
        assertTrue(once.size() > 200, once.size() + " entries");
        assertEquals(once, again);
    }

    /** What was written at a community, but for how it joined. */
    private List<String> tellShort(String name) throws InterruptedException {
        DemoCounty.Story told = story(name, 14, 12, 1);
        make(told);
        return entries(told.folder(DemoCommunity.ALL.get(0))).stream()
                .filter(entry -> !(entry.event() instanceof OfficeEvent))
                .map(entry -> entry.atSeconds() + " " + entry.by().written() + " " + entry.request() + " "
                        + entry.event().getClass().getSimpleName())
                .toList();
    }

    @Test
    void aSecondStartGoesOnWithWhatIsThere() throws InterruptedException {
        try (DemoCounty demo = DemoCounty.goOn(story)) {
            assertTrue(demo.awaitReconciled(LONG, missing -> {}), "it meets the county at its new port");
            assertEquals(32, demo.totals().volunteers());
            RunningNode node = demo.branches().get(0).running().orElseThrow();
            assertEquals(200, new Browser(node.pages()).get("/").status());
        }
    }

    @Test
    void anotherSeedIsNotTakenForTheStoryThatIsThere() throws IOException {
        Path there = Files.createDirectory(folder.resolve("there"));
        new DemoFolder(there).keep(new DemoFolder.Told(7, 12, 20, 2, 1_000, 1.5));
        assertEquals(2, linli("demo", "--dir", there, "--seed", 8).exit());
        Path half = folder.resolve("half");
        Files.createDirectories(half.resolve("county"));
        assertEquals(2, linli("demo", "--dir", half).exit());
    }
}

package linli.node.demo;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import linli.demo.DemoCommunity;
import linli.demo.DemoLife;
import linli.demo.DemoPolicy;
import linli.demo.DemoStory;
import linli.node.console.Failures;
import linli.node.serve.Stop;
import linli.text.ProgressBar;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code linli demo}: a county and its communities with an invented year in them, some of them run as nodes of their own. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes a county of 29 communities with an invented year in them, and runs the county and the first four.",
            "Where the folder has one already, it goes on with that. Everybody in it is invented. Ctrl-C stops it."
        })
public final class DemoCommand implements Callable<Integer> {
    private static final Duration LONGEST_RECONCILING = Duration.ofMinutes(2);
    private static final Duration BETWEEN_VISITS = Duration.ofSeconds(3);
    private static final int RUNNING = 4;
    private static final int ALL = 29;
    private static final long USUAL_SEED = 2026;
    private static final int USUAL_DAYS = 365;
    private static final int USUAL_PEOPLE = 40;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--dir",
            required = true,
            paramLabel = "D",
            description = "An empty folder, or that of an earlier demo.")
    private Path dir;

    @Option(names = "--seed", description = "What the year is made from (" + USUAL_SEED + ").")
    private @Nullable Long seed;

    @Option(names = "--days", description = "How many days, up to yesterday (" + USUAL_DAYS + ").")
    private @Nullable Integer days;

    @Option(names = "--volunteers", description = "How many people in each community (" + USUAL_PEOPLE + ").")
    private @Nullable Integer people;

    @Option(names = "--communities", description = "How many communities, 1 to " + ALL + " (" + ALL + ").")
    private @Nullable Integer communities;

    @Option(
            names = "--port",
            defaultValue = "7070",
            description =
                    "Port of the county's page (${DEFAULT-VALUE}); the communities take the next four. 0 for any.")
    private int port;

    @Option(names = "--quiet", description = "Nobody comes or goes once the year is over.")
    private boolean quiet;

    @Override
    public Integer call() throws InterruptedException {
        DemoFolder folder = new DemoFolder(dir);
        DemoFolder.Told known = folder.told().orElse(null);
        try (Stop stop = Stop.listening();
                DemoCounty demo = known == null ? make(folder) : goOn(known)) {
            show(demo, known == null ? folder.told().orElseThrow() : known, stop);
        }
        return 0;
    }

    private void show(DemoCounty demo, DemoFolder.Told told, Stop stop) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        out.print(DemoText.of(demo, told));
        out.flush();
        DemoPlug plug = DemoPlug.watch(dir, demo.county(), out);
        reconcile(demo);
        DemoLife life = DemoLife.start(kiosks(demo), told.seed(), BETWEEN_VISITS);
        try (plug;
                life) {
            stop.await();
        }
    }

    private List<DemoLife.Kiosk> kiosks(DemoCounty demo) {
        return quiet
                ? List.of()
                : demo.branches().stream().map(DemoBranch::kiosk).toList();
    }

    private DemoCounty make(DemoFolder folder) {
        folder.requireNothingHalfMade();
        DemoCounty.Story story = story(or(seed, USUAL_SEED), or(days, USUAL_DAYS), or(people, USUAL_PEOPLE), count());
        long since = System.nanoTime();
        System.err.println("Inventing " + story.told().days() + " days of " + count() + " communities from seed "
                + story.told().seed() + ".");
        DemoCounty demo = make(story);
        double seconds = (System.nanoTime() - since) / 1e9;
        folder.keep(new DemoFolder.Told(
                story.told().seed(), story.told().days(), story.told().people(), count(), demo.entries(), seconds));
        return demo;
    }

    private DemoCounty goOn(DemoFolder.Told told) {
        requireSame("--seed", seed, told.seed());
        requireSame("--days", days, told.days());
        requireSame("--volunteers", people, told.people());
        requireSame("--communities", communities, told.communities());
        return DemoCounty.goOn(story(told.seed(), told.days(), told.people(), told.communities()));
    }

    private void requireSame(String option, @Nullable Object wanted, Object told) {
        if (wanted != null && !wanted.equals(told)) {
            throw new Failures.Problem(dir + " holds a demo made with " + option + " " + told
                    + "; leave the option out to go on with it, or choose another folder for a new one");
        }
    }

    private DemoCounty.Story story(long from, int length, int persons, int many) {
        DemoStory told = DemoStory.untilYesterday(
                from, length, persons, DemoCommunity.ALL.subList(0, many), DemoPolicy.lasting(DemoPolicy.USUAL_MONTHS));
        return new DemoCounty.Story(dir, told, RUNNING, port);
    }

    private int count() {
        return or(communities, ALL);
    }

    private static <T> T or(@Nullable T given, T usual) {
        return Objects.requireNonNullElse(given, usual);
    }

    private static DemoCounty make(DemoCounty.Story story) {
        long all = (long) story.told().days() * story.told().communities().size();
        try (ProgressBar bar = ProgressBar.onStderr("Making the year", "days of communities")) {
            return DemoCounty.make(story, done -> bar.update((double) done / all, done));
        }
    }

    /** The county holds everything already; here those that run fetch what the others wrote. Their pages are there meanwhile. */
    private static void reconcile(DemoCounty demo) throws InterruptedException {
        long all = Math.max(1, demo.missing());
        try (ProgressBar bar = ProgressBar.onStderr("The running communities fetch the others' logs", "entries")) {
            boolean done = demo.awaitReconciled(
                    LONGEST_RECONCILING, missing -> bar.update(1 - (double) missing / all, Math.max(0, all - missing)));
            if (!done) {
                System.err.println("They have not got everything yet; the pages at /sync show how it goes on.");
            }
        }
    }
}

package linli.node;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import linli.demo.DemoCommunity;
import linli.demo.DemoLife;
import linli.entry.VolunteerNo;
import linli.text.ProgressBar;
import linli.text.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code linli demo}: a county and four communities with an invented year in them, each run as a node of its own. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a county and four communities with an invented year in them, and runs them all.",
            "Everybody in it is invented. Ctrl-C stops it."
        })
final class DemoCommand implements Callable<Integer> {
    private static final Duration LONGEST_RECONCILING = Duration.ofMinutes(1);
    private static final Duration BETWEEN_VISITS = Duration.ofSeconds(3);

    @Spec
    private CommandSpec spec;

    @Option(names = "--dir", required = true, paramLabel = "D", description = "An empty folder for it.")
    private Path dir;

    @Option(names = "--seed", defaultValue = "2026", description = "What the year is made from (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--days", defaultValue = "365", description = "How many days, up to yesterday (${DEFAULT-VALUE}).")
    private int days;

    @Option(
            names = "--volunteers",
            defaultValue = "290",
            description = "How many people in each community (${DEFAULT-VALUE}).")
    private int people;

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
        PrintWriter out = spec.commandLine().getOut();
        DemoCounty demo = make(new DemoCounty.Story(dir, seed, days, people, DemoCommunity.ALL, port));
        try (Stop stop = Stop.listening();
                demo) {
            reconcile(demo);
            describe(demo, out);
            DemoPlug plug = DemoPlug.watch(dir, demo.county(), out);
            DemoLife life = DemoLife.start(kiosks(demo), seed, BETWEEN_VISITS);
            try (plug;
                    life) {
                stop.await();
            }
        }
        return 0;
    }

    private List<DemoLife.Kiosk> kiosks(DemoCounty demo) {
        return quiet
                ? List.of()
                : demo.branches().stream().map(DemoBranch::kiosk).toList();
    }

    private static DemoCounty make(DemoCounty.Story story) {
        long all = (long) story.days() * story.communities().size();
        try (ProgressBar bar = ProgressBar.onStderr("Making four years", "days")) {
            return DemoCounty.make(story, done -> bar.update((double) done / all, done));
        }
    }

    private static void reconcile(DemoCounty demo) throws InterruptedException {
        long all = demo.entries();
        try (ProgressBar bar = ProgressBar.onStderr("Reconciling", "entries")) {
            boolean done = demo.awaitReconciled(
                    LONGEST_RECONCILING, missing -> bar.update(1 - (double) missing / all, Math.max(0, all - missing)));
            if (!done) {
                System.err.println("The county has not got everything yet; the pages show how it goes on.");
            }
        }
    }

    private void describe(DemoCounty demo, PrintWriter out) {
        out.printf(
                "%nLinli 邻里 · a county and %d communities, invented from seed %d: %,d entries.%n%n",
                demo.branches().size(), seed, demo.entries());
        out.print(table(demo).render());
        out.printf(
                "%nSign in on a community's page with one of its numbers and PIN %s. How each node stands with%n",
                DemoBranch.PIN);
        out.println("the others is on its page at /sync, and for programs at /api/v1/sync.");
        out.println();
        out.println("To unplug the county, type u and Enter, or “scripts/demo unplug” elsewhere; p, or “scripts/demo");
        out.println("plug”, plugs it in again. The communities go on meanwhile. Ctrl-C stops all.");
        out.flush();
    }

    private static TextTable table(DemoCounty demo) {
        TextTable table =
                new TextTable().left("node").left("page").right("entries").left("volunteers");
        table.row(row(demo.county(), ""));
        demo.branches()
                .forEach(branch -> branch.running().ifPresent(node -> table.row(row(node, numbers(branch.withPin())))));
        return table;
    }

    private static String[] row(RunningNode node, String volunteers) {
        String entries = String.format("%,d", node.node().ledger().log().size());
        return new String[] {node.name(), node.pages().toString(), entries, volunteers};
    }

    private static String numbers(List<VolunteerNo> volunteers) {
        return volunteers.stream().map(VolunteerNo::toString).collect(Collectors.joining(" "));
    }
}

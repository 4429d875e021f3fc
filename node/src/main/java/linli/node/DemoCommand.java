package linli.node;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import linli.demo.DemoClock;
import linli.demo.DemoYear;
import linli.entry.VolunteerNo;
import linli.keys.Keyring;
import linli.ledger.Ledger;
import linli.ledger.Policy;
import linli.log.SigningKey;
import linli.text.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code linli demo}: a node with an invented year in it, served. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Makes a county with an invented year in it and runs it. Everybody in it is invented.")
final class DemoCommand implements Callable<Integer> {
    private static final String PIN = "246810";
    private static final int GIVEN_PINS = 3;

    @Spec
    private CommandSpec spec;

    @Option(names = "--dir", required = true, paramLabel = "D", description = "An empty folder for it.")
    private Path dir;

    @Option(names = "--seed", defaultValue = "2026", description = "What the year is made from (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--days", defaultValue = "365", description = "How many days, up to yesterday (${DEFAULT-VALUE}).")
    private int days;

    @Option(names = "--volunteers", defaultValue = "1160", description = "How many people (${DEFAULT-VALUE}).")
    private int people;

    @Mixin
    private Serving.Options serving;

    @Override
    public Integer call() throws InterruptedException {
        ZoneId zone = ZoneId.of(Policy.parse(Policy.defaultDocument()).zone());
        LocalDate first = LocalDate.now(zone).minusDays(days);
        DemoClock clock = new DemoClock(zone, first);
        Keyring keys = Keyring.create(dir, Optional.empty());
        Ledger ledger = Ledger.found(
                dir, "演示县", "demo.linli", Policy.defaultDocument(), SigningKey.ofSeed(keys.logSeed()), clock);
        OpenNode node = OpenNode.with(ledger, keys);
        describe(node, tell(node, clock, first));
        Serving.untilStopped(node, serving, spec.commandLine().getOut());
        return 0;
    }

    private List<VolunteerNo> tell(OpenNode node, DemoClock clock, LocalDate first) {
        try (ProgressBar bar = ProgressBar.onStderr("Making a year", "days")) {
            return DemoYear.tell(
                    node.office(), clock, seed, first, days, people, done -> bar.update((double) done / days, done));
        }
    }

    private void describe(OpenNode node, List<VolunteerNo> volunteers) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%nA year of an invented county, from seed %d: %,d entries.%n",
                seed, node.ledger().log().size());
        out.println("Look up the hours of one of these, PIN " + PIN + ":");
        for (VolunteerNo no : volunteers.subList(0, Math.min(GIVEN_PINS, volunteers.size()))) {
            node.office().setPin(no, PIN.toCharArray());
            out.println("  " + no);
        }
        out.println();
    }
}

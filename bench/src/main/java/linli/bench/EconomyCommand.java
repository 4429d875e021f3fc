package linli.bench;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench economy}: the points shop. */
@Command(
        name = "economy",
        mixinStandardHelpOptions = true,
        description = "Measures the points shop: redemptions at many kiosks, and how long one volunteer waits.")
final class EconomyCommand extends Measuring {
    @Option(
            names = "--entries",
            defaultValue = "1000000",
            paramLabel = "N",
            description = "Length of the long log (${DEFAULT-VALUE}); it is written once and kept.")
    private long entries;

    @Override
    void measure(Path work, int times, Result result) throws Exception {
        Effort effort = Effort.of(entries, times);
        say("redemptions");
        RedeemBench.run(work, effort, result);
        say("a year of " + effort.entries() + " entries; writing it takes a while, once");
        Path brief = Year.of(work, effort.shortEntries());
        Path year = Year.of(work, effort.entries());
        say("balances and redemptions with a short log and a long one");
        CounterBench.run(work, brief, year, effort, result);
    }
}

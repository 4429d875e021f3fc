package linli.bench;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench sync}: from node to node. */
@Command(
        name = "sync",
        mixinStandardHelpOptions = true,
        description = "Measures logs on their way from node to node: whole ones, a little news, and none.")
final class SyncCommand extends Measuring {
    private static final long SHORT_ENTRIES = 1_000;

    @Option(
            names = "--entries",
            defaultValue = "200000",
            paramLabel = "N",
            description = "Length of the log that goes over whole (${DEFAULT-VALUE}).")
    private long entries;

    @Option(
            names = "--long",
            defaultValue = "1000000",
            paramLabel = "N",
            description = "Length of the log to which ten entries are added (${DEFAULT-VALUE}).")
    private long longEntries;

    @Option(names = "--quick", description = "One round with short logs, to see that it runs.")
    private boolean quick;

    @Override
    void measure(Path work, int times, Result result) throws Exception {
        SyncEffort wanted = new SyncEffort(entries, SHORT_ENTRIES, longEntries, times);
        SyncEffort effort = quick ? wanted.quick() : wanted;
        say("a log of " + effort.entries() + " entries from node to node; writing it takes a while, once");
        TransferBench.run(work, effort, result);
        say("ten entries more on a short log, and on a log of " + effort.longEntries());
        NewsBench.run(work, effort, result);
    }
}

package linli.bench;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench sync}: from node to node. */
@Command(
        name = "sync",
        mixinStandardHelpOptions = true,
        description = "Measures logs on their way from node to node: whole ones, a little news, and none.")
final class SyncCommand implements Callable<Integer> {
    private static final long SHORT_ENTRIES = 1_000;

    @Spec
    private CommandSpec spec;

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

    @Option(
            names = "--rounds",
            defaultValue = "5",
            description = "How often each thing is measured; medians are shown (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--quick", description = "One round with short logs, to see that it runs.")
    private boolean quick;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes everything measured there as well.")
    private @Nullable Path json;

    @Option(
            names = "--work",
            defaultValue = "bench/target/work",
            paramLabel = "D",
            description = "Folder for the nodes, on the disk to be measured (${DEFAULT-VALUE}).")
    private Path work;

    @Override
    public Integer call() throws Exception {
        // A node says a line for every request; here they would only hide the table.
        Logger.getLogger("").setLevel(Level.WARNING);
        Files.createDirectories(work);
        PrintWriter out = spec.commandLine().getOut();
        Machine machine = Machine.now();
        out.println(machine.render());
        SyncEffort effort = new SyncEffort(entries, SHORT_ENTRIES, longEntries, rounds);
        Result result = measure(quick ? effort.quick() : effort);
        out.print(result.render());
        out.flush();
        if (json != null) {
            result.writeJson(json, machine);
        }
        return 0;
    }

    private Result measure(SyncEffort effort) throws Exception {
        Result result = new Result();
        say("a log of " + effort.entries() + " entries from node to node; writing it takes a while, once");
        TransferBench.run(work, effort, result);
        say("ten entries more on a short log, and on a log of " + effort.longEntries());
        NewsBench.run(work, effort, result);
        return result;
    }

    private static void say(String step) {
        System.err.println("Measuring: " + step + " …");
    }
}

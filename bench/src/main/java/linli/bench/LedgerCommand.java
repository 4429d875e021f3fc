package linli.bench;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench ledger}: one node, end to end. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description = "Measures one node: appends, an import, a rebuild, an audit, start-up and memory.")
final class LedgerCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--entries",
            defaultValue = "1000000",
            paramLabel = "N",
            description = "Length of the long log (${DEFAULT-VALUE}); it is written once and kept.")
    private long entries;

    @Option(
            names = "--rounds",
            defaultValue = "5",
            description = "How often each thing is measured; medians are shown (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes everything measured there as well.")
    private @Nullable Path json;

    @Option(
            names = "--work",
            defaultValue = "bench/target/work",
            paramLabel = "D",
            description = "Folder for logs and tables, on the disk to be measured (${DEFAULT-VALUE}).")
    private Path work;

    @Override
    public Integer call() throws Exception {
        Files.createDirectories(work);
        PrintWriter out = spec.commandLine().getOut();
        Machine machine = Machine.now();
        out.println(machine.render());
        Result result = measure(Effort.of(entries, rounds));
        out.print(result.render());
        out.flush();
        if (json != null) {
            result.writeJson(json, machine);
        }
        return 0;
    }

    private Result measure(Effort effort) throws Exception {
        Result result = new Result();
        say("appends");
        AppendBench.run(work, effort, result);
        say("import");
        ImportBench.run(work, effort, result);
        say("a year of " + effort.entries() + " entries; writing it takes a while, once");
        Path brief = Year.of(work, effort.shortEntries());
        Path year = Year.of(work, effort.entries());
        say("rebuild of accounts");
        RebuildBench.run(year, effort, result);
        say("deep audit");
        AuditBench.run(year, effort, result);
        say("start to first page");
        StartBench.run(work, brief, year, effort, result);
        say("memory");
        MemoryBench.run(work, year, effort, result);
        return result;
    }

    private static void say(String step) {
        System.err.println("Measuring: " + step + " …");
    }
}

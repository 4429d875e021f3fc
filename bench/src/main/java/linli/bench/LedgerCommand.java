package linli.bench;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench ledger}: one node, end to end. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description = "Measures one node: appends, an import, a rebuild, an audit, start-up and memory.")
final class LedgerCommand extends Measuring {
    @Option(
            names = "--entries",
            defaultValue = "1000000",
            paramLabel = "N",
            description = "Length of the long log (${DEFAULT-VALUE}); it is written once and kept.")
    private long entries;

    @Override
    void measure(Path work, int times, Result result) throws Exception {
        Effort effort = Effort.of(entries, times);
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
    }
}

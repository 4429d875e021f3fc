package linli.node.county;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import linli.entry.Actor;
import linli.entry.CountyEvent.BranchClosed;
import linli.entry.EntryId;
import linli.ledger.Draft;
import linli.node.console.NodeOption;
import linli.node.console.OpenNode;
import linli.node.console.YesOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code linli county close}: a branch ends, and every node that hears of it refuses it. */
@Command(
        name = "close",
        mixinStandardHelpOptions = true,
        description = "Closes a branch for good. What it wrote behind the end has no effect on any node.")
final class CountyCloseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private NodeOption node;

    @Parameters(paramLabel = "BRANCH", description = "Its number or slug.")
    private String which;

    @Option(
            names = "--at",
            paramLabel = "SIZE",
            description = "How many entries of its present log count; as many as the county holds when left out.")
    private @Nullable Long at;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it stays in the log.")
    private String reason;

    @Mixin
    private YesOption yes;

    @Override
    public Integer call() {
        CountyCommand.requireCounty(node);
        PrintWriter out = spec.commandLine().getOut();
        try (OpenNode county = node.open()) {
            CountyRegister.Listed branch = CountyRegister.of(node).open(which);
            long size = at == null ? branch.held() : at;
            out.println(consequence(branch, size));
            yes.confirm("This cannot be undone. Close it?", "nothing was closed");
            BranchClosed closed = new BranchClosed(branch.number(), size, reason);
            out.println("Closed, recorded as "
                    + county.ledger().post(Draft.once(Actor.NODE, closed)).idOrThrow() + ".");
            out.println("Every node refuses it as soon as it has this entry of the county's log.");
        }
        return 0;
    }

    private static String consequence(CountyRegister.Listed branch, long size) {
        long over = branch.held() - size;
        String rest = over > 0
                ? String.format(
                        Locale.ROOT, "%,d that the county holds become void, from %s on.", over, id(branch, size))
                : "Whatever it has written beyond them is void.";
        return String.format(
                Locale.ROOT,
                "Of the present log of branch %d %s, %,d entries count. The county holds %,d. %s",
                branch.number(),
                branch.name(),
                size,
                branch.held(),
                rest);
    }

    private static EntryId id(CountyRegister.Listed branch, long place) {
        return new EntryId(branch.number(), branch.before() + place);
    }
}

package linli.node;

import java.time.Clock;
import java.util.concurrent.Callable;
import linli.ledger.NodeFolder;
import linli.sync.CountyTls;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code linli run}: serves the node until it is stopped. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs the node: its page, its JSON interface and its log. Ctrl-C stops it.")
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private NodeOption node;

    @Mixin
    private Serving.Options options;

    @Override
    public Integer call() throws InterruptedException {
        NodeFolder folder = node.folder();
        if (folder.isCounty()) {
            // One that was founded by an earlier Linli has no certificates yet.
            CountyTls.prepare(folder, Clock.systemUTC());
        }
        Serving.untilStopped(node.open(), options, spec.commandLine().getOut());
        return 0;
    }
}

package linli.node;

import java.util.concurrent.Callable;
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
        Serving.untilStopped(node.open(), options, spec.commandLine().getOut());
        return 0;
    }
}

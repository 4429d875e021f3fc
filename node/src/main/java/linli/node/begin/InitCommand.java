package linli.node.begin;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import linli.entry.Role;
import linli.ledger.Policy;
import linli.node.console.StaffOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code linli init}: makes a node for trying Linli out. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a stand-alone node for trying Linli out.",
            "It is a county of its own, with two members of staff: clerk records, approver approves."
        })
public final class InitCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--dir", required = true, paramLabel = "D", description = "The node's folder; made if need be.")
    private Path dir;

    @Option(names = "--name", defaultValue = "试用社区", description = "Its name, for people (${DEFAULT-VALUE}).")
    private String name;

    @Option(names = "--origin", defaultValue = "try.linli", description = "Origin of its log (${DEFAULT-VALUE}).")
    private String origin;

    @Override
    public Integer call() {
        List<StaffOption> staff = List.of(
                new StaffOption("clerk", "记录员", List.of(Role.CLERK)),
                new StaffOption("approver", "审核员", List.of(Role.APPROVER)),
                new StaffOption("manager", "管理员", List.of(Role.ADMIN, Role.MANAGER)));
        new Founding(dir, name, origin, Policy.defaultDocument(), Optional.empty())
                .carryOut(staff, spec.commandLine().getOut());
        return 0;
    }
}

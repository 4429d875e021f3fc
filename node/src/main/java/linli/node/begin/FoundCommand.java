package linli.node.begin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import linli.entry.Role;
import linli.ledger.Policy;
import linli.node.console.Failures;
import linli.node.console.NodeOption;
import linli.node.console.StaffOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code linli found}: makes the county node. */
@Command(name = "found", mixinStandardHelpOptions = true, description = "Makes the county's node in an empty folder.")
public final class FoundCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--dir", required = true, paramLabel = "D", description = "The node's folder; made if need be.")
    private Path dir;

    @Option(names = "--name", required = true, description = "The county's name, for people.")
    private String name;

    @Option(
            names = "--origin",
            required = true,
            description = "Origin of the county's log: a name without scheme, such as xx.linli. It can never change.")
    private String origin;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "The policy to begin with; a sensible one when left out.")
    private @Nullable Path policy;

    @Option(
            names = "--manager",
            paramLabel = "HANDLE=NAME",
            description = "The first manager, such as wang=王芳; may be repeated.")
    private List<String> managers = List.of();

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "Puts the node's keys under the passphrase in this file.")
    private @Nullable Path passphraseFile;

    @Override
    public Integer call() {
        Founding founding = new Founding(
                dir,
                name,
                origin,
                document(),
                Optional.ofNullable(passphraseFile).map(NodeOption::read));
        List<StaffOption> staff = managers.stream()
                .map(manager -> StaffOption.parse(manager, List.of(Role.ADMIN, Role.MANAGER)))
                .toList();
        founding.carryOut(staff, spec.commandLine().getOut());
        return 0;
    }

    private String document() {
        try {
            return policy == null ? Policy.defaultDocument() : Files.readString(policy);
        } catch (IOException e) {
            throw new Failures.Problem("the policy " + policy + " cannot be read", e);
        }
    }
}

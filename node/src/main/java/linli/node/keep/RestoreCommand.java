package linli.node.keep;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import linli.backup.Backup;
import linli.backup.Recovery;
import linli.enrol.PeerIdentity;
import linli.enrol.Standing;
import linli.ledger.NodeFolder;
import linli.node.console.Failures;
import linli.node.console.NodeOption;
import linli.node.serve.Lines;
import linli.peer.Peer;
import linli.sync.Membership;
import linli.sync.PeerAddress;
import linli.text.ProgressBar;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code linli restore}: a node that was set back gets its own newest entries from the others before it writes again. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Brings a node back: puts a copy of “linli backup” in its place, and asks the county and every other node that is"
                    + " known for what this node wrote since. It writes nothing before all of them have answered.",
            "Without --from: asks for the node that is in the folder already. It may be run again at any time.",
            "Without any copy: “linli county rotate” at the county, then “linli join --again” into an empty folder.",
            "Exit code 0: the node may write again. 1: not yet, or its log was forked."
        })
public final class RestoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private NodeOption node;

    @Option(names = "--from", paramLabel = "BACKUP", description = "The copy; --dir is then empty or not there yet.")
    private @Nullable Path backup;

    @Option(names = "--peer", paramLabel = "URL", description = "One more node to ask; may be repeated.")
    private List<String> peers = List.of();

    @Option(
            names = "--without",
            paramLabel = "URL",
            description =
                    "A node not to ask, since it never met this one after the copy was made, or is gone for good.")
    private List<String> without = List.of();

    @Override
    public Integer call() {
        NodeFolder folder = backup == null ? present() : putBack(backup);
        RestoreText text = new RestoreText(folder, spec.commandLine().getOut());
        Recovery.Outcome outcome = node.read((books, log) -> recover(folder, new Membership(books)));
        text.print(outcome);
        return outcome.mayWrite() ? 0 : Failures.REFUSED;
    }

    private NodeFolder present() {
        if (!NodeFolder.isNode(node.dir())) {
            throw new Failures.Problem("there is no node in " + node.dir()
                    + "; give a copy with --from. Without any, the way back is “linli county rotate” at the county and"
                    + " “linli join --again” here: every log comes back, names and phones do not");
        }
        return node.folder();
    }

    private NodeFolder putBack(Path from) {
        try (ProgressBar bar = ProgressBar.onStderr("Copying", "KB")) {
            return Backup.putBack(
                    from, node.dir(), (bytes, of) -> bar.update(BackupCommand.part(bytes, of), bytes / 1024));
        }
    }

    private Recovery.Outcome recover(NodeFolder folder, Standing known) {
        Lines lines = Lines.of(folder, identity -> lenient(known, identity));
        List<Peer> asked = addresses(lines).stream().map(lines::to).toList();
        if (asked.isEmpty()) {
            throw new Failures.Problem("no other node is known here, so the node stays held back; name the county or"
                    + " neighbours that have its log with --peer https://host:port");
        }
        return new Recovery(folder, NodeOption.progress("Fetching")).run(asked);
    }

    /** Since the copy was made the county may have enrolled others. */
    private static Standing.State lenient(Standing known, PeerIdentity identity) {
        Standing.State state = known.of(identity);
        return state == Standing.State.UNKNOWN ? Standing.State.GOOD : state;
    }

    private List<PeerAddress> addresses(Lines lines) {
        List<PeerAddress> left = without.stream().map(NodeOption::address).toList();
        Optional<PeerAddress> county = lines.book().county();
        if (county.filter(left::contains).isPresent()) {
            throw new Failures.Problem("the county cannot be left out: most of what this node wrote is there");
        }
        return Stream.concat(
                        lines.book().contacts(List.of()).stream(),
                        peers.stream().map(NodeOption::address))
                .distinct()
                .filter(address -> !left.contains(address))
                .toList();
    }
}

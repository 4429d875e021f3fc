package linli.node.meet;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import linli.ledger.Ledger;
import linli.node.console.Failures;
import linli.node.console.NodeOption;
import linli.node.console.OpenNode;
import linli.node.serve.Lines;
import linli.peer.Meeting;
import linli.peer.MeetingReport;
import linli.peer.PeerException;
import linli.sync.CountyHolding;
import linli.sync.FolderStatus;
import linli.sync.Membership;
import linli.sync.NamedCosigner;
import linli.sync.PeerAddress;
import linli.sync.SyncStatus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code linli sync}: meets other nodes once, by hand. */
@Command(
        name = "sync",
        mixinStandardHelpOptions = true,
        description = {
            "Meets the county and every other node that is known once, and says what came and went.",
            "A running node does this by itself; it is refused beside one.",
            "Exit code 0: all were met. 1: somebody was not, or refused something, or a log is frozen or held back."
        })
public final class SyncCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private NodeOption node;

    @Option(names = "--peer", paramLabel = "URL", description = "Meets this node only.")
    private @Nullable String peer;

    @Override
    public Integer call() {
        try (OpenNode open = node.open()) {
            Ledger ledger = open.ledger();
            NamedCosigner.of(ledger, open.cosignerKey(), Clock.systemUTC());
            Lines lines = Lines.of(ledger.node(), new Membership(ledger.books()));
            CountyHolding holding = CountyHolding.of(ledger);
            boolean allWell = true;
            for (PeerAddress address : addresses(lines)) {
                allWell &= meet(ledger, lines, address, holding);
            }
            SyncStatus status = FolderStatus.read(ledger.node(), ledger.log(), ledger.books(), ledger.standings());
            PrintWriter out = spec.commandLine().getOut();
            out.println();
            out.print(SyncStatusText.of(status, ledger.books(), Instant.now()));
            out.flush();
            return allWell && !status.isWrong() ? 0 : Failures.REFUSED;
        }
    }

    private List<PeerAddress> addresses(Lines lines) {
        List<PeerAddress> addresses =
                peer == null ? lines.book().contacts(List.of()) : List.of(NodeOption.address(peer));
        if (addresses.isEmpty()) {
            throw new Failures.Problem("no other node is known here; name one with --peer https://host:port, or in the"
                    + " file peers.json in the node's folder");
        }
        return addresses;
    }

    private boolean meet(Ledger ledger, Lines lines, PeerAddress address, CountyHolding holding) {
        PrintWriter out = spec.commandLine().getOut();
        try (Meeting meeting = new Meeting(ledger, lines.to(address))) {
            MeetingReport report = meeting.meet(NodeOption.progress("Exchanging"));
            report.countyHolds().ifPresent(holding::note);
            out.printf(
                    Locale.ROOT,
                    "%s: %,d entries came, %,d went, in %,d requests.%n",
                    address,
                    report.entriesIn(),
                    report.entriesOut(),
                    report.requests());
            report.refused().forEach(refusal -> out.println(address + " REFUSED " + refusal));
            report.forked()
                    .forEach(origin -> out.println("FORK: the key of " + origin
                            + " has signed two logs; it is frozen here, and the proof is kept (linli fork show)"));
            return report.refused().isEmpty() && report.forked().isEmpty();
        } catch (PeerException e) {
            out.println(address + ": not met. " + e.code() + ": " + e.getMessage());
            return false;
        }
    }
}

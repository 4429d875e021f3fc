package linli.sim;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import linli.ledger.LedgerException;
import linli.ledger.NodeFolder;
import linli.log.LogException;
import linli.log.NoteSigner;
import linli.log.Progress;
import linli.log.SigningKey;
import linli.peer.MeetingReport;
import linli.peer.PeerException;

/** The county, its branches and what lies between them. */
final class World {
    static final String COUNTY = "xx.linli";

    private final Path folder;
    private final Lot lot;
    final WorldTime time = new WorldTime();
    final Tally tally = new Tally();
    final Trace trace = new Trace();
    final Network network = new Network(tally);
    final Invariants invariants;
    final List<SimNode> nodes = new ArrayList<>();
    boolean sticksOnly;

    World(Path folder, Lot lot) {
        this.folder = folder;
        this.lot = lot;
        this.invariants = new Invariants(folder.resolve("scratch"));
    }

    SimNode county() {
        return nodes.get(0);
    }

    SimNode foundCounty() {
        SigningKey key = lot.key();
        NoteSigner signer = new NoteSigner(COUNTY, key);
        NodeFolder node = new NodeFolder(folderOf("county"), 0, signer.vkey(), signer.vkey());
        SimNode county = node("county", node, key, lot.key(), new SimDisk());
        county.found();
        nodes.add(county);
        return county;
    }

    /** A node that is not in the world yet. */
    SimNode node(String name, NodeFolder at, SigningKey key, SigningKey cosigner, SimDisk disk) {
        return new SimNode(name, at, key, cosigner, disk, network, time);
    }

    Path folderOf(String name) {
        return Folders.made(folder.resolve(name));
    }

    Stick stick(String name) {
        return new Stick(name, folderOf(name));
    }

    /** In some lives nobody is reached by any network after joining. */
    void joined(SimNode node) {
        if (sticksOnly) {
            network.seclude(node);
        }
    }

    List<SimNode> running() {
        return nodes.stream().filter(SimNode::isRunning).toList();
    }

    /** All that run but this one. */
    List<SimNode> others(SimNode node) {
        return nodes.stream()
                .filter(other -> other != node && other.isRunning())
                .toList();
    }

    Optional<SimNode> find(int branch) {
        return nodes.stream().filter(node -> node.branch() == branch).reduce((earlier, later) -> later);
    }

    /** How far everybody is, for the trace. */
    String stateInBrief() {
        StringBuilder state = new StringBuilder(" |");
        for (SimNode node : nodes) {
            state.append(' ').append(node.isRunning() ? node.ledger().log().size() : "-");
        }
        return state.toString();
    }

    void checkAll() {
        for (SimNode node : running()) {
            boolean accounts = lot.chance(0.1);
            boolean anew = lot.chance(0.2);
            node.disk().undisturbed(() -> {
                node.settle();
                invariants.check(node);
                if (accounts) {
                    invariants.checkAccounts(node, anew);
                }
            });
        }
    }

    static String told(MeetingReport report) {
        return "in " + report.entriesIn() + ", out " + report.entriesOut() + ", forked " + report.forked()
                + ", refused " + report.refused();
    }

    /** One node meets another; tells how it went. */
    String meet(SimNode one, SimNode other) {
        tally.count(Seen.MEETING);
        try {
            MeetingReport report = one.meeting(other, lot.seed()).meet(Progress.UNSEEN);
            return told(report);
        } catch (PeerException e) {
            return e.code() + ": " + e.getMessage();
        } catch (LedgerException | LogException | CompletionException e) {
            if (!one.hadDiskTrouble()) {
                throw new Broken(one + " meeting " + other + ": " + e, e);
            }
            return e.getClass().getSimpleName();
        }
    }
}

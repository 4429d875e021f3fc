package linli.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import linli.backup.Recovery;
import linli.ledger.Backstage;
import linli.ledger.NodeFolder;
import linli.log.Progress;
import linli.peer.Peer;

/** Disks that die, are set back or copied, and how nodes come back from that. */
final class Losses {
    private final World world;
    private final Registrar registrar;
    private final Lot lot;
    private final Map<String, SimDisk> backups = new TreeMap<>();
    private int clones;

    Losses(World world, Registrar registrar, Lot lot) {
        this.world = world;
        this.registrar = registrar;
        this.lot = lot;
    }

    /** An honest branch that runs; the county's disks are better kept. */
    private List<SimNode> branches() {
        return world.running().stream()
                .filter(node -> !node.isCounty() && node.standing == SimNode.Standing.HONEST)
                .toList();
    }

    String backup() {
        SimNode node = lot.pick(world.running());
        backups.put(node.name(), node.disk().copy());
        return node.name();
    }

    /** The old state is put back by somebody who runs the restoring command first. */
    String setBackKnowingly() {
        return lost(
                branches().stream()
                        .filter(node -> backups.containsKey(node.name()))
                        .toList(),
                true);
    }

    String diskLost() {
        return lost(branches(), false);
    }

    private String lost(List<SimNode> some, boolean backup) {
        if (some.isEmpty()) {
            return "nobody";
        }
        SimNode node = lot.pick(some);
        world.tally.count(backup ? Seen.BACKUP_RESTORED : Seen.DISK_LOST);
        node.needed = Math.max(world.invariants.leastSize(node.folder().origin()), node.promises.leastSize());
        node.abandon();
        node.standing = SimNode.Standing.RECOVERING;
        node.replaceDisk(backup ? backups.get(node.name()).copy() : new SimDisk());
        node.promises.forget();
        node.roots.forget();
        if (!backup || lot.chance(0.5)) {
            node.loseAccounts();
        }
        Backstage.refurnish(node.folder());
        Backstage.holdBack(node.folder());
        return node + " needs " + node.needed;
    }

    boolean someoneRecovers() {
        return recovering().isPresent();
    }

    private Optional<SimNode> recovering() {
        return world.nodes.stream()
                .filter(node -> node.standing == SimNode.Standing.RECOVERING)
                .findFirst();
    }

    /** Asks whoever is near. Where everybody was asked and the end of the log is gone, its key is retired. */
    String recover() {
        SimNode node = recovering().orElseThrow();
        List<SimNode> near = near(node);
        Recovery.Outcome outcome = ask(node, near);
        String told = node + " has " + outcome.after() + " of " + node.needed;
        boolean everybody = near.containsAll(withALedger(node));
        if (outcome.mayWrite() && everybody) {
            return told + comeBack(node, outcome.after());
        }
        return everybody && world.county().isRunning() ? told + " retires: " + registrar.rotate(node) : told + " waits";
    }

    private Recovery.Outcome ask(SimNode node, List<SimNode> near) {
        List<Peer> peers = new ArrayList<>();
        for (SimNode other : near) {
            peers.add(
                    new SimPeer(new Registrar.Outside(node, world.network), other, world.network).meeting(lot.seed()));
        }
        return new Recovery(node.disk(), node.folder(), Progress.UNSEEN).run(peers);
    }

    private String comeBack(SimNode node, long size) {
        if (size < node.needed) {
            // Whom it could ask did not know all. Nothing can keep it from writing another log now.
            world.tally.count(Seen.RECOVERED_SHORT);
            doubt(node);
        } else {
            node.standing = SimNode.Standing.HONEST;
        }
        return " comes back " + node.start();
    }

    private List<SimNode> withALedger(SimNode node) {
        return world.nodes.stream()
                .filter(other -> other != node)
                .filter(other ->
                        other.standing == SimNode.Standing.HONEST || other.standing == SimNode.Standing.DOUBTFUL)
                .toList();
    }

    private List<SimNode> near(SimNode node) {
        return world.running().stream()
                .filter(other -> world.network.reaches(node, other))
                .toList();
    }

    /** The old state is put back by somebody who knows nothing. */
    String setBackUnknowingly() {
        List<SimNode> some = branches().stream()
                .filter(node -> backups.containsKey(node.name()))
                .toList();
        if (some.isEmpty()) {
            return "nobody";
        }
        SimNode node = lot.pick(some);
        world.tally.count(Seen.SET_BACK);
        doubt(node);
        node.abandon();
        node.replaceDisk(backups.get(node.name()).copy());
        node.promises.forget();
        return node + " " + node.start();
    }

    /** Somebody starts a copy of the disk on a second machine. */
    String cloned() {
        List<SimNode> some = branches();
        if (some.isEmpty()) {
            return "nobody";
        }
        SimNode node = lot.pick(some);
        world.tally.count(Seen.DISK_CLONED);
        doubt(node);
        clones++;
        String name = node.name() + "-clone-" + clones;
        NodeFolder was = node.folder();
        NodeFolder at = new NodeFolder(world.folderOf(name), was.branch(), was.log(), was.county());
        Backstage.refurnish(at);
        SimNode twin =
                world.node(name, at, node.key(), node.cosignerKey(), node.disk().moved(was.folder(), at.folder()));
        twin.standing = SimNode.Standing.DOUBTFUL;
        twin.notebook.copy(node.notebook);
        world.nodes.add(twin);
        return node + " " + twin.start();
    }

    private void doubt(SimNode node) {
        node.standing = SimNode.Standing.DOUBTFUL;
        world.invariants.doubtful.add(node.folder().origin());
    }

    String dies() {
        List<SimNode> some = branches();
        if (some.size() < 3) {
            return "nobody";
        }
        SimNode node = lot.pick(some);
        world.tally.count(Seen.NODE_DEAD);
        node.abandon();
        node.standing = SimNode.Standing.DEAD;
        return node.name();
    }
}

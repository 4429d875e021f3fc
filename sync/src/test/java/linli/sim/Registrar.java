package linli.sim;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import linli.entry.Actor;
import linli.entry.CountyEvent.BranchClosed;
import linli.entry.CountyEvent.BranchEnrolled;
import linli.entry.CountyEvent.BranchKeyRotated;
import linli.entry.CountyEvent.PolicyAdopted;
import linli.ledger.LedgerException;
import linli.ledger.Mirrors;
import linli.ledger.NodeFolder;
import linli.ledger.Policy;
import linli.ledger.Volume;
import linli.log.LogException;
import linli.log.Mirror;
import linli.log.NoteSigner;
import linli.log.Progress;
import linli.log.SignedCheckpoint;
import linli.log.SigningKey;
import linli.log.Vkey;
import linli.peer.PeerException;
import linli.peer.Pull;
import linli.wire.HeldLog;

/** The county's register: who joins, who leaves, who gets another key; and what it takes to begin a branch's node. */
final class Registrar {
    private final World world;
    private final Office office;
    private final Lot lot;
    private final List<SimNode> waiting = new ArrayList<>();
    private int branches;
    private int keys;

    Registrar(World world, Office office, Lot lot) {
        this.world = world;
        this.office = office;
        this.lot = lot;
    }

    int branches() {
        return branches;
    }

    /** Enrols another branch, whose node joins when it can reach somebody. */
    String enrol() {
        int number = branches + 1;
        SimNode newcomer = newcomer(number, "branch-" + number, World.COUNTY + "/b" + number, folder -> new SimDisk());
        BranchEnrolled event = new BranchEnrolled(
                number,
                "b" + number,
                "社区" + number,
                newcomer.folder().origin(),
                newcomer.folder().log().toString());
        return office.post(world.county(), Actor.NODE, event, id -> {
            branches = number;
            waiting.add(newcomer);
        });
    }

    /** Enrols somebody who means no good. */
    String enrol(Rogue rogue) {
        int number = branches + 1;
        rogue.enrolledAs(number);
        BranchEnrolled event = new BranchEnrolled(
                number, "b" + number, "无赖社区", rogue.origin(), rogue.vkey().toString());
        return office.post(world.county(), Actor.NODE, event, id -> branches = number);
    }

    private SimNode newcomer(int number, String name, String origin, Function<Path, SimDisk> disk) {
        SigningKey key = lot.key();
        Vkey vkey = new NoteSigner(origin, key).vkey();
        NodeFolder at = new NodeFolder(
                world.folderOf(name), number, vkey, world.county().folder().log());
        return world.node(name, at, key, lot.key(), disk.apply(at.folder()));
    }

    boolean someoneWaits() {
        return !waiting.isEmpty();
    }

    /** Lets one who waits join; it may not succeed. */
    String join() {
        SimNode newcomer = waiting.get(0);
        List<SimNode> near = world.running().stream()
                .filter(node -> world.network.reaches(newcomer, node))
                .toList();
        if (near.isEmpty()) {
            return newcomer + " reaches nobody";
        }
        boolean fromCounty = near.contains(world.county()) && lot.chance(0.5);
        String got = fetch(newcomer, fromCounty ? world.county() : lot.pick(near));
        try {
            newcomer.join(world.time.seconds() - lot.below(100));
        } catch (LedgerException e) {
            boolean early = e.code() == LedgerException.Code.CATCHING_UP || e.code() == LedgerException.Code.REFUSED;
            Broken.unless(early, "%s: %s", newcomer, e);
            return newcomer + " cannot join yet, " + got + e.getMessage();
        }
        waiting.remove(newcomer);
        world.nodes.add(newcomer);
        world.joined(newcomer);
        return newcomer + " joins, " + got;
    }

    /** Fetches the county's log, and what there is under earlier keys of the node's branch, into a folder where no node runs. */
    String fetch(SimNode node, SimNode from) {
        SimPeer peer = new SimPeer(new Outside(node, world.network), from, world.network).meeting(lot.seed());
        try (Mirrors mirrors = Mirrors.in(node.disk(), node.folder().folder())) {
            String got = "";
            for (HeldLog held : peer.logs("").orElseThrow().logs()) {
                Optional<Vkey> key = keyOf(node, held.origin());
                if (key.isPresent() && held.claimedSize() > 0) {
                    Mirror mirror = mirrors.of(key.get());
                    got += new Pull(peer, Progress.UNSEEN)
                                    .fetch(mirror, key.get(), held)
                                    .getClass()
                                    .getSimpleName()
                            + " at "
                            + mirror.complete().map(SignedCheckpoint::size).orElse(0L) + " ";
                }
            }
            return got;
        } catch (PeerException e) {
            return e.code().toString();
        } catch (LogException e) {
            Broken.unless(node.hadDiskTrouble(), "%s fetching from %s: %s", node, from, e);
            return e.code().toString();
        }
    }

    private Optional<Vkey> keyOf(SimNode node, String origin) {
        if (origin.equals(World.COUNTY)) {
            return Optional.of(node.folder().county());
        }
        return node.earlierKeys.stream()
                .filter(earlier -> earlier.name().equals(origin))
                .findFirst();
    }

    /**
     * Retires the key of a branch's node that has lost the end of its log: what the county holds of it counts. The node goes on
     * with another key, in an empty folder or in what is left of the one before.
     */
    String rotate(SimNode node) {
        keys++;
        // It may have been retired before, by an entry that outlived a power cut without being answered.
        List<Volume> volumes = world.county().ledger().books().volumes(node.branch());
        long size = held(volumes.get(volumes.size() - 1));
        boolean empty = lot.chance(0.5);
        String origin = World.COUNTY + "/b" + node.branch() + "-" + keys;
        SimNode next = newcomer(
                node.branch(),
                node.name() + "-" + keys,
                origin,
                folder ->
                        empty ? new SimDisk() : node.disk().moved(node.folder().folder(), folder));
        volumes.forEach(volume -> next.earlierKeys.add(volume.key()));
        BranchKeyRotated event = new BranchKeyRotated(
                node.branch(), size, origin, next.folder().log().toString());
        return office.post(world.county(), Actor.NODE, event, id -> {
            world.tally.count(Seen.KEY_RETIRED);
            node.standing = SimNode.Standing.DEAD;
            waiting.add(next);
        });
    }

    /** What the county holds of a branch's log. */
    private long held(Volume volume) {
        return world.county()
                .ledger()
                .mirrors()
                .find(volume.origin())
                .flatMap(Mirror::complete)
                .map(SignedCheckpoint::size)
                .orElse(0L);
    }

    String close(int branch, long size) {
        return office.post(world.county(), Actor.NODE, new BranchClosed(branch, size, "合并"), id -> {
            world.tally.count(Seen.BRANCH_CLOSED);
            world.find(branch).ifPresent(node -> node.standing = SimNode.Standing.DEAD);
            waiting.removeIf(node -> node.branch() == branch);
        });
    }

    String adopt() {
        int version = world.county()
                        .ledger()
                        .books()
                        .policy()
                        .map(adopted -> adopted.version())
                        .orElse(0)
                + 1;
        String document = Policy.defaultDocument()
                .replace("\"pointsPerHour\": 2", "\"pointsPerHour\": " + lot.between(1, 9))
                .replace("\"clockNeedsSecondPerson\": false", "\"clockNeedsSecondPerson\": " + lot.chance(0.3));
        return office.post(
                world.county(),
                Actor.NODE,
                new PolicyAdopted(version, document),
                id -> world.tally.count(Seen.POLICY_ADOPTED));
    }

    /** A machine on which no node runs yet, or none any more. */
    record Outside(SimNode node, Network network) implements SimPeer.Sender {
        @Override
        public boolean connectedTo(SimNode other) {
            return network.reaches(node, other);
        }

        @Override
        public boolean isRunning() {
            return !node.disk().powerLost();
        }
    }
}

package linli.sim;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import linli.ledger.Volume;
import linli.log.ForkProof;
import linli.log.LogView;
import linli.log.Mirror;

/** Forks after everybody has met everybody: whoever could see both sides has frozen the log and can prove it to anybody. */
final class ForkCheck {
    private final World world;

    ForkCheck(World world) {
        this.world = world;
    }

    /** Logs that somebody has proven to be forked. */
    Set<String> proven() {
        Set<String> proven = new TreeSet<>();
        for (SimNode node : world.running()) {
            for (Volume volume : node.ledger().books().volumes()) {
                node.ledger().log(volume).flatMap(ForkProof::keptWith).ifPresent(proof -> {
                    checkProof(node, volume, proof);
                    proven.add(volume.origin());
                });
            }
        }
        return proven;
    }

    /** It convinces whoever reads it as it is exported, and it accuses nobody falsely. */
    private void checkProof(SimNode node, Volume volume, ForkProof proof) {
        ForkProof.ofText(proof.toText()).verify(volume.key());
        Broken.unless(
                world.invariants.doubtful.contains(volume.origin()),
                "%s says that %s is forked: %s",
                node,
                volume.origin(),
                proof);
        world.tally.count(Seen.FORK_PROVEN);
    }

    /** Of any two who met, with logs of one key that contradict each other, both have noticed. */
    void everybodyWhoSawBothSidesHasFrozen() {
        List<SimNode> all = world.running();
        for (SimNode one : all) {
            Map<String, LogView> ones = whole(one);
            for (SimNode other : all) {
                whole(other).forEach((origin, theirs) -> {
                    LogView ours = ones.get(origin);
                    if (ours != null && saw(one, ours, other, theirs) && contradict(one, ours, theirs)) {
                        Broken.unless(
                                ForkProof.keptWith(ours).isPresent() || onlyHeldBack(one, other, origin),
                                "%s has met %s, which has another %s, and has not frozen it",
                                one,
                                other,
                                origin);
                    }
                });
            }
        }
    }

    /** Of its own log a stick shows a node only that others have more, and then it stops. */
    private boolean onlyHeldBack(SimNode one, SimNode other, String origin) {
        return one.folder().origin().equals(origin) && one.folder().isHeldBack() && !world.network.connects(one, other);
    }

    /** Over a network both see what the other has; of a stick the reader sees what is more, or as much, or contradicts its receipt. */
    private boolean saw(SimNode one, LogView ours, SimNode other, LogView theirs) {
        boolean shown = one.branch() != other.branch()
                && ours.latestCheckpoint().size() <= theirs.latestCheckpoint().size();
        return one != other && (world.network.connects(one, other) || shown);
    }

    /** What a node has of each log up to a checkpoint that it can show. */
    private static Map<String, LogView> whole(SimNode node) {
        Map<String, LogView> whole = new TreeMap<>();
        for (Volume volume : node.ledger().books().volumes()) {
            node.ledger()
                    .log(volume)
                    .filter(log ->
                            !(log instanceof Mirror copy) || copy.complete().isPresent())
                    .ifPresent(log -> whole.put(volume.origin(), log));
        }
        return whole;
    }

    private static boolean contradict(SimNode node, LogView one, LogView other) {
        long counting = node.ledger().books().volumes().stream()
                .filter(volume -> volume.origin().equals(one.origin()))
                .mapToLong(Volume::countingSize)
                .min()
                .orElse(0);
        long ours = one.latestCheckpoint().size();
        long both = Math.min(counting, Math.min(ours, other.latestCheckpoint().size()));
        // Whoever has all that counts of a log that has ended asks for no more of it, whatever others have.
        boolean asksNoMore = ours >= counting && ours < other.latestCheckpoint().size();
        return !asksNoMore && !one.root(both).equals(other.root(both));
    }
}

package linli.sim;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import linli.ledger.Backstage;
import linli.ledger.Ledger;
import linli.ledger.Volume;
import linli.log.ForkProof;
import linli.log.Log;
import linli.log.LogView;
import linli.log.Mirror;

/** The end of a life: everything is mended, everybody meets everybody often enough, and then all must have come to the same. */
final class Reunion {
    private static final int MOST_ROUNDS = 8;
    private static final int MOST_TRIES = 20;

    private final World world;
    private final Happenings happenings;

    Reunion(World world, Happenings happenings) {
        this.world = world;
        this.happenings = happenings;
    }

    void run() {
        mend();
        int round = 0;
        String before = "";
        String now = state();
        while (!now.equals(before)) {
            Broken.unless(round++ < MOST_ROUNDS, "they meet and meet and never come to an end");
            meetAll();
            before = now;
            now = state();
        }
        agree();
    }

    private void mend() {
        world.network.heal();
        world.network.weather = Network.Weather.FAIR;
        for (SimNode node : world.nodes) {
            node.disk().mend();
            boolean comesBack = node.standing == SimNode.Standing.HONEST || node.standing == SimNode.Standing.DOUBTFUL;
            if (comesBack) {
                node.stop();
                node.disk().mend();
                String started = node.start();
                Broken.unless(started.equals(SimNode.STARTED), "%s does not start any more: %s", node, started);
            }
        }
        for (int tries = 0; happenings.losses.someoneRecovers() || happenings.registrar.someoneWaits(); tries++) {
            Broken.unless(tries < MOST_TRIES, "somebody does not come back");
            world.county().tick(1);
            world.trace.note(
                    happenings.losses.someoneRecovers() ? happenings.losses.recover() : happenings.registrar.join());
        }
    }

    private void meetAll() {
        for (SimNode one : world.running()) {
            for (SimNode other : world.others(one)) {
                String went = world.meet(one, other);
                world.trace.note(one + " " + other + " " + went);
            }
        }
        world.checkAll();
    }

    private String state() {
        StringBuilder state = new StringBuilder();
        for (SimNode node : world.running()) {
            node.settle();
            state.append(node).append(held(node.ledger()));
        }
        return state.toString();
    }

    /** Size and root of what counts of each log. */
    private static Map<String, String> held(Ledger ledger) {
        Map<String, String> held = new TreeMap<>();
        for (Volume volume : ledger.books().volumes()) {
            ledger.log(volume)
                    .filter(log -> Math.min(log.size(), volume.countingSize()) > 0)
                    .ifPresent(log -> held.put(volume.origin(), held(volume, log)));
        }
        return held;
    }

    private static String held(Volume volume, LogView log) {
        long size = Math.min(log.size(), volume.countingSize());
        return size + " " + log.root(size).toBase64();
    }

    private void agree() {
        List<SimNode> all = world.running();
        Set<String> forked = forked(all);
        Map<String, String> first = held(all.get(0).ledger());
        first.keySet().removeAll(forked);
        for (SimNode node : all) {
            world.invariants.check(node);
            world.invariants.checkAccounts(node, true);
            if (node.standing == SimNode.Standing.DOUBTFUL) {
                continue;
            }
            Map<String, String> here = held(node.ledger());
            here.keySet().removeAll(forked);
            Broken.unless(here.equals(first), "%s holds\n%s\nthe county\n%s", node, here, first);
            Broken.unless(
                    !forked.isEmpty()
                            || Backstage.accounts(node.ledger())
                                    .equals(Backstage.accounts(all.get(0).ledger())),
                    "%s has other accounts than the county",
                    node);
        }
        world.trace.note("all agree, but for " + forked);
    }

    /** Logs that somebody has proven to be forked. Everybody who saw it must know, and be able to prove it. */
    private static Set<String> forked(List<SimNode> all) {
        Set<String> forked = new TreeSet<>();
        for (SimNode node : all) {
            for (Volume volume : node.ledger().books().volumes()) {
                node.ledger().log(volume).flatMap(Reunion::fork).ifPresent(proof -> {
                    proof.verify(volume.key());
                    forked.add(volume.origin());
                });
            }
        }
        return forked;
    }

    private static Optional<ForkProof> fork(LogView log) {
        return log instanceof Mirror copy ? copy.fork() : log instanceof Log own ? own.fork() : Optional.empty();
    }
}

package linli.sim;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import linli.ledger.Backstage;
import linli.ledger.Ledger;
import linli.ledger.LedgerException;
import linli.ledger.Volume;
import linli.log.ForkProof;
import linli.log.LogException;
import linli.log.LogView;
import linli.log.Progress;
import linli.peer.MeetingReport;
import linli.peer.PeerException;

/** The end of a life: everything is mended, everybody meets everybody often enough, and then all must have come to the same. */
final class Reunion {
    private static final int MOST_ROUNDS = 8;
    private static final int MOST_TRIES = 60;

    private final World world;
    private final Happenings happenings;
    private final Courier courier;

    Reunion(World world, Happenings happenings) {
        this.world = world;
        this.happenings = happenings;
        this.courier = new Courier(world);
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
                String went = world.network.connects(one, other) ? meet(one, other) : carry(one, other);
                world.trace.note(one + " " + other + " " + went);
            }
        }
        world.checkAll();
    }

    private String carry(SimNode one, SimNode other) {
        world.tally.count(Seen.REUNION_BY_STICK);
        return courier.carry(one, other, world.stick("from-" + one + "-to-" + other));
    }

    /** In fair weather every meeting comes to its end, and nothing is refused but for a reason that is known. */
    private String meet(SimNode one, SimNode other) {
        try {
            MeetingReport report = one.meeting(other, 0).meet(Progress.UNSEEN);
            report.refused().forEach(refused -> requireReason(one, other, refused));
            return World.told(report);
        } catch (PeerException | LedgerException | LogException | CompletionException e) {
            throw new Broken(one + " meets " + other + " in fair weather: " + e, e);
        }
    }

    /** The other has seen the log fork; or it is the log's own node and has lost the end of it. */
    private static void requireReason(SimNode one, SimNode other, String refused) {
        String origin = refused.substring(0, refused.indexOf(": "));
        boolean frozen = other.ledger().books().volumes().stream()
                .filter(volume -> volume.origin().equals(origin))
                .flatMap(volume -> other.ledger().log(volume).stream())
                .anyMatch(log -> ForkProof.keptWith(log).isPresent());
        boolean lost = other.folder().origin().equals(origin) && other.folder().isHeldBack();
        Broken.unless(frozen || lost, "%s refuses of %s: %s", other, one, refused);
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
        ForkCheck forks = new ForkCheck(world);
        forks.everybodyWhoSawBothSidesHasFrozen();
        Set<String> forked = forks.proven();
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
}

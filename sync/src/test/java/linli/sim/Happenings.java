package linli.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What can happen next, and how likely each of it is in this life. */
final class Happenings {
    private static final int MOST_BRANCHES = 8;
    private static final long DAY_SECONDS = 86_400;

    private record Kind(String name, int weight, Supplier<String> happening) {}

    private final World world;
    private final Lot lot;
    private final Office office;
    final Registrar registrar;
    private final Mishaps mishaps;
    private final Sticks sticks;
    final Losses losses;
    private final List<Rogue> rogues = new ArrayList<>();
    private final List<Kind> kinds = new ArrayList<>();
    private int allWeights;

    Happenings(World world, Lot lot) {
        this.world = world;
        this.lot = lot;
        this.office = new Office(lot, world.tally);
        this.registrar = new Registrar(world, office, lot);
        this.losses = new Losses(world, registrar, lot);
        this.mishaps = new Mishaps(world, lot);
        this.sticks = new Sticks(world, registrar, lot);
    }

    /** The county is founded, and a few branches join; then the weather sets in. */
    void begin() {
        SimNode county = world.foundCounty();
        office.act(county, List.of());
        for (int branch = lot.between(2, 4); branch > 0; branch--) {
            world.trace.note(registrar.enrol());
            county.tick(1);
            world.trace.note(registrar.join());
        }
        seclude();
        world.network.weather = Network.Weather.of(lot);
        kind("act", 60, () -> act(lot.pick(world.running())));
        kind("meet", 50, this::meet);
        kind("tick", 15, this::tick);
        kind("time", 10, this::time);
        // Each life has its own misfortunes: where everything happens at once, much hides behind something else.
        sometimes("many", 2, this::many);
        sometimes("late mail", 5, this::lateMail);
        sometimes("partition", 3, this::partition);
        sometimes("enrol", 1, this::enrol);
        sometimes("policy", 1, this::policy);
        sometimes("clock", 2, mishaps::clock);
        sometimes("crash", 3, () -> mishaps.crash(lot.pick(world.running())));
        sometimes("fault", 6, mishaps::diskFault);
        sometimes("power", 6, mishaps::powerGoesSoon);
        sometimes("full", 1, mishaps::diskFull);
        sometimes("restart", 2, mishaps::restart);
        sometimes("close", 1, this::close);
        sometimes("backup", 3, losses::backup);
        int byHand = world.network.hasHermits() ? 6 : 1;
        sometimes("write stick", 3 * byHand, sticks::write);
        sometimes("read stick", 3 * byHand, sticks::read);
        sometimes("carry stick", 2 * byHand, sticks::carry);
        sometimes("copy stick", 2, sticks::copy);
        sometimes("spoil stick", 1, sticks::spoil);
        rarely("restored", losses::setBackKnowingly);
        rarely("set back", losses::setBackUnknowingly);
        rarely("cloned", losses::cloned);
        rarely("disk lost", losses::diskLost);
        rarely("dies", losses::dies);
        rarely("rogue enrolled", this::enrolRogue);
        kind("rogue", 12, this::rogue);
    }

    /** In some lives there are nodes that meet others by stick alone; in a few all are such. */
    private void seclude() {
        world.sticksOnly = lot.chance(0.1);
        double share = lot.chance(0.3) ? 0.5 : 0;
        world.nodes.stream()
                .filter(node -> world.sticksOnly || lot.chance(share))
                .forEach(world.network::seclude);
    }

    private void kind(String name, int weight, Supplier<String> happening) {
        kinds.add(new Kind(name, weight, happening));
        allWeights += weight;
    }

    /** What would leave little of the story if it happened often. */
    private void rarely(String name, Supplier<String> happening) {
        if (lot.chance(0.35)) {
            kind(name, 1, happening);
        }
    }

    private void sometimes(String name, int weight, Supplier<String> happening) {
        if (lot.chance(0.6)) {
            kind(name, weight * lot.between(1, 3), happening);
        }
    }

    /** Lets something happen; tells what. */
    String next() {
        if (world.running().isEmpty() || (lot.chance(0.2) && mishaps.someoneIsDown())) {
            return mishaps.start();
        }
        if (losses.someoneRecovers() && lot.chance(0.2)) {
            return losses.recover();
        }
        if (registrar.someoneWaits() && lot.chance(0.2)) {
            return registrar.join();
        }
        int drawn = lot.below(allWeights);
        for (Kind kind : kinds) {
            drawn -= kind.weight();
            if (drawn < 0) {
                return kind.name() + " " + kind.happening().get();
            }
        }
        throw new IllegalStateException("weights");
    }

    /** Machines whose power went during the step are down now. */
    void afterwards() {
        mishaps.takeDownThePowerless();
    }

    private String act(SimNode node) {
        return node + " " + office.act(node, world.others(node));
    }

    private String many() {
        SimNode node = lot.pick(world.running());
        return node + " " + office.many(node, lot.between(20, 300));
    }

    private String meet() {
        SimNode one = lot.pick(world.running());
        List<SimNode> others = world.nodes.stream().filter(node -> node != one).toList();
        if (others.isEmpty()) {
            return "nobody else";
        }
        SimNode other = lot.pick(others);
        return one + " " + other + " " + world.meet(one, other);
    }

    private String tick() {
        SimNode node = lot.pick(world.running());
        node.tick(lot.between(1, 5));
        return node.name();
    }

    private String time() {
        world.time.pass(lot.chance(0.2) ? lot.between(1, 40) * DAY_SECONDS : lot.between(1, 10_000));
        return String.valueOf(world.time.seconds());
    }

    private String lateMail() {
        if (!world.network.hasLateMail()) {
            return "none";
        }
        world.tally.count(Seen.LATE_MAIL);
        return world.network.takeLateMail(lot).deliver();
    }

    private String partition() {
        if (lot.chance(0.5)) {
            world.network.heal();
            return "heals";
        }
        world.network.split(world.nodes, lot.between(2, 3), lot);
        return "splits";
    }

    private String enrol() {
        return registrar.branches() < MOST_BRANCHES && world.county().isRunning() ? registrar.enrol() : "not now";
    }

    private String policy() {
        return world.county().isRunning() ? registrar.adopt() : "not now";
    }

    private String close() {
        if (!world.county().isRunning() || registrar.branches() < 3 || lot.chance(0.6)) {
            return "not now";
        }
        int branch = lot.between(1, registrar.branches());
        long size = world.find(branch)
                .filter(SimNode::isRunning)
                .map(node -> node.ledger().log().size())
                .orElse(10L);
        return branch + " " + registrar.close(branch, lot.below((int) size + 3));
    }

    private String enrolRogue() {
        if (registrar.branches() >= MOST_BRANCHES || !world.county().isRunning() || rogues.size() > 1) {
            return "not now";
        }
        Rogue rogue = new Rogue(World.COUNTY + "/rogue" + rogues.size(), world, office, lot);
        world.invariants.doubtful.add(rogue.origin());
        rogues.add(rogue);
        return registrar.enrol(rogue);
    }

    private String rogue() {
        return rogues.isEmpty() ? "nobody" : lot.pick(rogues).act();
    }
}

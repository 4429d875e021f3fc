package linli.sim;

import java.util.List;

/** What can go wrong with a machine, and what people do about it. */
final class Mishaps {
    private static final long STUCK_IN_1970 = 3_600;

    private final World world;
    private final Lot lot;

    Mishaps(World world, Lot lot) {
        this.world = world;
        this.lot = lot;
    }

    private List<SimNode> down() {
        return world.nodes.stream()
                .filter(node -> !node.isRunning()
                        && node.standing != SimNode.Standing.DEAD
                        && node.standing != SimNode.Standing.RECOVERING)
                .toList();
    }

    boolean someoneIsDown() {
        return !down().isEmpty();
    }

    String start() {
        List<SimNode> down = down();
        if (down.isEmpty()) {
            return "nobody is left to start";
        }
        SimNode node = lot.pick(down);
        node.disk().mend();
        return "start " + node + " " + node.start();
    }

    String crash(SimNode node) {
        world.tally.count(Seen.CRASH);
        node.crash(lot);
        return node.name();
    }

    void takeDownThePowerless() {
        for (SimNode node : world.nodes) {
            if (node.disk().powerLost()) {
                world.tally.count(Seen.POWER_LOST);
                node.crash(lot);
            }
        }
    }

    String restart() {
        SimNode node = lot.pick(world.running());
        node.stop();
        return node + " " + node.start();
    }

    String diskFault() {
        SimNode node = lot.pick(world.running());
        SimDisk.Fault how = lot.pick(
                List.of(SimDisk.Fault.NOTHING_HAPPENED, SimDisk.Fault.HALF_HAPPENED, SimDisk.Fault.ALL_HAPPENED));
        int after = lot.below(lot.chance(0.5) ? 5 : 40);
        node.disk().failAfter(after, how);
        world.tally.count(seen(how));
        return node + " " + how + " after " + after;
    }

    private static Seen seen(SimDisk.Fault how) {
        return switch (how) {
            case NOTHING_HAPPENED -> Seen.DISK_NOTHING_HAPPENED;
            case HALF_HAPPENED -> Seen.DISK_HALF_HAPPENED;
            case ALL_HAPPENED -> Seen.DISK_ALL_HAPPENED;
            case POWER_LOST -> Seen.POWER_LOST;
        };
    }

    String powerGoesSoon() {
        SimNode node = lot.pick(world.running());
        int after = lot.below(lot.chance(0.5) ? 5 : 40);
        node.disk().failAfter(after, SimDisk.Fault.POWER_LOST);
        return node + " after " + after;
    }

    String diskFull() {
        SimNode node = lot.pick(world.running());
        node.disk().full(!node.disk().isFull());
        world.tally.count(Seen.DISK_FULL);
        return node + " " + node.disk().isFull();
    }

    String clock() {
        SimNode node = lot.pick(world.running());
        world.tally.count(Seen.CLOCK_WRONG);
        switch (lot.below(5)) {
            case 0 -> node.clock.right();
            case 1 -> node.clock.wrong(world.time.seconds() + lot.between(-100_000, 100_000), 1);
            case 2 -> node.clock.wrong(world.time.seconds(), lot.pick(List.of(0.5, 2.0, 0.0)));
            case 3 -> node.clock.wrong(STUCK_IN_1970, 0);
            default -> node.clock.wrong(world.time.seconds() + 400L * 86_400, 1);
        }
        return node + " " + node.clock.instant();
    }
}

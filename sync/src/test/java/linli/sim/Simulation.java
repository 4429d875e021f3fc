package linli.sim;

import java.nio.file.Path;

/** One life of a county, chosen by a seed. */
public final class Simulation {
    /** What came of it. */
    public record Report(long seed, int steps, String digest, Tally tally) {}

    private final long seed;
    private final int steps;
    private final World world;
    private final Happenings happenings;
    private int step;

    private Simulation(long seed, int steps, Path folder) {
        this.seed = seed;
        this.steps = steps;
        Lot lot = new Lot(seed);
        this.world = new World(folder, lot);
        this.happenings = new Happenings(world, lot);
    }

    /** Lives it from the founding to the day on which everybody has met everybody. */
    public static Report run(long seed, int steps) {
        Path folder = Folders.temporary();
        Simulation simulation = new Simulation(seed, steps, folder);
        try {
            return simulation.run();
        } finally {
            simulation.world.nodes.forEach(SimNode::abandon);
            Folders.delete(folder);
        }
    }

    private Report run() {
        try {
            happenings.begin();
            for (step = 1; step <= steps; step++) {
                oneStep();
            }
            new Reunion(world, happenings).run();
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(
                    "seed " + seed + ", step " + step + " of " + steps + ": " + e.getMessage() + "\n"
                            + world.trace.tail(),
                    e);
        }
        return new Report(seed, steps, world.trace.digest(), world.tally);
    }

    private void oneStep() {
        String what = happenings.next();
        world.trace.note(step + " " + what + world.stateInBrief());
        happenings.afterwards();
        world.checkAll();
    }
}

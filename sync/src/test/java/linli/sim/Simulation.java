package linli.sim;

import java.nio.file.Path;

/** One life of a county, chosen by a seed. */
public final class Simulation {
    /** What came of it. */
    public record Report(long seed, int steps, String digest, Tally tally) {}

    private final long seed;
    private final Life life;
    private final World world;
    private final Happenings happenings;
    private int step;

    private Simulation(long seed, Life life, Path folder) {
        this.seed = seed;
        this.life = life;
        Lot lot = new Lot(seed);
        this.world = new World(folder, lot);
        this.happenings = new Happenings(world, life, lot);
    }

    /** Lives it from the founding to the day on which everybody has met everybody. */
    static Report run(long seed, Life life) {
        Path folder = Folders.temporary();
        Simulation simulation = new Simulation(seed, life, folder);
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
            for (step = 1; step <= life.steps(); step++) {
                oneStep();
            }
            new Reunion(world, happenings).run();
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(
                    "seed " + seed + ", step " + step + " of " + life.steps() + ": " + e.getMessage() + "\n"
                            + world.trace.tail(),
                    e);
        }
        return new Report(seed, life.steps(), world.trace.digest(), world.tally);
    }

    private void oneStep() {
        String what = happenings.next();
        world.trace.note(step + " " + what + world.stateInBrief());
        happenings.afterwards();
        world.checkAll(life.sums(), life.proofs());
    }
}

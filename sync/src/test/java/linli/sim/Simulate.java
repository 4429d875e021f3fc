package linli.sim;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs fresh seeds for some minutes, or one seed again: {@code --minutes N} or {@code --seed S}. */
public final class Simulate {
    private static final int LEAST_STEPS = 200;
    private static final int MOST_STEPS = 1200;

    private Simulate() {}

    /** Ends with 1 where something was found. */
    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.OFF);
        long number = Long.parseLong(arguments[1]);
        try {
            if (arguments[0].equals("--seed")) {
                say(Simulation.run(number, stepsOf(number)));
            } else {
                fresh(Duration.ofMinutes(number));
            }
        } catch (AssertionError found) {
            found.printStackTrace();
            System.exit(1);
        }
    }

    private static void fresh(Duration time) {
        Instant end = Instant.now().plus(time);
        SecureRandom random = new SecureRandom();
        Tally all = new Tally();
        long steps = 0;
        for (long seeds = 1; Instant.now().isBefore(end); seeds++) {
            long seed = random.nextInt(Integer.MAX_VALUE);
            Simulation.Report report = Simulation.run(seed, stepsOf(seed));
            steps += report.steps();
            all.addAll(report.tally());
            System.out.printf("%d seeds, %d steps, nothing found; newest seed %d%n", seeds, steps, seed);
        }
        System.out.println(all);
    }

    /** Short lives and long ones; a seed says which. */
    private static int stepsOf(long seed) {
        return Lot.of(seed, "steps").between(LEAST_STEPS, MOST_STEPS);
    }

    private static void say(Simulation.Report report) {
        System.out.printf(
                "seed %d, %d steps, nothing found; digest %s%n%s%n",
                report.seed(), report.steps(), report.digest(), report.tally());
    }
}

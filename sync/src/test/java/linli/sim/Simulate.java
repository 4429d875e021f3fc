package linli.sim;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import linli.sim.Simulation.Report;

/**
 * Lives fresh lives for some minutes, or until so much has been written in so many of them; or one life again. {@code
 * scripts/simulate --help} says how it is called.
 */
public final class Simulate {
    private static final int LEAST_STEPS = 200;
    private static final int MOST_STEPS = 1200;
    private static final int BUSY_STEPS = 300;

    private final SecureRandom random = new SecureRandom();
    private final Tally all = new Tally();
    private final Instant began = Instant.now();
    private long seeds;
    private long steps;

    private Simulate() {}

    /** Ends with 1 where something was found. */
    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.OFF);
        Map<String, Long> asked = asked(arguments);
        try {
            new Simulate().run(asked);
        } catch (AssertionError found) {
            found.printStackTrace();
            System.exit(1);
        }
    }

    /** Names and numbers in turn; the script has seen that they are. */
    private static Map<String, Long> asked(String[] arguments) {
        Map<String, Long> asked = new TreeMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            asked.put(arguments[i], Long.parseLong(arguments[i + 1]));
        }
        return asked;
    }

    private void run(Map<String, Long> asked) {
        if (asked.containsKey("--seed")) {
            tell(one(asked.get("--seed"), Simulate::troubled));
        } else if (asked.containsKey("--busy-seed")) {
            tell(one(asked.get("--busy-seed"), seed -> Life.busy(BUSY_STEPS)));
        } else if (asked.containsKey("--minutes")) {
            Instant end = began.plus(Duration.ofMinutes(asked.get("--minutes")));
            fresh(() -> Instant.now().isBefore(end), Simulate::troubled);
        } else {
            long events = asked.getOrDefault("--events", 0L);
            long most = asked.getOrDefault("--seeds", 1L);
            fresh(() -> seeds < most || all.events() < events, seed -> Life.busy(BUSY_STEPS));
        }
    }

    private void fresh(BooleanSupplier goesOn, LongFunction<Life> lives) {
        while (goesOn.getAsBoolean()) {
            one(random.nextInt(Integer.MAX_VALUE), lives);
        }
        System.out.println(all);
    }

    private Report one(long seed, LongFunction<Life> lives) {
        Report report = Simulation.run(seed, lives.apply(seed));
        seeds++;
        steps += report.steps();
        all.addAll(report.tally());
        long seconds = Math.max(1, Duration.between(began, Instant.now()).toSeconds());
        System.out.printf(
                "%d seeds, %d steps, %d events, %d a second, nothing found; newest seed %d%n",
                seeds, steps, all.events(), all.events() / seconds, seed);
        return report;
    }

    /** Short lives and long ones; a seed says which. */
    private static Life troubled(long seed) {
        return Life.troubled(Lot.of(seed, "steps").between(LEAST_STEPS, MOST_STEPS));
    }

    private static void tell(Report report) {
        System.out.printf("digest %s%n%s%n", report.digest(), report.tally());
    }
}

package linli.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A few lives of a county, always the same ones; {@code scripts/simulate} lives others. */
class SimulationTest {
    private static final int STEPS = 200;
    private static final Logger LOGGER = Logger.getLogger("linli");
    private static final Level BEFORE = LOGGER.getLevel();

    /** Thousands of lines about faults that were meant to be. */
    @BeforeAll
    static void hush() {
        LOGGER.setLevel(Level.OFF);
    }

    @AfterAll
    static void speak() {
        LOGGER.setLevel(BEFORE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 4, 5, 7, 8, 9, 12, 15})
    void everybodyEndsWithTheSameAccountsWhateverHappened(long seed) {
        assertEquals(STEPS, Simulation.run(seed, STEPS).steps());
    }

    @Test
    void oneSeedIsOneLife() {
        assertEquals(
                Simulation.run(10, STEPS).digest(), Simulation.run(10, STEPS).digest());
    }
}

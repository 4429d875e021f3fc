package linli.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every single file operation of a log's life fails, in every way it can; then the log must keep its word. */
class DiskFaultTest {
    private static final Path DIR = Path.of("log");

    /** How often the power is cut at one and the same operation, to lose other pages each time. */
    private static final int POWER_CUTS = 5;

    /** Held here, since the logging system forgets the settings of loggers nobody holds. */
    private static final Logger LOGGER = Logger.getLogger(Log.class.getName());

    @BeforeAll
    static void expectWarnings() {
        LOGGER.setLevel(Level.SEVERE);
    }

    @AfterAll
    static void expectNoMoreWarnings() {
        LOGGER.setLevel(null);
    }

    @TestFactory
    Stream<DynamicTest> keepsItsWordWhicheverOperationFails() {
        return Stream.of(FakeDisk.Fault.NOTHING_HAPPENED, FakeDisk.Fault.HALF_HAPPENED, FakeDisk.Fault.ALL_HAPPENED)
                .map(fault -> DynamicTest.dynamicTest(fault.name(), () -> {
                    int operations = operationsOfALife();
                    for (int operation = 0; operation < operations; operation++) {
                        FakeDisk disk = new FakeDisk();
                        disk.fail(operation, fault);
                        Life life = new Life(disk, DIR);
                        life.live();
                        life.checkAfterwards(disk.afterRestart(), fault + " of operation " + operation);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> keepsItsWordWheneverThePowerIsLost() {
        long seed = new Random().nextLong();
        return Stream.of(FakeDisk.Memory.values())
                .map(memory -> DynamicTest.dynamicTest(memory + ", seed " + seed, () -> {
                    Random random = new Random(seed);
                    int operations = operationsOfALife();
                    for (int operation = 0; operation < operations; operation++) {
                        FakeDisk disk = new FakeDisk();
                        disk.fail(operation, FakeDisk.Fault.POWER_LOST);
                        Life life = new Life(disk, DIR);
                        life.live();
                        String name = "power lost at operation " + operation + ", " + memory + ", seed " + seed;
                        int cuts = memory == FakeDisk.Memory.SOME_PAGES ? POWER_CUTS : 1;
                        for (int cut = 0; cut < cuts; cut++) {
                            life.checkAfterwards(disk.restarted(memory, random), name);
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> damagedHashesAreHealedWhicheverOperationOfTheHealingFails() {
        long seed = new Random().nextLong();
        return Stream.of(FakeDisk.Fault.values())
                .map(fault -> DynamicTest.dynamicTest(fault + ", seed " + seed, () -> {
                    Random random = new Random(seed);
                    FakeDisk whole = new FakeDisk();
                    Life life = new Life(whole, DIR);
                    life.live();
                    for (int operation = 0; healed(life, whole, fault, operation, random); operation++) {}
                }));
    }

    /** Lets one operation of a healing fail; false when it has fewer operations than that. */
    private static boolean healed(Life life, FakeDisk whole, FakeDisk.Fault fault, int operation, Random random) {
        FakeDisk damaged = whole.afterRestart();
        damaged.flipBit(DIR.resolve("hashes-1"), 7);
        damaged.fail(operation, fault);
        life.openAndClose(damaged);
        String name = "healing, " + fault + " of operation " + operation;
        for (int cut = 0; damaged.powerLost() && cut < POWER_CUTS; cut++) {
            life.checkAfterwards(damaged.restarted(FakeDisk.Memory.SOME_PAGES, random), name);
        }
        life.checkAfterwards(damaged.afterRestart(), name);
        return operation < damaged.operations();
    }

    @Test
    void entriesThatAKilledProcessLeftUnforcedAreForcedBeforeTheyCount() throws IOException {
        FakeDisk disk = new FakeDisk();
        appendThree(disk).close();
        DiskFile entries = disk.open(DIR.resolve("entries"), Disk.Access.WRITE);
        entries.write(EntryFrame.of(Sample.entries(3, 5)), entries.size());
        assertEquals(5, open(disk).size());
        assertEquals(
                5,
                open(disk.restarted(FakeDisk.Memory.FORCED_ONLY, new Random(0))).size());
    }

    @Test
    void checkpointsFileIsWholeNotesSeparatedByBlankLines() {
        FakeDisk disk = new FakeDisk();
        Life life = new Life(disk, DIR);
        life.live();
        String text = new String(disk.bytes(DIR.resolve("checkpoints")), StandardCharsets.UTF_8);
        assertEquals(life.released().size(), text.split("\n\n", -1).length / 2);
        for (SignedCheckpoint released : life.released()) {
            assertTrue(text.contains(new String(released.toBytes(), StandardCharsets.UTF_8) + "\n"));
        }
    }

    @Test
    void entriesAreReadableAlthoughTheDiskRefusesTheirHashesForAWhile() {
        FakeDisk counting = new FakeDisk();
        appendThree(counting);
        int beforeHashes = counting.operations();
        for (int later = 0; later < 12; later++) {
            FakeDisk disk = new FakeDisk();
            Log log = appendThree(disk);
            assertEquals(beforeHashes, disk.operations());
            // Two operations force the entries; what comes after them only concerns offsets and hashes.
            disk.fail(beforeHashes + 2, FakeDisk.Fault.HALF_HAPPENED);
            assertEquals(3, log.append(Sample.entries(3, 3 + later + 1)));
            assertArrayEquals(Sample.entry(3 + later), log.entry(3 + later));
            assertEquals(Sample.rootOf(Sample.entries(0, 4 + later)), log.root(4 + later));
            assertEquals(4 + later, log.checkpoint().size());
            log.close();
            assertEquals(4 + later, open(disk.afterRestart()).size());
        }
    }

    private static Log open(Disk disk) {
        return Log.open(disk, DIR, Sample.SIGNER, Sample.ALL_GENUINE, Progress.UNSEEN);
    }

    private static Log appendThree(Disk disk) {
        Log log = Log.create(disk, DIR, Sample.ORIGIN, Sample.SIGNER);
        log.append(Sample.entries(0, 3));
        return log;
    }

    private static int operationsOfALife() {
        FakeDisk disk = new FakeDisk();
        new Life(disk, DIR).live();
        return disk.operations();
    }
}

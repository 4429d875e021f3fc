package linli.log;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every single file operation of a copy's life fails, in every way it can; then the copy must keep its word. */
class MirrorFaultTest {
    private static final Path DIR = Path.of("log");

    /** How often the power is cut at one and the same operation, to lose other pages each time. */
    private static final int POWER_CUTS = 5;

    @TestFactory
    Stream<DynamicTest> keepsItsWordWhicheverOperationFails() {
        return Stream.of(FakeDisk.Fault.NOTHING_HAPPENED, FakeDisk.Fault.HALF_HAPPENED, FakeDisk.Fault.ALL_HAPPENED)
                .map(fault -> DynamicTest.dynamicTest(fault.name(), () -> {
                    int operations = operationsOfALife();
                    for (int operation = 0; operation < operations; operation++) {
                        FakeDisk disk = new FakeDisk();
                        disk.fail(operation, fault);
                        MirrorLife life = new MirrorLife(disk, DIR);
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
                        MirrorLife life = new MirrorLife(disk, DIR);
                        life.live();
                        String name = "power lost at operation " + operation + ", " + memory + ", seed " + seed;
                        int cuts = memory == FakeDisk.Memory.SOME_PAGES ? POWER_CUTS : 1;
                        for (int cut = 0; cut < cuts; cut++) {
                            life.checkAfterwards(disk.restarted(memory, random), name);
                        }
                    }
                }));
    }

    @Test
    void isOpenedAtTheNextTryWhicheverOperationOfTheFirstFailed() {
        FakeDisk good = new FakeDisk();
        open(good).close();
        for (int operation = 0; operation < good.operations(); operation++) {
            FakeDisk disk = new FakeDisk();
            disk.fail(operation, FakeDisk.Fault.ALL_HAPPENED);
            try {
                open(disk).close();
            } catch (LogException e) {
                assertEquals(LogException.Code.DISK, e.code(), "operation " + operation);
            }
            assertDoesNotThrow(() -> open(disk).close(), "operation " + operation);
        }
    }

    @Test
    void aHeadWhoseEntriesAreAllHereIsCompletedWhenItIsOfferedAgain() {
        Feed feed = Feed.honest(300);
        FakeDisk good = new FakeDisk();
        try (Mirror mirror = open(good)) {
            fill(feed, mirror);
        }
        int seen = 0;
        for (int operation = 0; operation < good.operations(); operation++) {
            FakeDisk disk = new FakeDisk();
            disk.fail(operation, FakeDisk.Fault.NOTHING_HAPPENED);
            try (Mirror mirror = open(disk)) {
                fillUntilTheDiskFails(feed, mirror);
                if (mirror.size() == 300 && mirror.complete().isEmpty()) {
                    assertEquals(new HeadAnswer.Accepted(), feed.offer(mirror, 300), "operation " + operation);
                    assertEquals(300, mirror.latestCheckpoint().size(), "operation " + operation);
                    seen++;
                }
            } catch (LogException e) {
                assertEquals(LogException.Code.DISK, e.code(), "operation " + operation);
            }
        }
        assertTrue(seen > 0, "the disk refused to complete the head");
    }

    private static void fillUntilTheDiskFails(Feed feed, Mirror mirror) {
        try {
            fill(feed, mirror);
        } catch (LogException e) {
            assertEquals(LogException.Code.DISK, e.code());
        }
    }

    private static void fill(Feed feed, Mirror mirror) {
        feed.offer(mirror, 300);
        feed.send(mirror, 300);
        mirror.settle();
    }

    private static Mirror open(Disk disk) {
        return Mirror.open(disk, DIR, Sample.SIGNER.vkey(), Progress.UNSEEN);
    }

    private static int operationsOfALife() {
        FakeDisk disk = new FakeDisk();
        new MirrorLife(disk, DIR).live();
        return disk.operations();
    }
}

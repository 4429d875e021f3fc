package linli.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import linli.ledger.Ledger;
import linli.ledger.NodeFolder;
import linli.log.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process that reads a stick is killed in the middle, again and again; what it leaves is read to the end. */
class KilledReaderTest {
    private static final int ROUNDS = 4;
    private static final int LONGEST_LIFE_MILLIS = 400;

    @TempDir
    Path disk;

    @Test
    void aReadingThatWasKilledIsDoneAgain() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        StickNode.Clock clock = new StickNode.Clock();
        StickNode county = StickNode.county(disk.resolve("county"), clock);
        try (StickNode one = county.enrol(1, disk.resolve("one"))) {
            one.work(20_000);
            assertEquals(5, one.write(disk.resolve("stick"), 0).files());
            county.close();
            for (int round = 0; round < ROUNDS; round++) {
                readAndKill(random.nextInt(LONGEST_LIFE_MILLIS));
            }
            county.restartClosed();
            BundleReport report = county.read(disk.resolve("stick")).bundles().get(0);
            assertEquals(Optional.empty(), report.problem(), "seed " + seed);
            assertTrue(report.logs().stream().noneMatch(LogReport::isTrouble), () -> "seed " + seed + report.logs());
            assertEquals(one.size(), county.posted(one), "seed " + seed);
        } finally {
            county.close();
        }
    }

    private void readAndKill(int lifeMillis) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reading.class.getName(),
                        disk.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("storing", out.readLine());
            Thread.sleep(lifeMillis);
            process.toHandle().destroyForcibly();
            process.waitFor();
        }
    }

    /** The process that is killed. */
    static final class Reading {
        private Reading() {}

        public static void main(String[] args) {
            Path disk = Path.of(args[0]);
            StickNode.Clock clock = new StickNode.Clock();
            try (Ledger ledger =
                    Ledger.open(NodeFolder.open(disk.resolve("county")), StickNode.key(0), clock, Progress.UNSEEN)) {
                StickNode county = StickNode.over(0, disk.resolve("county"), clock, ledger);
                boolean[] said = new boolean[1];
                county.reader().read(disk.resolve("stick"), false, (fraction, files) -> {
                    if (fraction > 0.6 && !said[0]) {
                        said[0] = true;
                        System.out.println("storing");
                    }
                });
            }
        }
    }
}

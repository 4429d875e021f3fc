package linli.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process that appends and signs is killed without warning, again and again; what it said must hold. */
class KillTest {
    private static final int MOST_SECONDS = 12;
    private static final int LONGEST_LIFE_MILLIS = 300;

    @TempDir
    Path dir;

    @Test
    void whatAKilledProcessAcknowledgedIsThere() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("kill test, seed " + seed);
        Random random = new Random(seed);
        Sample.create(dir).close();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        long size = 0;
        int rounds = 0;
        for (; System.nanoTime() < deadline; rounds++) {
            List<String> said = KilledProcess.lastWords(Appender.class, dir, random.nextInt(LONGEST_LIFE_MILLIS));
            size = check(said, size, "seed " + seed + ", round " + rounds);
        }
        System.out.println("kill test: " + rounds + " rounds, " + size + " entries");
        assertTrue(size > 0, "the process never got to append anything");
    }

    /** The log after a kill: at least what was said, and every checkpoint that was shown. */
    private long check(List<String> said, long sizeBefore, String name) {
        try (Log log = Sample.open(dir)) {
            assertTrue(log.size() >= sizeBefore, name);
            List<byte[]> entries = Sample.all(log);
            assertEquals(Sample.rootOf(entries), log.root(log.size()), name);
            for (int i = 0; i < entries.size(); i++) {
                assertTrue(Arrays.equals(Sample.entry(i), entries.get(i)), name);
            }
            for (String line : said) {
                String[] words = line.split(" ", -1);
                long stated = Long.parseLong(words[1]);
                assertTrue(log.size() >= stated, () -> name + ": said " + line);
                if (words[0].equals("signed")) {
                    assertTrue(log.latestCheckpoint().size() >= stated, name);
                    assertEquals(words[2], log.root(stated).toBase64(), name);
                }
            }
            return log.size();
        }
    }

    /** The process that is killed. */
    static final class Appender {
        private Appender() {}

        public static void main(String[] args) {
            try (Log log = Sample.open(Path.of(args[0]))) {
                System.out.println("open");
                while (true) {
                    long size = log.size();
                    int count = (int) (1 + size % 7);
                    log.append(Sample.entries(size, size + count));
                    System.out.println("appended " + log.size() + " - end");
                    if (size % 3 == 0) {
                        SignedCheckpoint checkpoint = log.checkpoint();
                        System.out.println("signed " + checkpoint.size() + " " + checkpoint.root() + " end");
                    }
                }
            }
        }
    }
}

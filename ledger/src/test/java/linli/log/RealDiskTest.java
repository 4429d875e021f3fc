package linli.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealDiskTest {
    @TempDir
    Path dir;

    @Test
    void interruptedReaderIsServedAndClosesTheLogForNobody() throws Exception {
        try (Log log = Sample.create(dir)) {
            log.append(Sample.entries(0, 10));
            Thread reader = new Thread(() -> {
                Thread.currentThread().interrupt();
                assertArrayEquals(Sample.entry(3), log.entry(3));
                assertTrue(Thread.currentThread().isInterrupted(), "the interrupt is handed back");
            });
            Throwable[] failure = new Throwable[1];
            reader.setUncaughtExceptionHandler((thread, error) -> failure[0] = error);
            reader.start();
            reader.join();
            assertEquals(null, failure[0]);
            assertEquals(10, log.append(Sample.entries(10, 12)));
        }
    }

    @Test
    void interruptedWriterWritesAllTheSame() {
        try (Log log = Sample.create(dir)) {
            Thread.currentThread().interrupt();
            log.append(Sample.entries(0, 300));
            assertTrue(Thread.interrupted());
            Thread.currentThread().interrupt();
            assertEquals(300, log.checkpoint().size());
            assertTrue(Thread.interrupted());
        }
        try (Log log = Sample.open(dir)) {
            assertEquals(
                    Sample.rootOf(Sample.entries(0, 300)),
                    log.latestCheckpoint().root());
        }
    }

    @Test
    void closedLogSaysSoInsteadOfOpeningItselfAgain() {
        Log log = Sample.create(dir);
        log.append(Sample.entries(0, 1));
        log.close();
        LogException failure = assertThrows(LogException.class, () -> log.entry(0));
        assertEquals(LogException.Code.DISK, failure.code());
    }

    @Test
    void foldersAreMadeWithAllThatIsAboveThem() throws Exception {
        Path folder = dir.resolve("a/b/c");
        Disk.real().createDirectories(folder);
        Disk.real().createDirectories(folder);
        assertTrue(Files.isDirectory(folder));
    }

    @Test
    void longWritesAreReadBackWhole() throws Exception {
        byte[] bytes = new byte[3_000_001];
        bytes[0] = 1;
        bytes[bytes.length - 1] = 2;
        try (DiskFile file = Disk.real().open(dir.resolve("long"), Disk.Access.CREATE)) {
            file.write(bytes, 7);
            byte[] read = new byte[bytes.length + 5];
            assertEquals(bytes.length, file.read(read, 0, read.length, 7));
            assertEquals(2, read[bytes.length - 1]);
        }
    }
}

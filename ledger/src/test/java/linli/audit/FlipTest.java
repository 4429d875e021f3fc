package linli.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import linli.log.Hash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One bit of one byte, anywhere: the audit says which file, and where. */
class FlipTest {
    private static final long SEED = System.nanoTime();
    private static final int FAR = 260;
    private static final int MANY = 600;

    private final Random random = new Random(SEED);

    @TempDir
    Path folder;

    @BeforeEach
    void printSeed() {
        System.out.println("FlipTest seed " + SEED);
    }

    @Test
    void everyByteOfEveryFileOfASmallCountyIsWatched() throws IOException {
        County.withoutAccounts(County.of(folder, 12));
        assertEquals(0, County.audit(folder).exitCode());
        for (Path file : files()) {
            int size = (int) Files.size(file);
            // Of many alike a few hundred tell, other ones at every run.
            (size <= MANY ? IntStream.range(0, size) : random.ints(MANY, 0, size)).forEach(at -> flip(file, at));
        }
    }

    @Test
    void bytesAnywhereInALargerCountyAreWatchedItsUpperTilesAmongThem() throws IOException {
        County.withoutAccounts(County.of(folder, 300));
        assertEquals(Hash.SIZE_BYTES, County.read(folder, "hashes-1").length);
        for (Path file : files()) {
            int size = (int) Files.size(file);
            (size <= Hash.SIZE_BYTES ? IntStream.range(0, size) : random.ints(40, 0, size))
                    .forEach(at -> flip(file, at));
        }
    }

    private List<Path> files() throws IOException {
        Path log = County.log(folder);
        return List.of(
                folder.resolve("node.json"),
                log.resolve("origin"),
                log.resolve("checkpoints"),
                log.resolve("offsets"),
                log.resolve("hashes-0"),
                log.resolve("hashes-1"),
                log.resolve("entries"));
    }

    private void flip(Path file, int at) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            byte[] damaged = bytes.clone();
            damaged[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            Files.write(file, damaged);
            AuditReport report = County.audit(folder);
            Files.write(file, bytes);
            String what = file.getFileName() + " byte " + at + ", seed " + SEED + "\n";
            assertEquals(1, report.exitCode(), () -> what + report.toText());
            assertTrue(
                    report.findings().stream().anyMatch(finding -> tells(finding, file, at)),
                    () -> what + report.toText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The right file; and where the finding names a byte, one of the same entry, note or row. */
    private static boolean tells(AuditFinding finding, Path file, int at) {
        return finding.file().endsWith(String.valueOf(file.getFileName()))
                && (finding.offset() == null || Math.abs(finding.offset() - at) < near(file));
    }

    private static int near(Path file) {
        // An entry with a policy document, and a note, are longer than a row.
        return file.endsWith("entries") ? 4096 : FAR;
    }
}

package linli.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeMemoryTest {
    private static final int MILLION = 1_000_000;

    @TempDir
    private Path folder;

    @Test
    void aMillionRowsAreCheckedAndReadInASmallHeap() throws Exception {
        Path file = folder.resolve("million.csv");
        PawsLikeFile.Totals totals = PawsLikeFile.write(file, MILLION);

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        SmallHeap.class.getName(),
                        file.toString(),
                        RepositoryFiles.example("paws-mapping.yaml").toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertTrue(process.waitFor(2, TimeUnit.MINUTES), "it ends");
        String sums = totals.minutes() + " " + totals.repeats() + " " + totals.overlaps();
        assertEquals(sums + "\n" + MILLION + "\n", output.replace("\r\n", "\n"));
    }

    /** What the small process does: the whole way from the file to its rows. */
    static final class SmallHeap {
        private SmallHeap() {}

        public static void main(String[] args) throws IOException {
            Intake intake = Intake.open(Path.of(args[0]), Mapping.read(Path.of(args[1])));
            IntakeCheck check = intake.check(LocalDate.of(2026, 11, 23), IntakeProgress.NONE);
            System.out.println(
                    check.minutes() + " " + check.flagged(Flag.Kind.REPEAT) + " " + check.flagged(Flag.Kind.OVERLAP));
            long rows = 0;
            try (IntakeRows all = intake.rows()) {
                for (; all.hasNext(); all.next()) {
                    rows++;
                }
            }
            System.out.println(rows);
        }
    }
}

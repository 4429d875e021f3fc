package linli.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left when a node stops between any two steps. */
class CrashTest {
    private static final Duration KILLING = Duration.ofSeconds(8);

    // Starting takes most of a short life; killing begins after the first few operations.
    private static final int WARM_BYTES = 100;

    @TempDir
    Path dir;

    @Test
    void whateverAKilledNodeAcknowledgedIsThereAndNothingIsHalfDone() throws Exception {
        long seed = System.nanoTime();
        System.out.println("CrashTest kills with seed " + seed);
        Random random = new Random(seed);
        long end = System.nanoTime() + KILLING.toNanos();
        int operations = 0;
        int round = 0;
        while (System.nanoTime() < end) {
            round++;
            Path diary = dir.resolve("diary-" + round);
            killWhileWriting(diary, round, random);
            operations += Diary.read(diary).check(dir);
        }
        System.out.println("CrashTest checked " + operations + " operations after " + round + " kills");
        assertTrue(operations > 0);
    }

    private void killWhileWriting(Path diary, int round, Random random) throws Exception {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ProfilesWriter.class.getName(),
                        dir.toString(),
                        String.valueOf(round * 1_000_000),
                        String.valueOf(random.nextLong()))
                .redirectOutput(diary.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            while (Files.size(diary) < WARM_BYTES && writer.isAlive()) {
                Thread.sleep(5);
            }
            Thread.sleep(random.nextInt(400));
            assertTrue(writer.isAlive(), "the writer failed on its own");
        } finally {
            // On every POSIX system this is kill -9: nothing of the writer runs after it.
            writer.destroyForcibly().waitFor();
        }
    }

    @Test
    void aSealThatGotNoFurtherThanItsKeyIsFinishedByTheRepeat() throws IOException {
        Commitment wang = sealed();
        Files.delete(file("data", wang));
        try (Profiles profiles = Profiles.open(dir, People.NODE_KEY)) {
            assertEquals(wang, profiles.seal(People.WANG, People.request(1)));
            assertEquals(Optional.of(People.WANG), profiles.find(wang));
        }
    }

    @Test
    void leftoversAreSweptWhenTheNodeStarts() throws IOException {
        Commitment wang = sealed();
        Path temp = dir.resolve("profiles/temp");
        Files.write(temp.resolve(wang.hex() + ".data"), new byte[10]);
        Files.write(temp.resolve(wang.hex() + ".key"), new byte[10]);
        try (Profiles profiles = Profiles.open(dir, People.NODE_KEY)) {
            assertEquals(Optional.of(People.WANG), profiles.find(wang));
            assertEquals(0, count(temp));
        }
    }

    @Test
    void forgettingThatGotNoFurtherThanItsMarkIsFinishedWhenTheNodeStarts() throws IOException {
        Commitment wang = sealed();
        Files.createFile(file("forgotten", wang));
        try (Profiles profiles = Profiles.open(dir, People.NODE_KEY)) {
            assertEquals(Optional.empty(), profiles.find(wang));
            assertFalse(Files.exists(file("keys", wang)));
            assertFalse(Files.exists(file("data", wang)));
        }
    }

    @Test
    void filesThatAreNotOursAreLeftAlone() throws IOException {
        Commitment wang = sealed();
        Path note = Files.writeString(dir.resolve("profiles/data/abc"), "a note");
        try (Profiles profiles = Profiles.open(dir, People.NODE_KEY)) {
            assertEquals(List.of(wang), profiles.held());
            assertEquals(1, profiles.search("王").size());
        }
        assertTrue(Files.exists(note));
    }

    private Commitment sealed() {
        try (Profiles profiles = Profiles.open(dir, People.NODE_KEY)) {
            return profiles.seal(People.WANG, People.request(1));
        }
    }

    private Path file(String part, Commitment name) {
        return dir.resolve("profiles").resolve(part).resolve(name.hex());
    }

    static long count(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}

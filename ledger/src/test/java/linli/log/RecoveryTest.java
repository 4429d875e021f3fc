package linli.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What opening makes of files that are torn, damaged or missing. Entries 0 to 599 are signed, 600 to 609 are not. */
class RecoveryTest {
    private static final int SIGNED = 600;
    private static final int SIZE = 610;

    @TempDir
    Path dir;

    @BeforeEach
    void fill() {
        try (Log log = Sample.create(dir)) {
            log.append(Sample.entries(0, SIGNED));
            log.checkpoint();
            log.append(Sample.entries(SIGNED, SIZE));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void halfWrittenLastEntryIsCut(int bytes) throws IOException {
        byte[] torn = Arrays.copyOf(new byte[] {0, 9, 'e', 'n', 't', 'r', 'y', '-'}, bytes);
        append("entries", torn);
        assertWhole(SIZE);
    }

    @Test
    void zerosThatAPowerCutLeftAtTheEndAreCut() throws IOException {
        append("entries", new byte[5000]);
        append("checkpoints", new byte[300]);
        assertWhole(SIZE);
    }

    @Test
    void entryThatIsNotGenuineIsCutWithAllBehindItIfItWasNeverAcknowledged() throws IOException {
        append("entries", new byte[] {0, 3, 'b', 'a', 'd', 0, 9, 'e', 'n', 't', 'r', 'y', '-', '6', '1', '1'});
        assertWhole(SIZE);
    }

    @Test
    void wholeGenuineEntriesBehindTheLastOffsetAreKept() throws IOException {
        append("entries", EntryFrame.of(Sample.entries(SIZE, SIZE + 2)));
        assertWhole(SIZE + 2);
    }

    @Test
    void acknowledgedEntryThatIsNotGenuineStopsTheLogByItsNumber() throws IOException {
        flip("entries", Files.size(dir.resolve("entries")) - 11 * 5 + 4);
        assertRefused(LogException.Code.DAMAGED, "entry 605 ");
    }

    @Test
    void acknowledgedEntriesThatAreMissingStopTheLogByTheirNumber() throws IOException {
        cut("entries", 15);
        assertRefused(LogException.Code.DAMAGED, "entry 608 ");
    }

    @ParameterizedTest
    @CsvSource({"hashes-0, 599", "hashes-0, 520", "hashes-1, 1"})
    void flippedBitInAStoredHashHeals(String file, int node) throws IOException {
        flip(file, 32L * node + 3);
        assertWhole(SIZE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"offsets", "hashes-0", "hashes-1", "hashes-3"})
    void missingOrShortenedFilesThatCanBeRecomputedAreMadeAnew(String file) throws IOException {
        byte[] before = Files.readAllBytes(dir.resolve(file));
        Files.delete(dir.resolve(file));
        assertWhole(SIZE);
        assertArrayEquals(before, Files.readAllBytes(dir.resolve(file)));
        if (before.length > 0) {
            cut(file, before.length / 2);
            assertWhole(SIZE);
        }
    }

    @Test
    void damagedOffsetOfTheLastSignedEntryHeals() throws IOException {
        flip("offsets", 8L * SIGNED - 1);
        assertWhole(SIZE);
    }

    @Test
    void recomputingIsReportedFromBeginningToEnd() throws IOException {
        Files.delete(dir.resolve("hashes-0"));
        AtomicLong last = new AtomicLong();
        Progress progress = (done, total) -> {
            assertTrue(done >= last.get());
            assertEquals(2 * SIGNED, total);
            last.set(done);
        };
        Log.open(Disk.real(), dir, Sample.SIGNER, Sample.ALL_GENUINE, progress).close();
        assertEquals(2 * SIGNED, last.get());
    }

    @Test
    void flippedBitInASignedEntryIsNotSoughtOnOpeningButFoundByRecomputing() throws IOException {
        flip("entries", 50);
        try (Log log = Sample.open(dir)) {
            Hash recomputed = Sample.rootOf(Sample.all(log).subList(0, SIGNED));
            assertNotEquals(log.latestCheckpoint().root(), recomputed);
        }
    }

    @Test
    void entriesThatDoNotLeadToTheSignedRootStopTheLog() throws IOException {
        flip("entries", 50);
        Files.delete(dir.resolve("hashes-0"));
        assertRefused(LogException.Code.CHECKPOINT_DISAGREES, "do not lead to the root");
    }

    @Test
    void fewerEntriesThanSignedStopTheLog() throws IOException {
        cut("entries", 11 * 20);
        assertRefused(LogException.Code.CHECKPOINT_DISAGREES, "only 590 entries");
    }

    @Test
    void tornCheckpointIsCutWhereverItIsTorn() throws IOException {
        byte[] whole = Files.readAllBytes(dir.resolve("checkpoints"));
        SignedCheckpoint next;
        try (Log log = Sample.open(dir)) {
            next = log.checkpoint();
        }
        byte[] more = Files.readAllBytes(dir.resolve("checkpoints"));
        assertEquals(whole.length + next.toBytes().length + 1, more.length);
        for (int length = whole.length; length < more.length; length++) {
            Files.write(dir.resolve("checkpoints"), Arrays.copyOf(more, length));
            try (Log log = Sample.open(dir)) {
                assertEquals(SIGNED, log.latestCheckpoint().size(), "torn at " + length);
            }
            assertArrayEquals(whole, Files.readAllBytes(dir.resolve("checkpoints")));
        }
    }

    @Test
    void damagedNewestCheckpointStopsTheLog() throws IOException {
        long length = Files.size(dir.resolve("checkpoints"));
        flip("checkpoints", length - 20);
        assertRefused(LogException.Code.BAD_SIGNATURE, "");
    }

    @Test
    void lostCheckpointsStopTheLog() throws IOException {
        Files.write(dir.resolve("checkpoints"), new byte[0]);
        assertRefused(LogException.Code.DAMAGED, "no checkpoint");
    }

    @Test
    void entriesAreAskedAfterFromTheNewestCheckpointOn() {
        List<Long> asked = new ArrayList<>();
        EntryCheck check = (index, entry) -> {
            assertArrayEquals(Sample.entry(index), entry);
            return asked.add(index);
        };
        Log.open(Disk.real(), dir, Sample.SIGNER, check, Progress.UNSEEN).close();
        assertEquals(List.of(600L, 601L, 602L, 603L, 604L, 605L, 606L, 607L, 608L, 609L), asked);
    }

    @Test
    void readerChangesNothingAndReadsTheWholeEntriesOfATornLog() throws IOException {
        append("entries", new byte[] {0, 9, 'e'});
        append("checkpoints", new byte[] {'l', 'e'});
        append("offsets", new byte[] {0, 0, 0});
        Map<Path, List<Byte>> before = contents();
        try (LogReader reader = LogReader.open(Disk.real(), dir, Sample.SIGNER.vkey())) {
            assertEquals(SIZE, reader.size());
            assertEquals(SIGNED, reader.latestCheckpoint().size());
            assertEquals(Sample.rootOf(Sample.all(reader)), reader.root(SIZE));
        }
        assertEquals(before, contents());
    }

    /** Opens the log and compares it with a log that was never harmed. */
    private void assertWhole(int size) {
        try (Log log = Log.open(Disk.real(), dir, Sample.SIGNER, RecoveryTest::isGenuine, Progress.UNSEEN)) {
            assertEquals(size, log.size());
            assertEquals(Sample.rootOf(Sample.entries(0, size)), log.root(size));
            for (int i = 0; i < size; i++) {
                assertArrayEquals(Sample.entry(i), log.entry(i));
                Hash stored = Hash.at(log.tile(new Tile(0, i / 256, i % 256 + 1)), i % 256 * 32);
                assertEquals(Hash.ofLeaf(Sample.entry(i)), stored);
            }
        }
    }

    private void assertRefused(LogException.Code code, String message) throws IOException {
        Map<Path, List<Byte>> before = contents();
        LogException refusal = assertThrows(
                LogException.class,
                () -> Log.open(Disk.real(), dir, Sample.SIGNER, RecoveryTest::isGenuine, Progress.UNSEEN));
        assertEquals(code, refusal.code());
        assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
        Map<Path, List<Byte>> after = contents();
        // An empty file that can be recomputed is no loss.
        after.values().removeIf(List::isEmpty);
        before.values().removeIf(List::isEmpty);
        assertEquals(before, after, "every file is left as it was");
    }

    private static boolean isGenuine(long index, byte[] entry) {
        return Arrays.equals(Sample.entry(index), entry);
    }

    private Map<Path, List<Byte>> contents() throws IOException {
        Map<Path, List<Byte>> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(dir)) {
            for (Path file : files.toList()) {
                List<Byte> bytes = new ArrayList<>();
                for (byte one : Files.readAllBytes(file)) {
                    bytes.add(one);
                }
                contents.put(file, bytes);
            }
        }
        return contents;
    }

    private void append(String file, byte[] bytes) throws IOException {
        Files.write(dir.resolve(file), bytes, StandardOpenOption.APPEND);
    }

    private void cut(String file, int count) throws IOException {
        byte[] bytes = Files.readAllBytes(dir.resolve(file));
        Files.write(dir.resolve(file), Arrays.copyOf(bytes, bytes.length - count));
    }

    private void flip(String file, long position) throws IOException {
        byte[] bytes = Files.readAllBytes(dir.resolve(file));
        bytes[(int) position] ^= 1;
        Files.write(dir.resolve(file), bytes);
    }
}

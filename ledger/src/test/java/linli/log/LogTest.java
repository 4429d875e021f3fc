package linli.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTest {
    @TempDir
    Path dir;

    @Test
    void appendedEntriesAreReadBackByIndexAndInOrder() {
        try (Log log = Sample.create(dir)) {
            assertEquals(0, log.append(Sample.entries(0, 3)));
            assertEquals(3, log.append(Sample.entries(3, 700)));
            assertEquals(700, log.size());
            assertArrayEquals(Sample.entry(699), log.entry(699));
            List<Long> seen = new ArrayList<>();
            log.scan(250, 260, (index, entry) -> {
                assertArrayEquals(Sample.entry(index), entry);
                seen.add(index);
            });
            assertEquals(List.of(250L, 251L, 252L, 253L, 254L, 255L, 256L, 257L, 258L, 259L), seen);
        }
    }

    @Test
    void entriesOfEverySizeSurviveReopening() {
        int[] sizes = {1, 255, 256, 1021, 1022, 1023, 4096, Limits.ENTRY_BYTES};
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            entries.add(Sample.longEntry(i, sizes[i % sizes.length]));
        }
        try (Log log = Sample.create(dir)) {
            log.append(entries);
        }
        try (Log log = Sample.open(dir)) {
            assertEquals(200, log.size());
            for (int i = 0; i < 200; i++) {
                assertArrayEquals(entries.get(i), log.entry(i));
            }
            assertEquals(Sample.rootOf(entries), log.root(200));
        }
    }

    @Test
    void emptyAndOverlongEntriesAreRefusedAndNothingOfTheirBatchIsKept() {
        try (Log log = Sample.create(dir)) {
            for (byte[] wrong : List.of(new byte[0], new byte[Limits.ENTRY_BYTES + 1])) {
                assertThrows(IllegalArgumentException.class, () -> log.append(List.of(Sample.entry(0), wrong)));
            }
            assertEquals(0, log.size());
            assertEquals(0, log.append(Sample.entries(0, 1)));
        }
    }

    @Test
    void newLogHasACheckpointOfSizeZero() {
        try (Log log = Sample.create(dir)) {
            assertEquals(0, log.latestCheckpoint().size());
            assertEquals(Hash.EMPTY_TREE, log.checkpoint().root());
        }
    }

    @Test
    void checkpointCoversAllEntriesAndIsSignedOncePerSize() throws Exception {
        try (Log log = Sample.create(dir)) {
            log.append(Sample.entries(0, 300));
            SignedCheckpoint checkpoint = log.checkpoint();
            assertEquals(300, checkpoint.size());
            assertEquals(Sample.rootOf(Sample.entries(0, 300)), checkpoint.root());
            assertSame(checkpoint, log.checkpoint());
            assertSame(checkpoint, log.latestCheckpoint());
        }
        String kept = Files.readString(dir.resolve("checkpoints"));
        assertEquals(2, kept.split("ledger.example/node-1\n").length - 1, "one of size 0, one of size 300");
        assertTrue(kept.endsWith("\n\n"), "each note is followed by a blank line");
    }

    @Test
    void newestCheckpointIsFoundAgainBehindManyOthers() {
        SignedCheckpoint last;
        try (Log log = Sample.create(dir)) {
            for (int i = 0; i < 900; i++) {
                log.append(Sample.entries(i, i + 1));
                log.checkpoint();
            }
            last = log.latestCheckpoint();
        }
        try (Log log = Sample.open(dir)) {
            assertArrayEquals(last.toBytes(), log.latestCheckpoint().toBytes());
        }
    }

    @Test
    void tilesAndBundlesAreThoseOfTheTree() {
        try (Log log = Sample.create(dir)) {
            log.append(Sample.entries(0, 70000));
            byte[] first = log.tile(new Tile(0, 0, 256));
            assertEquals(8192, first.length);
            assertEquals(Hash.ofLeaf(Sample.entry(255)), Hash.at(first, 255 * 32));
            byte[] last = log.tile(new Tile(0, 273, 112));
            assertEquals(Hash.ofLeaf(Sample.entry(69999)), Hash.at(last, 111 * 32));
            assertEquals(Sample.rootOf(Sample.entries(0, 256)), Hash.at(log.tile(new Tile(1, 0, 256)), 0));
            assertEquals(log.root(65536), Hash.of(log.tile(new Tile(2, 0, 1))));
            byte[] bundle = log.bundle(Tile.entries(273, 112));
            assertArrayEquals(Sample.entry(69999), Arrays.copyOfRange(bundle, bundle.length - 11, bundle.length));
            assertThrows(IndexOutOfBoundsException.class, () -> log.tile(new Tile(0, 273, 113)));
            assertThrows(IndexOutOfBoundsException.class, () -> log.tile(new Tile(2, 0, 2)));
            assertThrows(IndexOutOfBoundsException.class, () -> log.tile(new Tile(40, 0, 1)));
            assertThrows(IndexOutOfBoundsException.class, () -> log.bundle(Tile.entries(274, 1)));
            assertThrows(IndexOutOfBoundsException.class, () -> log.bundle(new Tile(0, 0, 1)));
            assertThrows(IndexOutOfBoundsException.class, () -> log.tile(Tile.entries(0, 1)));
        }
    }

    @Test
    void nothingBeyondTheSizeCanBeAskedFor() {
        try (Log log = Sample.create(dir)) {
            log.append(Sample.entries(0, 5));
            assertThrows(IndexOutOfBoundsException.class, () -> log.entry(5));
            assertThrows(IndexOutOfBoundsException.class, () -> log.entry(-1));
            assertThrows(IndexOutOfBoundsException.class, () -> log.root(6));
            assertThrows(IndexOutOfBoundsException.class, () -> log.inclusionProof(5, 5));
            assertThrows(IndexOutOfBoundsException.class, () -> log.consistencyProof(3, 6));
            assertThrows(IndexOutOfBoundsException.class, () -> log.scan(0, 6, (index, entry) -> {}));
        }
    }

    @Test
    void secondWriterIsTurnedAwayUntilTheFirstHasGone() {
        try (Log log = Sample.create(dir)) {
            log.append(Sample.entries(0, 1));
            assertEquals(LogException.Code.IN_USE, codeOf(() -> Sample.open(dir)));
        }
        Sample.open(dir).close();
    }

    @Test
    void anExistingLogIsNotCreatedOver() {
        Sample.create(dir).close();
        assertEquals(LogException.Code.ALREADY_A_LOG, codeOf(() -> Sample.create(dir)));
        try (Log log = Sample.open(dir)) {
            log.append(Sample.entries(0, 2));
        }
        assertEquals(LogException.Code.ALREADY_A_LOG, codeOf(() -> Sample.create(dir)));
    }

    @Test
    void foldersWithoutALogAndLogsOfOthersAreNotOpened() {
        assertEquals(LogException.Code.NOT_A_LOG, codeOf(() -> Sample.open(dir.resolve("none"))));
        assertFalse(Files.exists(dir.resolve("none")));
        Sample.create(dir).close();
        NoteSigner other = new NoteSigner("ledger.example/node-2", Sample.KEY);
        assertEquals(
                LogException.Code.WRONG_ORIGIN,
                codeOf(() -> Log.open(Disk.real(), dir, other, Sample.ALL_GENUINE, Progress.UNSEEN)));
        assertEquals(LogException.Code.WRONG_ORIGIN, codeOf(() -> Log.create(Disk.real(), dir, Sample.ORIGIN, other)));
        NoteSigner renewed = new NoteSigner(Sample.ORIGIN, SigningKey.ofSeed(new byte[32]));
        assertEquals(
                LogException.Code.BAD_SIGNATURE,
                codeOf(() -> Log.open(Disk.real(), dir, renewed, Sample.ALL_GENUINE, Progress.UNSEEN)));
    }

    @Test
    void readerBesideARunningWriterSeesWhatWasThereWhenItCame() {
        try (Log log = Sample.create(dir)) {
            log.append(Sample.entries(0, 300));
            log.checkpoint();
            log.append(Sample.entries(300, 310));
            try (LogReader reader = LogReader.open(Disk.real(), dir, Sample.SIGNER.vkey())) {
                log.append(Sample.entries(310, 600));
                log.checkpoint();
                assertEquals(310, reader.size());
                assertEquals(300, reader.latestCheckpoint().size());
                assertEquals(310, Sample.all(reader).size());
                assertEquals(log.root(310), reader.root(310));
            }
            assertEquals(600, log.append(Sample.entries(600, 601)), "the reader's closing must not disturb the writer");
        }
    }

    @Test
    void readersNeverSeeLessThanTheSizeTheyWereTold() throws Exception {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        try (Log log = Sample.create(dir)) {
            Thread reader = new Thread(() -> {
                long size = 0;
                while (size < 3000) {
                    size = log.size();
                    if (size > 0) {
                        assertArrayEquals(Sample.entry(size - 1), log.entry(size - 1));
                        assertTrue(MerkleProofs.inclusion(
                                size - 1,
                                size,
                                Hash.ofLeaf(Sample.entry(size - 1)),
                                log.inclusionProof(size - 1, size),
                                log.root(size)));
                    }
                }
            });
            reader.setUncaughtExceptionHandler((thread, error) -> failure.set(error));
            reader.start();
            for (int i = 0; i < 3000; i += 3) {
                log.append(Sample.entries(i, i + 3));
            }
            reader.join();
        }
        assertEquals(null, failure.get());
    }

    @Test
    void cosignaturesOfTheNewestCheckpointAreKeptUntilTheNextOne() {
        try (Log log = Sample.create(dir)) {
            log.append(Sample.entries(0, 5));
            String text = log.checkpoint().note().text();
            assertTrue(log.cosigned(Sample.WITNESS_KEY, cosign(text, 2000)));
            assertTrue(log.cosigned(Sample.WITNESS_KEY, cosign(text, 1000)), "an older one is not kept");
        }
        try (Log log = Sample.open(dir)) {
            SignedCheckpoint latest = log.latestCheckpoint();
            assertEquals(Optional.of(2000L), latest.cosignedAtSeconds(Sample.WITNESS_KEY));
            assertEquals(2, latest.note().signatures().size());
            assertEquals(latest, log.checkpoint(), "nothing new to sign");
            log.append(Sample.entries(5, 6));
            assertEquals(Optional.empty(), log.checkpoint().cosignedAtSeconds(Sample.WITNESS_KEY));
            assertFalse(log.cosigned(Sample.WITNESS_KEY, cosign(latest.note().text(), 3000)), "it came too late");
        }
    }

    private static NoteSignature cosign(String text, long time) {
        return Cosignature.sign(Sample.WITNESS, Sample.KEY, text, time);
    }

    private static LogException.Code codeOf(Runnable action) {
        return assertThrows(LogException.class, action::run).code();
    }
}

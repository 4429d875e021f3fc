package linli.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The scripted life of a log: created, filled, signed, closed, opened, filled again. It notes what the log promised on
 * the way, so that this can be held against it afterwards.
 */
final class Life {
    private final Disk disk;
    private final Path dir;
    private final Map<Long, ByteBuffer> acknowledged = new TreeMap<>();
    private final Set<ByteBuffer> attempted = new HashSet<>();
    private final Set<ByteBuffer> denied = new HashSet<>();
    private final List<SignedCheckpoint> released = new ArrayList<>();
    private @Nullable Log log;
    private int made;

    Life(Disk disk, Path dir) {
        this.disk = disk;
        this.dir = dir;
    }

    List<SignedCheckpoint> released() {
        return released;
    }

    /** Lives on after whatever fails, as a node does; a log that needs it is opened again. */
    void live() {
        begin();
        append(1);
        append(5);
        checkpoint();
        append(254);
        append(3);
        checkpoint();
        append(2);
        reopen();
        append(4);
        append(1);
        checkpoint();
        append(2);
        close();
    }

    /** Opens and closes the log on a disk that may fail. */
    void openAndClose(Disk other) {
        attempt(() -> {
            open(other).close();
            return true;
        });
    }

    private void begin() {
        log = attempt(() -> Log.create(disk, dir, Sample.ORIGIN, Sample.SIGNER)).orElse(null);
        if (log == null) {
            log = attempt(() -> Log.create(disk, dir, Sample.ORIGIN, Sample.SIGNER))
                    .orElse(null);
        }
        if (log != null) {
            released.add(log.latestCheckpoint());
        }
    }

    private void append(int count) {
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(entry(made++));
        }
        entries.forEach(entry -> attempted.add(ByteBuffer.wrap(entry)));
        if (log == null) {
            return;
        }
        try {
            long index = log.append(entries);
            for (byte[] entry : entries) {
                acknowledged.put(index, ByteBuffer.wrap(entry));
                checkVisible(index++, entry);
            }
        } catch (LogException e) {
            if (e.code() == LogException.Code.DISK) {
                entries.forEach(entry -> denied.add(ByteBuffer.wrap(entry)));
            } else {
                assertEquals(LogException.Code.REOPEN, e.code());
                reopen();
            }
        }
    }

    private void checkVisible(long index, byte[] entry) {
        assertTrue(log.size() > index);
        attempt(() -> log.entry(index)).ifPresent(read -> assertArrayEquals(entry, read));
    }

    private void checkpoint() {
        if (log != null) {
            attempt(log::checkpoint).ifPresent(released::add);
        }
    }

    private void reopen() {
        close();
        log = attempt(() -> open(disk)).or(() -> attempt(() -> open(disk))).orElse(null);
    }

    private void close() {
        if (log != null) {
            attempt(() -> {
                log.close();
                return true;
            });
        }
        log = null;
    }

    private Log open(Disk other) {
        return Log.open(other, dir, Sample.SIGNER, (index, entry) -> isGenuine(entry), Progress.UNSEEN);
    }

    private static <T> Optional<T> attempt(Supplier<T> action) {
        try {
            return Optional.of(action.get());
        } catch (LogException e) {
            return Optional.empty();
        }
    }

    /** Opens the log on a disk that works and holds it to its promises. */
    void checkAfterwards(Disk good, String name) {
        if (released.isEmpty()) {
            return;
        }
        try (Log found = open(good)) {
            List<byte[]> entries = Sample.all(found);
            acknowledged.forEach((index, entry) -> {
                assertTrue(index < entries.size(), () -> name + ": entry " + index + " was acknowledged and is lost");
                assertEquals(entry, ByteBuffer.wrap(entries.get((int) (long) index)), name);
            });
            for (byte[] entry : entries) {
                assertTrue(attempted.contains(ByteBuffer.wrap(entry)), name + ": an entry nobody wrote");
                assertFalse(denied.contains(ByteBuffer.wrap(entry)), name + ": an entry that was said not to count");
            }
            assertEquals(new HashSet<>(wrapped(entries)).size(), entries.size(), name + ": an entry twice");
            checkTree(found, entries, name);
            checkThatItGoesOn(found, name);
        }
    }

    private void checkTree(Log found, List<byte[]> entries, String name) {
        assertEquals(Sample.rootOf(entries), found.root(found.size()), name);
        for (int i = 0; i < entries.size(); i++) {
            assertArrayEquals(entries.get(i), found.entry(i), name);
            assertEquals(Hash.ofLeaf(entries.get(i)), Hash.of(leafHash(found, i)), name);
        }
        long before = 0;
        for (SignedCheckpoint checkpoint : released) {
            assertTrue(checkpoint.size() >= before, name + ": a checkpoint went back");
            assertEquals(Sample.rootOf(entries.subList(0, (int) checkpoint.size())), checkpoint.root(), name);
            before = checkpoint.size();
        }
        assertTrue(found.latestCheckpoint().size() >= before, name + ": a released checkpoint is forgotten");
    }

    private static byte[] leafHash(Log found, int index) {
        Tile tile = new Tile(0, index / 256, index % 256 + 1);
        byte[] hashes = found.tile(tile);
        return Arrays.copyOfRange(hashes, hashes.length - Hash.SIZE_BYTES, hashes.length);
    }

    private static void checkThatItGoesOn(Log found, String name) {
        long size = found.size();
        assertEquals(size, found.append(List.of(entry(1_000_000))), name);
        assertEquals(size + 1, found.checkpoint().size(), name);
    }

    private static List<ByteBuffer> wrapped(List<byte[]> entries) {
        return entries.stream().map(ByteBuffer::wrap).toList();
    }

    /** An entry of a length of its own that, like a signed record, shows whether it is intact. */
    private static byte[] entry(int number) {
        byte[] entry = new byte[12 + number * 7 % 90];
        ByteBuffer.wrap(entry).putInt(number).putLong(entry.length - 8, checksum(entry));
        return entry;
    }

    private static boolean isGenuine(byte[] entry) {
        return entry.length >= 12 && ByteBuffer.wrap(entry).getLong(entry.length - 8) == checksum(entry);
    }

    private static long checksum(byte[] entry) {
        CRC32 crc = new CRC32();
        crc.update(entry, 0, entry.length - 8);
        return crc.getValue();
    }
}

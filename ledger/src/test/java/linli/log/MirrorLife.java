package linli.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The scripted life of a copy: begun, filled, broken off, filled again, frozen. It notes what the copy promised on the way, so
 * that this can be held against it afterwards.
 */
final class MirrorLife {
    private static final int MOST = 700;
    private static final Vkey KEY = Sample.SIGNER.vkey();
    private static final Feed FEED = Feed.honest(MOST);
    private static final Feed FORKED = Feed.forked(100, MOST);

    private final Disk disk;
    private final Path dir;
    private @Nullable Mirror mirror;
    private long settled;
    private long accepted;
    private long completed;
    private long cosignedAt;
    private long cosignedSize;
    private boolean frozen;

    MirrorLife(Disk disk, Path dir) {
        this.disk = disk;
        this.dir = dir;
    }

    /** Lives on after whatever fails, as a node does; a copy that needs it is opened again. */
    void live() {
        reopen();
        offer(3);
        fetch(3);
        offer(300);
        fetch(200);
        fetch(300);
        cosign(1000);
        offer(600);
        fetch(400);
        reopen();
        fetch(520);
        offer(650);
        fetch(650);
        cosign(2000);
        cosign(3000);
        freeze();
        close();
    }

    private void offer(long size) {
        use(copy -> {
            HeadAnswer answer = FEED.offer(copy, size);
            assertInstanceOf(HeadAnswer.Accepted.class, answer);
            accepted = size;
            completed = copy.complete().map(SignedCheckpoint::size).orElse(0L);
        });
    }

    private void fetch(long to) {
        use(copy -> {
            FEED.send(copy, Math.min(to, copy.head().map(SignedCheckpoint::size).orElse(0L)));
            copy.settle();
            settled = copy.size();
            completed = copy.complete().map(SignedCheckpoint::size).orElse(0L);
        });
    }

    private void cosign(long time) {
        use(copy -> {
            SignedCheckpoint latest = copy.latestCheckpoint();
            String text = latest.note().text();
            NoteSignature line = Cosignature.sign(Sample.WITNESS, Sample.KEY, text, time);
            assertTrue(copy.cosigned(Sample.WITNESS_KEY, line));
            cosignedAt = time;
            cosignedSize = latest.size();
        });
    }

    private void freeze() {
        use(copy -> {
            HeadAnswer answer = FORKED.offer(copy, MOST);
            frozen = answer instanceof HeadAnswer.Fork || answer instanceof HeadAnswer.Frozen;
            assertTrue(frozen);
        });
    }

    private interface Use {
        void of(Mirror copy);
    }

    /** Tries twice, the second time after opening the copy again if it says that it needs that. */
    private void use(Use use) {
        for (int attempt = 0; attempt < 2 && mirror != null; attempt++) {
            Mirror copy = mirror;
            try {
                use.of(copy);
                return;
            } catch (LogException e) {
                if (e.code() == LogException.Code.REOPEN) {
                    reopen();
                }
            }
        }
    }

    private void reopen() {
        close();
        mirror = attempt(() -> open(disk)).or(() -> attempt(() -> open(disk))).orElse(null);
    }

    private void close() {
        if (mirror != null) {
            attempt(() -> {
                mirror.close();
                return true;
            });
        }
        mirror = null;
    }

    private Mirror open(Disk other) {
        return Mirror.open(other, dir, KEY, Progress.UNSEEN);
    }

    private static <T> Optional<T> attempt(Supplier<T> action) {
        try {
            return Optional.of(action.get());
        } catch (LogException e) {
            return Optional.empty();
        }
    }

    /** Opens the copy on a disk that works and holds it to its promises. */
    void checkAfterwards(Disk good, String name) {
        try (Mirror found = open(good)) {
            assertTrue(found.size() >= settled, () -> name + ": lost entries, has " + found.size() + " of " + settled);
            assertTrue(sizeOf(found.head()) >= accepted, name + ": an accepted head is forgotten");
            assertTrue(sizeOf(found.complete()) >= completed, name + ": a complete checkpoint is forgotten");
            checkEntries(found, name);
            checkCosignature(found, name);
            if (frozen) {
                assertTrue(found.fork().isPresent(), name + ": not frozen any more");
            } else if (found.fork().isEmpty()) {
                checkThatItGoesOn(found, name);
            }
        }
        if (!frozen) {
            checkThatItOpensAsALog(good, name);
        }
    }

    private static long sizeOf(Optional<SignedCheckpoint> checkpoint) {
        return checkpoint.map(SignedCheckpoint::size).orElse(0L);
    }

    private static void checkEntries(Mirror found, String name) {
        List<byte[]> entries = Sample.all(found);
        assertEquals(found.size(), entries.size(), name);
        for (int index = 0; index < entries.size(); index++) {
            assertArrayEquals(Sample.entry(index), entries.get(index), name);
        }
        assertEquals(FEED.root(found.size()), found.root(found.size()), name);
        assertTrue(sizeOf(found.complete()) <= found.size(), name);
        assertTrue(found.size() <= sizeOf(found.head()), name + ": entries that no head speaks of");
    }

    private void checkCosignature(Mirror found, String name) {
        if (cosignedAt > 0 && sizeOf(found.complete()) == cosignedSize) {
            long at = found.latestCheckpoint()
                    .cosignedAtSeconds(Sample.WITNESS_KEY)
                    .orElse(0L);
            assertTrue(at >= cosignedAt, name + ": a cosignature is forgotten");
        }
    }

    private static void checkThatItGoesOn(Mirror found, String name) {
        assertInstanceOf(HeadAnswer.Accepted.class, FEED.offer(found, MOST), name);
        FEED.send(found, MOST);
        found.settle();
        assertEquals(FEED.checkpoint(MOST).note(), found.latestCheckpoint().note(), name);
        checkEntries(found, name);
    }

    private void checkThatItOpensAsALog(Disk good, String name) {
        try (Log log = Log.open(good, dir, Sample.SIGNER, Sample.ALL_GENUINE, Progress.UNSEEN)) {
            assertEquals(FEED.root(log.size()), log.root(log.size()), name);
        } catch (LogException e) {
            // A freeze that was not acknowledged may have happened all the same, and stopped the transfer.
            assertEquals(LogException.Code.UNFINISHED, e.code(), name);
        }
    }
}

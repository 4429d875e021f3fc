package linli.log;

import com.google.common.io.Closer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a log's files as they lie, trusting none of them, and tells whatever cannot be so; damage does not end it. It
 * writes nothing, takes no lock and may run beside a node: it sees the log as it was when it was opened.
 *
 * <p>Not thread-safe. Every method may throw a {@link LogException} DISK.
 */
public final class LogInspection implements AutoCloseable {
    /** Is told what the inspection meets, in the order of the log. */
    public interface Listener {
        /** An entry whose bytes are those that were hashed; {@link #root()} is that of all entries up to it. */
        void entry(long index, byte[] bytes);

        /** An entry that is not as it was written; the fault is told as well. */
        void lost(long index);

        void fault(LogFault fault);

        /** Something worth knowing that is not wrong. */
        void note(String sentence);
    }

    /**
     * What was there.
     *
     * @param entries how many
     * @param checkpoints how many
     * @param newest the newest checkpoint that stands
     */
    public record Summary(
            long entries, long checkpoints, @Nullable Checkpoint newest) {}

    private final Closer open = Closer.create();
    private final SnapshotFile origin;
    private final SnapshotFile checkpoints;
    private final SnapshotFile offsets;
    private final List<SnapshotFile> hashes = new ArrayList<>();
    private final SnapshotFile entries;
    private final SnapshotFile head;
    private final SnapshotFile fork;
    private final boolean isCopy;
    private @Nullable EntryInspection walk;

    private LogInspection(Disk disk, Path folder) throws IOException {
        try {
            // In the opposite order of writing: what a later file speaks of is in those measured after it.
            isCopy = disk.exists(folder.resolve(LogFiles.HEAD));
            fork = snapshot(disk, folder, ForkFile.NAME);
            head = snapshot(disk, folder, LogFiles.HEAD);
            origin = snapshot(disk, folder, "origin");
            checkpoints = snapshot(disk, folder, "checkpoints");
            offsets = snapshot(disk, folder, "offsets");
            for (String name : TreeInspection.fileNames()) {
                hashes.add(snapshot(disk, folder, name));
            }
            entries = snapshot(disk, folder, "entries");
        } catch (IOException | RuntimeException e) {
            open.close();
            throw e;
        }
    }

    private SnapshotFile snapshot(Disk disk, Path folder, String name) throws IOException {
        return open.register(SnapshotFile.open(disk, folder, name));
    }

    /** Opens the log in {@code folder}; files that are missing count as empty. */
    public static LogInspection open(Disk disk, Path folder) {
        try {
            return new LogInspection(disk, folder);
        } catch (IOException e) {
            throw LogException.disk("open the log", e);
        }
    }

    /** What stands in the file of the origin; empty where it cannot be one. */
    public Optional<String> storedOrigin() {
        byte[] bytes = origin.length() > Limits.NAME_BYTES ? null : origin.read(0, (int) origin.length());
        try {
            return bytes == null ? Optional.empty() : Optional.of(StrictText.name(StrictText.utf8(bytes)));
        } catch (LogException e) {
            return Optional.empty();
        }
    }

    /** The first entry, as far as it can be read; in a county's log it names the key. */
    public Optional<byte[]> firstEntry() {
        return Optional.ofNullable(EntryInspection.framed(entries, 0));
    }

    /** About how many entries there are. */
    public long expectedEntries() {
        return offsets.length() / TreeFiles.OFFSET_BYTES;
    }

    /** The root over all entries shown so far. */
    public Hash root() {
        return walk == null ? Hash.EMPTY_TREE : walk.root();
    }

    /**
     * Goes through everything, once.
     *
     * @param name the origin this log should have
     * @param key the log's; null where nobody knows it, then signatures are passed over
     * @param check says whether an entry is signed for its place
     */
    public Summary run(String name, @Nullable Vkey key, EntryCheck check, Listener listener) {
        checkOrigin(name, listener);
        CheckpointInspection trail = new CheckpointInspection(checkpoints, name, key, listener::fault, listener::note);
        TreeInspection tree = new TreeInspection(hashes, listener::fault);
        EntryInspection entryWalk = new EntryInspection(entries, offsets, tree, trail, check, listener);
        walk = entryWalk;
        entryWalk.run();
        trail.finish(tree.size(), isCopy);
        CopyInspection copy = new CopyInspection(name, key, listener);
        copy.inspectHead(head, tree.size());
        copy.inspectFork(fork);
        return new Summary(tree.size(), trail.count(), trail.newest());
    }

    private void checkOrigin(String name, Listener listener) {
        byte[] stored = origin.length() > Limits.NAME_BYTES ? null : origin.read(0, (int) origin.length());
        byte[] expected = name.getBytes(StandardCharsets.UTF_8);
        if (stored == null || !ByteBuffer.wrap(stored).equals(ByteBuffer.wrap(expected))) {
            String detail = "the file does not hold the origin that its folder is named after";
            listener.fault(new LogFault(LogFault.Code.ORIGIN_WRONG, origin.name(), 0L, null, detail));
        }
    }

    @Override
    public void close() {
        try {
            open.close();
        } catch (IOException e) {
            throw LogException.disk("close the log", e);
        }
    }
}

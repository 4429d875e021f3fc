package linli.log;

import com.google.common.io.Closer;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The open files of one log's folder. */
final class LogFiles implements Closeable {
    static final String LOCK = "lock";
    static final String HEAD = "head";
    static final String CHECKPOINTS = "checkpoints";

    private final Closer open = Closer.create();

    final DurableFile origin;
    final DurableFile entries;
    final DurableFile checkpointBytes;
    final CheckpointFile checkpoints;
    final TreeFiles tree;
    final ForkFile fork;

    /** Of a copy only: the checkpoints accepted whose entries are not all here yet; the newest counts. */
    final @Nullable DurableFile headBytes;

    private LogFiles(Disk disk, Path folder, Disk.Access access, Disk.Access derived, boolean copy) throws IOException {
        try {
            if (access != Disk.Access.READ) {
                open.register(disk.lock(folder.resolve(LOCK)));
            }
            origin = durable(disk, folder, "origin", access);
            entries = durable(disk, folder, "entries", access);
            checkpointBytes = durable(disk, folder, CHECKPOINTS, access);
            checkpoints = new CheckpointFile(checkpointBytes);
            List<DerivedFile> hashes = new ArrayList<>();
            for (int level = 0; level < TreeFiles.LEVELS; level++) {
                hashes.add(derived(disk, folder, "hashes-" + level, derived));
            }
            tree = new TreeFiles(derived(disk, folder, "offsets", derived), hashes);
            fork = new ForkFile(disk, folder);
            headBytes = copy ? durable(disk, folder, HEAD, access) : null;
        } catch (IOException | RuntimeException e) {
            closeAfter(e);
            throw e;
        }
    }

    static LogFiles create(Disk disk, Path folder) throws IOException {
        disk.createDirectories(folder);
        return new LogFiles(disk, folder, Disk.Access.CREATE, Disk.Access.CREATE, false);
    }

    /** For a copy, which may be begun or continued. */
    static LogFiles copy(Disk disk, Path folder) throws IOException {
        disk.createDirectories(folder);
        boolean begun = disk.exists(folder.resolve(HEAD));
        LogFiles files = new LogFiles(disk, folder, Disk.Access.CREATE, Disk.Access.CREATE, true);
        try {
            if (!begun && files.checkpointBytes.length() > 0) {
                throw new LogException(
                        LogException.Code.ALREADY_A_LOG, "the folder holds a log of its own, not a copy");
            }
            disk.forceDirectory(folder);
            return files;
        } catch (IOException | RuntimeException e) {
            files.closeAfter(e);
            throw e;
        }
    }

    /** Makes the folder of a log that was written here one of a copy, which is only received from now on. */
    static void adopt(Disk disk, Path folder) throws IOException {
        try (LogFiles own = open(disk, folder)) {
            own.keep(disk.open(folder.resolve(HEAD), Disk.Access.CREATE));
            disk.forceDirectory(folder);
        }
    }

    /** For the writer. What can be recomputed may be missing. */
    static LogFiles open(Disk disk, Path folder) throws IOException {
        requireLog(disk, folder);
        return new LogFiles(disk, folder, Disk.Access.WRITE, Disk.Access.CREATE, isCopy(disk, folder));
    }

    static LogFiles read(Disk disk, Path folder) throws IOException {
        requireLog(disk, folder);
        return new LogFiles(disk, folder, Disk.Access.READ, Disk.Access.READ, isCopy(disk, folder));
    }

    interface Opening {
        LogFiles files() throws IOException;
    }

    interface Use<L> {
        L of(LogFiles files) throws IOException;
    }

    /** Opens files and what stands on them; closes them when that fails. */
    static <L> L opened(Opening opening, Use<L> use) {
        try {
            LogFiles files = opening.files();
            try {
                return use.of(files);
            } catch (IOException | RuntimeException e) {
                files.closeAfter(e);
                throw e;
            }
        } catch (NoSuchFileException e) {
            String message = "there is no complete log in the folder; create or restore it";
            throw new LogException(LogException.Code.NOT_A_LOG, message, e);
        } catch (IOException e) {
            throw LogException.disk("open the log", e);
        }
    }

    /** The newest note of the log and its end. */
    CheckpointFile.Found newestNote() throws NoSuchFileException {
        return newestNoteIfAny().orElseThrow(LogException::unfinished);
    }

    /** The newest note and its end; only a copy may be without. */
    Optional<CheckpointFile.Found> newestNoteIfAny() throws NoSuchFileException {
        Optional<CheckpointFile.Found> newest = checkpoints.newest();
        if (newest.isEmpty() && headBytes == null) {
            if (entries.length() > 0) {
                throw LogException.damaged("there are entries but no checkpoint");
            }
            throw new NoSuchFileException(CHECKPOINTS);
        }
        return newest;
    }

    /** The checkpoint in a note of this log, whose key this should be. */
    SignedCheckpoint verified(Note note, Vkey key) {
        requireOrigin(key);
        return SignedCheckpoint.of(note, key);
    }

    /** Writes the origin of a copy that has nothing else yet; any other must have the right one. */
    void beginCopy(Vkey key) {
        if (entries.length() + checkpointBytes.length() + copyHead().length() == 0) {
            origin.settleAt(0);
            origin.append(StrictText.utf8(key.name()));
        }
        requireOrigin(key);
    }

    /** The file {@code head} of a folder that was opened as a copy. */
    DurableFile copyHead() {
        return Objects.requireNonNull(headBytes, "only a copy has a head");
    }

    /** The newest checkpoint that a copy has accepted, verified. */
    Optional<SignedCheckpoint> newestHead(Vkey key) {
        return Optional.ofNullable(headBytes)
                .flatMap(bytes -> new CheckpointFile(bytes).newest())
                .map(found -> verified(found.note(), key));
    }

    void requireOrigin(Vkey key) {
        byte[] bytes = new byte[Limits.NAME_BYTES + 1];
        int length = origin.read(bytes, 0);
        if (!StrictText.utf8(Arrays.copyOf(bytes, length)).equals(key.name())) {
            throw new LogException(
                    LogException.Code.WRONG_ORIGIN, "the log in this folder has another origin than " + key.name());
        }
    }

    private static void requireLog(Disk disk, Path folder) throws IOException {
        if (!disk.exists(folder.resolve(CHECKPOINTS))) {
            throw new NoSuchFileException(CHECKPOINTS);
        }
    }

    private static boolean isCopy(Disk disk, Path folder) {
        return disk.exists(folder.resolve(HEAD));
    }

    private DurableFile durable(Disk disk, Path folder, String name, Disk.Access access) throws IOException {
        return new DurableFile(name, keep(disk.open(folder.resolve(name), access)));
    }

    private DerivedFile derived(Disk disk, Path folder, String name, Disk.Access access) throws IOException {
        return new DerivedFile(name, keep(disk.open(folder.resolve(name), access)));
    }

    private DiskFile keep(DiskFile file) {
        return open.register(file);
    }

    private void closeAfter(Exception failure) {
        try {
            close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Closes every file, also after one of them failed. */
    @Override
    public void close() throws IOException {
        open.close();
    }
}

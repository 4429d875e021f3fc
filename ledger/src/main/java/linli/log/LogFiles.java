package linli.log;

import com.google.common.io.Closer;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The open files of one log's folder. */
final class LogFiles implements Closeable {
    static final String LOCK = "lock";
    private static final String CHECKPOINTS = "checkpoints";

    private final Closer open = Closer.create();

    final DurableFile origin;
    final DurableFile entries;
    final DurableFile checkpointBytes;
    final CheckpointFile checkpoints;
    final TreeFiles tree;

    private LogFiles(Disk disk, Path folder, Disk.Access access, Disk.Access derived) throws IOException {
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
        } catch (IOException | RuntimeException e) {
            closeAfter(e);
            throw e;
        }
    }

    static LogFiles create(Disk disk, Path folder) throws IOException {
        disk.createDirectories(folder);
        return new LogFiles(disk, folder, Disk.Access.CREATE, Disk.Access.CREATE);
    }

    /** For the writer. What can be recomputed may be missing. */
    static LogFiles open(Disk disk, Path folder) throws IOException {
        requireLog(disk, folder);
        return new LogFiles(disk, folder, Disk.Access.WRITE, Disk.Access.CREATE);
    }

    static LogFiles read(Disk disk, Path folder) throws IOException {
        requireLog(disk, folder);
        return new LogFiles(disk, folder, Disk.Access.READ, Disk.Access.READ);
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
        Optional<CheckpointFile.Found> newest = checkpoints.newest();
        if (newest.isEmpty() && entries.length() > 0) {
            throw LogException.damaged("there are entries but no checkpoint");
        }
        return newest.orElseThrow(() -> new NoSuchFileException(CHECKPOINTS));
    }

    /** The checkpoint in a note of this log, whose key this should be. */
    SignedCheckpoint verified(Note note, Vkey key) {
        byte[] bytes = new byte[Limits.NAME_BYTES + 1];
        int length = origin.read(bytes, 0);
        if (!StrictText.utf8(Arrays.copyOf(bytes, length)).equals(key.name())) {
            throw new LogException(
                    LogException.Code.WRONG_ORIGIN, "the log in this folder has another origin than " + key.name());
        }
        return SignedCheckpoint.of(note, key);
    }

    private static void requireLog(Disk disk, Path folder) throws IOException {
        if (!disk.exists(folder.resolve(CHECKPOINTS))) {
            throw new NoSuchFileException(CHECKPOINTS);
        }
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

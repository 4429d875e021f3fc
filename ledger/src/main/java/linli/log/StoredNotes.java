package linli.log;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The notes in a log's file of checkpoints, one after the other, for who looks at the signature lines below them. What is no
 * note is passed over: {@link LogInspection} tells it. Nothing here is verified.
 *
 * <p>It sees the file as it was when it was opened. Not thread-safe.
 */
public final class StoredNotes implements AutoCloseable {
    /**
     * One note.
     *
     * @param offset of its first byte
     * @param note as it stands there
     * @param checkpoint what its text says
     */
    public record Stored(long offset, Note note, Checkpoint checkpoint) {}

    private final SnapshotFile file;
    private final CheckpointWalk walk;

    private StoredNotes(SnapshotFile file, String origin) {
        this.file = file;
        this.walk = new CheckpointWalk(file, origin);
    }

    /** Opens those of the log of this origin in {@code folder}; a {@link LogException} DISK where that fails. */
    public static StoredNotes open(Disk disk, Path folder, String origin) {
        try {
            return new StoredNotes(SnapshotFile.open(disk, folder, LogFiles.CHECKPOINTS), origin);
        } catch (IOException e) {
            throw LogException.disk("open the log's checkpoints", e);
        }
    }

    /** The next note; null behind the last. */
    public @Nullable Stored next() {
        for (CheckpointWalk.Piece piece = walk.next(); piece != null; piece = walk.next()) {
            Stored stored = piece.kind() == CheckpointWalk.Kind.NOTE ? read(piece) : null;
            if (stored != null) {
                return stored;
            }
        }
        return null;
    }

    private static @Nullable Stored read(CheckpointWalk.Piece piece) {
        try {
            Note note = Note.ofBytes(piece.bytes());
            return new Stored(piece.offset(), note, Checkpoint.ofText(note.text()));
        } catch (LogException noCheckpoint) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw LogException.disk("close the log's checkpoints", e);
        }
    }
}

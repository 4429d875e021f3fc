package linli.log;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Holds every checkpoint of a log against the tree, while that grows from the entries. */
final class CheckpointInspection {
    private final SnapshotFile file;
    private final CheckpointWalk walk;
    private final String origin;
    private final @Nullable Vkey key;
    private final Consumer<LogFault> faults;
    private final Consumer<String> notes;

    private @Nullable Waiting waiting;
    private @Nullable Checkpoint newest;
    private long count;

    /** The first of a run of checkpoints that the entries do not lead to: damage in one place spoils all after it. */
    private @Nullable Waiting disagreeing;

    private long alsoDisagreeing;

    private record Waiting(long offset, Checkpoint checkpoint) {}

    CheckpointInspection(
            SnapshotFile file, String origin, @Nullable Vkey key, Consumer<LogFault> faults, Consumer<String> notes) {
        this.file = file;
        this.walk = new CheckpointWalk(file, origin);
        this.origin = origin;
        this.key = key;
        this.faults = faults;
        this.notes = notes;
        this.waiting = nextToCompare();
    }

    /** How many checkpoints were read so far. */
    long count() {
        return count;
    }

    @Nullable
    Checkpoint newest() {
        return newest;
    }

    /** Whether a checkpoint that stands signs entry {@code index}. */
    boolean covers(long index) {
        return waiting != null && waiting.checkpoint().size() > index;
    }

    /** The tree has grown: compares the checkpoints of its present size. */
    void compare(TreeInspection tree) {
        while (waiting != null && waiting.checkpoint().size() == tree.size()) {
            if (waiting.checkpoint().root().equals(tree.root())) {
                endRun();
            } else if (disagreeing == null) {
                disagreeing = waiting;
            } else {
                alsoDisagreeing++;
            }
            waiting = nextToCompare();
        }
    }

    /** No more entries: what still waits signs more than there are. */
    void finish(long size, boolean isCopy) {
        endRun();
        if (waiting != null) {
            String detail = "a checkpoint signs " + waiting.checkpoint().size() + " entries; there are " + size;
            fault(LogFault.Code.CHECKPOINT_BEYOND, waiting.offset(), size, detail);
        }
        while (waiting != null) {
            waiting = nextToCompare();
        }
        if (count == 0 && !isCopy) {
            fault(LogFault.Code.NO_CHECKPOINT, 0, null, "the log has no checkpoint; it has one from its beginning on");
        }
    }

    private void endRun() {
        if (disagreeing != null) {
            long size = disagreeing.checkpoint().size();
            String others = alsoDisagreeing == 0 ? "" : ", nor to those of the " + alsoDisagreeing + " after it";
            String detail = "the entries do not lead to the root of the checkpoint of size " + size + others;
            fault(LogFault.Code.CHECKPOINT_ROOT, disagreeing.offset(), Math.max(0, size - 1), detail);
        }
        disagreeing = null;
        alsoDisagreeing = 0;
    }

    private @Nullable Waiting nextToCompare() {
        for (CheckpointWalk.Piece piece = walk.next(); piece != null; piece = walk.next()) {
            Checkpoint checkpoint = read(piece);
            if (checkpoint != null && follows(checkpoint, piece.offset())) {
                newest = checkpoint;
                return new Waiting(piece.offset(), checkpoint);
            }
        }
        return null;
    }

    private boolean follows(Checkpoint checkpoint, long offset) {
        if (newest == null || checkpoint.size() > newest.size()) {
            return true;
        }
        String size = "a checkpoint of size " + checkpoint.size();
        if (checkpoint.size() < newest.size()) {
            fault(
                    LogFault.Code.CHECKPOINT_SHRINKS,
                    offset,
                    checkpoint.size(),
                    size + " stands after one of " + newest.size());
        } else if (!checkpoint.root().equals(newest.root())) {
            fault(
                    LogFault.Code.FORK,
                    offset,
                    checkpoint.size(),
                    size + " has another root than the one before it: the log was forked");
        }
        return false;
    }

    private @Nullable Checkpoint read(CheckpointWalk.Piece piece) {
        return switch (piece.kind()) {
            case NOTE -> readNote(piece);
            case UNFINISHED -> {
                notes.accept(
                        "The last checkpoint in the file was not finished when the audit looked; it was never used.");
                yield null;
            }
            case DAMAGED -> {
                malformed(piece, "text without signature, or signature without text");
                yield null;
            }
        };
    }

    private @Nullable Checkpoint readNote(CheckpointWalk.Piece piece) {
        count++;
        try {
            Note note = Note.ofBytes(piece.bytes());
            Checkpoint checkpoint = Checkpoint.ofText(note.text());
            return isSigned(note, piece.offset()) && isOurs(checkpoint, piece.offset()) ? checkpoint : null;
        } catch (LogException e) {
            malformed(piece, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private void malformed(CheckpointWalk.Piece piece, String why) {
        fault(LogFault.Code.CHECKPOINT_MALFORMED, piece.offset(), null, "this is no checkpoint: " + why);
    }

    private boolean isSigned(Note note, long offset) {
        Vkey known = key;
        if (known == null) {
            return true;
        }
        try {
            note.verify(known);
        } catch (LogException e) {
            fault(
                    LogFault.Code.CHECKPOINT_SIGNATURE,
                    offset,
                    null,
                    "the log's key did not sign this checkpoint as it stands: " + e.getMessage());
            return false;
        }
        return true;
    }

    private boolean isOurs(Checkpoint checkpoint, long offset) {
        boolean ours = checkpoint.origin().equals(origin);
        if (!ours) {
            fault(LogFault.Code.CHECKPOINT_ORIGIN, offset, null, "this checkpoint is of another log");
        }
        return ours;
    }

    private void fault(LogFault.Code code, long offset, @Nullable Long entry, String detail) {
        faults.accept(new LogFault(code, file.name(), offset, entry, detail));
    }
}

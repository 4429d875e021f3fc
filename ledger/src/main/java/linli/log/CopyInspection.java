package linli.log;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at what only some logs have: the head of a copy whose transfer may not be finished, and the proof of a fork. */
final class CopyInspection {
    private final String origin;
    private final @Nullable Vkey key;
    private final LogInspection.Listener listener;

    CopyInspection(String origin, @Nullable Vkey key, LogInspection.Listener listener) {
        this.origin = origin;
        this.key = key;
        this.listener = listener;
    }

    /** Tells whether the newest head has entries that are not here yet; those before it no longer matter. */
    void inspectHead(SnapshotFile heads, long entries) {
        newest(heads).ifPresent(piece -> {
            try {
                Checkpoint head = read(Note.ofBytes(piece.bytes()));
                if (head.size() > entries) {
                    listener.note("This copy is not finished: its head is of " + head.size() + " entries, " + entries
                            + " are here.");
                }
            } catch (LogException e) {
                fault(LogFault.Code.CHECKPOINT_MALFORMED, heads, piece.offset(), "this is no head: " + e.getMessage());
            }
        });
    }

    private Optional<CheckpointWalk.Piece> newest(SnapshotFile heads) {
        CheckpointWalk walk = new CheckpointWalk(heads, origin);
        Optional<CheckpointWalk.Piece> newest = Optional.empty();
        for (CheckpointWalk.Piece piece = walk.next(); piece != null; piece = walk.next()) {
            switch (piece.kind()) {
                case NOTE -> newest = Optional.of(piece);
                case DAMAGED ->
                    fault(LogFault.Code.CHECKPOINT_MALFORMED, heads, piece.offset(), "this is no part of a head");
                case UNFINISHED -> listener.note("The last head was not finished when the audit looked.");
            }
        }
        return newest;
    }

    private Checkpoint read(Note note) {
        return key == null
                ? Checkpoint.ofText(note.text())
                : SignedCheckpoint.of(note, key).checkpoint();
    }

    /** A proof that holds is a fault of the log; one that was not written to its end was never used. */
    void inspectFork(SnapshotFile fork) {
        byte[] bytes = fork.length() > ForkProof.TEXT_BYTES ? null : fork.read(0, (int) fork.length());
        if (bytes == null || fork.length() == 0) {
            return;
        }
        try {
            inspect(ForkProof.ofText(StrictText.utf8(bytes)), fork);
        } catch (LogException e) {
            listener.note("The file fork was not finished when the audit looked; it proves nothing.");
        }
    }

    private void inspect(ForkProof proof, SnapshotFile fork) {
        if (key == null) {
            listener.note("There is a file fork; this audit has no key to check it with.");
            return;
        }
        try {
            proof.verify(key);
            fault(LogFault.Code.FORK, fork, 0, "the log's key signed two checkpoints that contradict each other");
        } catch (LogException e) {
            fault(LogFault.Code.CHECKPOINT_MALFORMED, fork, 0, "this proves no fork: " + e.getMessage());
        }
    }

    private void fault(LogFault.Code code, SnapshotFile file, long offset, String detail) {
        listener.fault(new LogFault(code, file.name(), offset, null, detail));
    }
}

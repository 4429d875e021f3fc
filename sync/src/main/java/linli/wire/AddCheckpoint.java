package linli.wire;

import java.util.List;
import linli.log.Checkpoint;
import linli.log.Hash;
import linli.log.Limits;
import linli.log.Note;
import linli.log.StrictText;

/**
 * The body of add-checkpoint (tlog-witness): "you last cosigned this size of my log; here is a newer checkpoint and the proof
 * that it continues the old one".
 *
 * @param oldSize the size that the sender believes was last cosigned; 0 when it knows of none
 * @param consistency the proof from the old size to the note's; empty from 0 or when both sizes are the same
 * @param note the checkpoint, with the signatures it has; nothing of it is verified
 */
public record AddCheckpoint(long oldSize, List<Hash> consistency, Note note) {
    private static final String OLD = "old ";
    private static final String BLANK_LINE = "\n\n";

    public AddCheckpoint {
        if (oldSize < 0 || consistency.size() > Limits.PROOF_HASHES) {
            throw WireException.malformed(
                    "add-checkpoint has an old size from 0 on and at most " + Limits.PROOF_HASHES + " hashes");
        }
        consistency = List.copyOf(consistency);
        claimed(note);
    }

    /**
     * The message in these bytes.
     *
     * @throws WireException MALFORMED or TOO_LARGE
     */
    public static AddCheckpoint ofBytes(byte[] body) {
        return WireException.reading(
                "add-checkpoint", () -> ofText(BodyText.of(body, WireLimits.ADD_CHECKPOINT_BYTES)));
    }

    private static AddCheckpoint ofText(String body) {
        // The head has no blank line of its own, so the first one ends it; the note behind it may hold more.
        int blankLine = body.indexOf(BLANK_LINE);
        if (blankLine < 0 || !body.startsWith(OLD)) {
            throw WireException.malformed("add-checkpoint is an old size, hashes, a blank line and a checkpoint");
        }
        List<String> head = BodyText.lines(body.substring(0, blankLine + 1));
        List<Hash> consistency =
                head.subList(1, head.size()).stream().map(Hash::ofBase64).toList();
        Note note = Note.ofBytes(StrictText.utf8(body.substring(blankLine + BLANK_LINE.length())));
        return new AddCheckpoint(StrictText.decimal(head.get(0).substring(OLD.length())), consistency, note);
    }

    /** What the checkpoint says of its log: for finding the log's key, nothing more. */
    public Checkpoint claimed() {
        return claimed(note);
    }

    public byte[] toBytes() {
        StringBuilder body = new StringBuilder(OLD).append(oldSize).append('\n');
        consistency.forEach(hash -> body.append(hash.toBase64()).append('\n'));
        return StrictText.utf8(
                body.append('\n').append(StrictText.utf8(note.toBytes())).toString());
    }

    private static Checkpoint claimed(Note note) {
        return WireException.reading("add-checkpoint", () -> Checkpoint.ofText(note.text()));
    }
}

package linli.wire;

import linli.log.Checkpoint;
import linli.log.Note;
import linli.log.SignedCheckpoint;

/**
 * One log that a node holds, as it says so in its {@link LogList}.
 *
 * @param origin of the log; that of the checkpoint too
 * @param checkpoint the newest one whose entries the node holds to the last, with the cosignatures that it knows; unverified
 * @param frozen whether the node has seen the log fork, and takes no more of it
 */
public record HeldLog(String origin, Note checkpoint, boolean frozen) {
    public HeldLog {
        if (!claimed(checkpoint).origin().equals(origin)) {
            throw WireException.malformed("a log is listed with the checkpoint of another");
        }
    }

    public static HeldLog of(SignedCheckpoint newest, boolean frozen) {
        return new HeldLog(newest.origin(), newest.note(), frozen);
    }

    /** How many entries the node says it holds. */
    public long claimedSize() {
        return claimed().size();
    }

    /** What it says it holds, which nobody has verified. */
    public Checkpoint claimed() {
        return claimed(checkpoint);
    }

    private static Checkpoint claimed(Note note) {
        return WireException.reading("list of logs", () -> Checkpoint.ofText(note.text()));
    }
}

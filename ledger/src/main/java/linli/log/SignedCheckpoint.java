package linli.log;

import java.util.Optional;

/**
 * A checkpoint whose log's signature was verified, with the whole note it came in: a witness that kept only size and
 * root could not prove a fork to anyone.
 */
public final class SignedCheckpoint {
    private final Checkpoint checkpoint;
    private final Note note;

    private SignedCheckpoint(Checkpoint checkpoint, Note note) {
        this.checkpoint = checkpoint;
        this.note = note;
    }

    /**
     * Verifies a note of the log whose key this is.
     *
     * @throws LogException MALFORMED, BAD_SIGNATURE, or WRONG_ORIGIN when the key is not named like the origin
     */
    public static SignedCheckpoint of(Note note, Vkey log) {
        note.verify(log);
        Checkpoint checkpoint = Checkpoint.ofText(note.text());
        if (!checkpoint.origin().equals(log.name())) {
            throw new LogException(
                    LogException.Code.WRONG_ORIGIN,
                    "the checkpoint is of " + checkpoint.origin() + ", the key of " + log.name());
        }
        return new SignedCheckpoint(checkpoint, note);
    }

    public static SignedCheckpoint ofBytes(byte[] bytes, Vkey log) {
        return of(Note.ofBytes(bytes), log);
    }

    Checkpoint checkpoint() {
        return checkpoint;
    }

    public String origin() {
        return checkpoint.origin();
    }

    public long size() {
        return checkpoint.size();
    }

    public Hash root() {
        return checkpoint.root();
    }

    public Note note() {
        return note;
    }

    public byte[] toBytes() {
        return note.toBytes();
    }

    /** This checkpoint with a cosigner's line added to its note. */
    public SignedCheckpoint with(NoteSignature cosignature) {
        return new SignedCheckpoint(checkpoint, note.with(cosignature));
    }

    /** This checkpoint with the log's signature alone: nobody vouches for other lines that came with it. */
    SignedCheckpoint alone(Vkey log) {
        return new SignedCheckpoint(
                checkpoint, new Note(note.text(), note.verify(log).subList(0, 1)));
    }

    /**
     * This checkpoint with this cosigner's line in place of an earlier one.
     *
     * @return empty when the line is not that key's under this checkpoint; unchanged when it is no newer
     */
    Optional<SignedCheckpoint> cosigned(Vkey cosigner, NoteSignature line) {
        if (!cosigner.claimedBy(line) || !cosigner.verifies(note.textBytes(), line.payload())) {
            return Optional.empty();
        }
        long time = Cosignature.timeSeconds(line);
        if (cosignedAtSeconds(cosigner).filter(known -> known >= time).isPresent()) {
            return Optional.of(this);
        }
        return Optional.of(
                new SignedCheckpoint(checkpoint, note.without(cosigner).with(line)));
    }

    /**
     * The latest time at which this cosigner signed; empty when it did not.
     *
     * @throws LogException BAD_SIGNATURE when a line of this key does not verify
     */
    public Optional<Long> cosignedAtSeconds(Vkey cosigner) {
        if (note.signatures().stream().noneMatch(cosigner::claimedBy)) {
            return Optional.empty();
        }
        return note.verify(cosigner).stream().map(Cosignature::timeSeconds).max(Long::compare);
    }
}

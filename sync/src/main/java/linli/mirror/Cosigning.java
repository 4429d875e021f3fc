package linli.mirror;

import java.time.Duration;
import java.util.Optional;
import linli.log.Checkpoint;
import linli.log.Cosignature;
import linli.log.Mirror;
import linli.log.NoteSignature;
import linli.log.SignedCheckpoint;

/** Stating that a log is durably here, and keeping the statement before anybody hears it. */
final class Cosigning {
    /** Every new line is one more note on the disk; whoever asks again within this time is given the last one again. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Cosigner cosigner;

    Cosigning(Cosigner cosigner) {
        this.cosigner = cosigner;
    }

    /** The line under the checkpoint of this size; empty where that is not the newest one whose entries are all here. */
    Optional<NoteSignature> line(Mirror mirror, long size) {
        return mirror.complete()
                .filter(complete -> complete.size() == size && mirror.fork().isEmpty())
                .flatMap(complete -> line(mirror, complete));
    }

    private Optional<NoteSignature> line(Mirror mirror, SignedCheckpoint complete) {
        NoteSignature now = cosigner.sign(Checkpoint.ofText(complete.note().text()));
        Optional<NoteSignature> kept = kept(complete);
        if (kept.filter(line -> isFresh(line, now)).isPresent()) {
            return kept;
        }
        return mirror.cosigned(cosigner.vkey(), now) ? Optional.of(now) : Optional.empty();
    }

    private Optional<NoteSignature> kept(SignedCheckpoint complete) {
        return complete.note().signatures().stream()
                .filter(cosigner.vkey()::claimedBy)
                .findFirst();
    }

    private static boolean isFresh(NoteSignature kept, NoteSignature now) {
        return Cosignature.timeSeconds(now) < Cosignature.timeSeconds(kept) + FRESH.toSeconds();
    }
}

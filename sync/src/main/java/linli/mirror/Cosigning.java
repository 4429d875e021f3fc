package linli.mirror;

import java.time.Duration;
import java.util.Optional;
import linli.ledger.Ledger;
import linli.log.Checkpoint;
import linli.log.Cosignature;
import linli.log.Mirror;
import linli.log.NoteSignature;
import linli.log.SignedCheckpoint;

/** Stating that a log is durably here, and keeping the statement before anybody hears it. */
final class Cosigning {
    /** Every new line is one more note on the disk; whoever asks again within this time is given the last one again. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    /** Branches learn the county's time from its line under its own log, and every new line is news to each of them. */
    private static final Duration OWN_FRESH = Duration.ofHours(1);

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

    /** Keeps this node's line, not much older than now, under the newest checkpoint of its own log. */
    void refreshOwn(Ledger ledger) {
        SignedCheckpoint newest = ledger.log().latestCheckpoint();
        NoteSignature now = cosigner.sign(Checkpoint.ofText(newest.note().text()));
        if (ledger.fork().isEmpty()
                && kept(newest).filter(line -> isFresh(line, now, OWN_FRESH)).isEmpty()) {
            // A checkpoint that is newer by now gets its line when it is asked for.
            ledger.cosigned(cosigner.vkey(), now);
        }
    }

    private Optional<NoteSignature> line(Mirror mirror, SignedCheckpoint complete) {
        NoteSignature now = cosigner.sign(Checkpoint.ofText(complete.note().text()));
        Optional<NoteSignature> kept = kept(complete);
        if (kept.filter(line -> isFresh(line, now, FRESH)).isPresent()) {
            return kept;
        }
        return mirror.cosigned(cosigner.vkey(), now) ? Optional.of(now) : Optional.empty();
    }

    private Optional<NoteSignature> kept(SignedCheckpoint complete) {
        return complete.note().signatures().stream()
                .filter(cosigner.vkey()::claimedBy)
                .findFirst();
    }

    private static boolean isFresh(NoteSignature kept, NoteSignature now, Duration fresh) {
        return Cosignature.timeSeconds(now) < Cosignature.timeSeconds(kept) + fresh.toSeconds();
    }
}

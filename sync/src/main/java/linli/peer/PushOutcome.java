package linli.peer;

import java.util.List;
import java.util.Optional;
import linli.log.ForkProof;
import linli.log.NoteSignature;

/** How bringing a log to another node ended, where the two could talk at all. */
public sealed interface PushOutcome {
    /** What it has cost. */
    Traffic traffic();

    /**
     * The peer has every entry up to the checkpoint.
     *
     * @param cosignatures of the cosigner asked for, verified; none when it was not known, or did not sign
     */
    record Held(List<NoteSignature> cosignatures, Traffic traffic) implements PushOutcome {
        public Held {
            cosignatures = List.copyOf(cosignatures);
        }
    }

    /** The peer has a newer head of this log, of {@code size}, than could be brought. */
    record PeerIsAhead(long size, Traffic traffic) implements PushOutcome {}

    /**
     * The peer does not take the log.
     *
     * @param sentence what the peer says to it, for whoever looks into it: short, printable, and not to be believed
     * @param fork what it shows where it says that the log was forked; not verified
     */
    record Refused(Reason reason, String sentence, Optional<ForkProof> fork, Traffic traffic) implements PushOutcome {}

    /** Why a log is refused; the statuses are those of tlog-witness and tlog-mirror. */
    enum Reason {
        /** The peer does not know this log (404). */
        UNKNOWN_LOG,
        /** Not signed by the key that the peer knows for it, forked, or ended by the county before this checkpoint (403). */
        NOT_ADMITTED,
        /**
         * The peer names a size to begin from, and does not begin from there either (409 twice): it writes the log itself and has
         * lost its end, or somebody else brings more of it at this moment.
         */
        STANDS_ELSEWHERE,
        /** The peer takes a proof to be wrong: one side's copy is damaged, or the log was forked (422). */
        NOT_PROVEN
    }
}

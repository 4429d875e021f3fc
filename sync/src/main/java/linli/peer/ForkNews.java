package linli.peer;

import java.util.List;
import java.util.stream.Stream;
import linli.log.ForkProof;
import linli.log.Hash;
import linli.log.LogView;
import linli.log.Note;
import linli.log.SignedCheckpoint;
import linli.log.Vkey;
import linli.mirror.Reply;
import linli.wire.AddCheckpoint;
import linli.wire.HeldLog;

/**
 * Shows another node what its copy of a log may contradict, where the log is known here to be forked: so it finds the fork, and
 * has the proof, by itself. Else a county that others call and that calls nobody might never hear of it.
 */
final class ForkNews {
    private static final int REFUSED = 403;

    private final Peer peer;
    private final MeetingNotes notes;

    ForkNews(Peer peer, MeetingNotes notes) {
        this.peer = peer;
        this.notes = notes;
    }

    /**
     * Shows the newest checkpoint that is here, and both of the proof, until the other has seen the fork.
     *
     * @param log as far as it is here
     * @param theirs what the other holds of it, without having seen a fork
     */
    void tell(LogView log, ForkProof proof, Vkey key, HeldLog theirs) throws PeerException {
        for (SignedCheckpoint checkpoint : known(log, proof, key)) {
            if (checkpoint.size() <= theirs.claimedSize()) {
                if (show(0, List.of(), checkpoint.note())) {
                    return;
                }
            } else if (checkpoint.size() <= log.size()
                    && log.root(checkpoint.size()).equals(checkpoint.root())) {
                List<Hash> path = log.consistencyProof(theirs.claimedSize(), checkpoint.size());
                if (show(theirs.claimedSize(), path, checkpoint.note())) {
                    return;
                }
            }
        }
    }

    private static List<SignedCheckpoint> known(LogView log, ForkProof proof, Vkey key) {
        Stream<SignedCheckpoint> proven =
                Stream.of(proof.small(), proof.large()).map(note -> SignedCheckpoint.of(note, key));
        return Stream.concat(Meeting.complete(log).stream(), proven)
                .filter(checkpoint -> checkpoint.size() > 0)
                .toList();
    }

    /** Whether the other refuses it, as it does when it has seen a fork. */
    private boolean show(long oldSize, List<Hash> path, Note checkpoint) throws PeerException {
        Reply reply = peer.addCheckpoint(new AddCheckpoint(oldSize, path, checkpoint).toBytes());
        notes.exchanged(1);
        return reply.status() == REFUSED;
    }
}

package linli.peer;

import java.util.Optional;
import linli.ledger.Ledger;
import linli.log.ForkProof;
import linli.log.Hash;
import linli.log.LogException;
import linli.log.SignedCheckpoint;
import linli.log.TileTree;
import linli.peer.PeerException.Code;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What another node holds of this node's own log: the beginning of it, or more, or something that this node never wrote. */
final class OwnLogElsewhere {
    private static final Logger LOGGER = LoggerFactory.getLogger(OwnLogElsewhere.class);

    private final Ledger ledger;
    private final Peer peer;

    OwnLogElsewhere(Ledger ledger, Peer peer) {
        this.ledger = ledger;
        this.peer = peer;
    }

    /**
     * Whether it is the beginning of this log. Where it is not, this node writes nothing more: it was set back to an older state,
     * or its key signs elsewhere too, of which the proof is kept.
     *
     * @param theirs verified
     */
    boolean isBeginning(SignedCheckpoint theirs, SignedCheckpoint ours, MeetingNotes notes) throws PeerException {
        boolean longer = theirs.size() > ours.size();
        if (longer) {
            holdBack();
        }
        if (ledger.fork().isEmpty()) {
            Optional<ForkProof> fork = longer ? provenByPeer(theirs, ours, notes) : proven(theirs, ours);
            fork.ifPresent(proof -> freeze(proof, notes));
        }
        return !longer && isOurs(theirs);
    }

    private boolean isOurs(SignedCheckpoint theirs) {
        return ledger.log().root(theirs.size()).equals(theirs.root());
    }

    private void holdBack() {
        if (!ledger.node().isHeldBack()) {
            LOGGER.error("{} holds more of this node's log than the node itself, which stops writing", peer.name());
            ledger.holdBack();
        }
    }

    private Optional<ForkProof> proven(SignedCheckpoint theirs, SignedCheckpoint ours) {
        return isOurs(theirs) ? Optional.empty() : Optional.of(Forks.between(theirs, ours, ledger.log()));
    }

    /** Whether what is longer goes on where this log ends is seen from the other's hashes, which its checkpoint proves. */
    private Optional<ForkProof> provenByPeer(SignedCheckpoint theirs, SignedCheckpoint ours, MeetingNotes notes)
            throws PeerException {
        Meter meter = new Meter();
        try {
            TileTree tree = new TileTree(theirs.size(), new PeerTiles(peer, theirs.origin(), meter)::hashes);
            Hash there = tree.root(ours.size());
            if (there.equals(ours.root())) {
                return Optional.empty();
            }
            ForkProof proof =
                    ForkProof.ofPrefix(ours, theirs, there, tree.consistencyProof(ours.size(), theirs.size()));
            proof.verify(ledger.node().log());
            return Optional.of(proof);
        } catch (PeerTiles.Lost e) {
            throw e.trouble();
        } catch (LogException e) {
            throw new PeerException(Code.MISBEHAVED, peer.name() + " gave hashes that prove nothing", e);
        } finally {
            notes.exchanged(meter.read().requests());
        }
    }

    /** Somebody refuses this log since it was forked, and shows a proof: this node stops, if it is one. */
    void believe(ForkProof shown, MeetingNotes notes) {
        try {
            shown.verify(ledger.node().log());
        } catch (LogException e) {
            LOGGER.warn("{} says that this node's log was forked, and shows nothing for it", peer.name());
            return;
        }
        if (ledger.fork().isEmpty()) {
            freeze(shown, notes);
        }
    }

    private void freeze(ForkProof proof, MeetingNotes notes) {
        LOGGER.error("{} holds another log signed with this node's key; the node's log is frozen", peer.name());
        ledger.freeze(proof);
        notes.forked(ledger.log().origin());
    }
}

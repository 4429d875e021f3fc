package linli.peer;

import linli.log.LogException;
import linli.log.Mirror;
import linli.log.Progress;
import linli.log.SignedCheckpoint;
import linli.log.Vkey;
import linli.peer.PeerException.Code;
import linli.wire.HeldLog;

/**
 * Fetches a log that another node holds into the copy of it here (tlog-tiles): its checkpoint, then the entries up to it, each
 * run of them proven before it is stored.
 *
 * <p>Only tiles and bundles are asked for that cannot be had here. A pull that was broken off goes on where it stopped. Safe for
 * several threads, each with another log.
 */
public final class Pull {
    private final Peer peer;
    private final Progress progress;

    /** @param progress is told how many entries are here, and how many will be */
    public Pull(Peer peer, Progress progress) {
        this.peer = peer;
        this.progress = progress;
    }

    /**
     * Fetches what the peer has more of a log.
     *
     * @param mirror the copy of that log here
     * @param key of that log, as the county's log names it
     * @param offered the log as the peer lists it; nothing of it is believed before it is proven
     * @throws PeerException UNREACHABLE, TOO_SLOW, NOT_TRUSTED, REFUSED from the peer; MISBEHAVED when what it gave is not
     *     proven: what was proven before stays. DISK when this node cannot store
     */
    public PullOutcome fetch(Mirror mirror, Vkey key, HeldLog offered) throws PeerException {
        SignedCheckpoint signed = verified(key, offered);
        try {
            return new Fetching(peer, progress, mirror, signed).run();
        } catch (PeerTiles.Lost e) {
            throw e.trouble();
        } catch (LogException e) {
            throw trouble(e);
        }
    }

    private SignedCheckpoint verified(Vkey key, HeldLog offered) throws PeerException {
        try {
            return SignedCheckpoint.of(offered.checkpoint(), key);
        } catch (LogException e) {
            throw new PeerException(
                    Code.MISBEHAVED, peer.name() + " lists a checkpoint that the log itself did not sign", e);
        }
    }

    private PeerException trouble(LogException e) {
        return switch (e.code()) {
            case MALFORMED, BAD_PROOF, FULL ->
                new PeerException(Code.MISBEHAVED, peer.name() + " gave what is not proven: " + e.getMessage(), e);
            default -> new PeerException(Code.DISK, "the copy cannot be kept: " + e.getMessage(), e);
        };
    }
}
